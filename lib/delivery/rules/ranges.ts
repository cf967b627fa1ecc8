/** What a reader says with its request (RFC 9110 §13, §14). */
export type Conditions = {
  readonly range: string | null
  readonly ifRange: string | null
  readonly ifNoneMatch: string | null
  readonly ifMatch: string | null
}

/** What is sent: the whole, a run of it (the last byte in it), nothing new, or why not. */
export type Part =
  | { readonly status: 200 | 206; readonly first: number; readonly last: number }
  | { readonly status: 304 | 412 | 416 }

/** The strong entity tag of a file: its checksum, so that it is the same whoever serves it. */
export const tagOf = (sha256: string): string => `"${sha256}"`

const named = (list: string, tag: string, weak: boolean): boolean =>
  list.split(',').some((one) => {
    const said = one.trim()
    return said === '*' || said === tag || (weak && said === `W/${tag}`)
  })

type Run = { readonly first: number; readonly last: number }

/** The run that a Range asks for; null: it asks for none that we know (RFC 9110 §14.2 lets a server pass over it); 'beyond': past the end. */
function runOf(range: string, size: number): Run | 'beyond' | null {
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/i.exec(range.trim()) ?? []
  if (from === '' && to === '') return null
  const [start, end] = [Number(from), Number(to)]
  if (from === '') return end === 0 || size === 0 ? 'beyond' : { first: Math.max(size - end, 0), last: size - 1 }
  if (to !== '' && end < start) return null
  return start >= size ? 'beyond' : { first: start, last: to === '' ? size - 1 : Math.min(end, size - 1) }
}

/**
 * Which part of a file of `size` bytes a request is answered with, by the order of RFC 9110 §13.2.2. A Range counts only while If-Range
 * names what there is; several runs at once are answered with the whole, as §14.2 allows.
 */
export function partFor({ range, ifRange, ifNoneMatch, ifMatch }: Conditions, size: number, sha256: string): Part {
  const tag = tagOf(sha256)
  const whole = { status: 200, first: 0, last: size - 1 } as const
  if (ifMatch !== null && !named(ifMatch, tag, false)) return { status: 412 }
  if (ifNoneMatch !== null && named(ifNoneMatch, tag, true)) return { status: 304 }
  if (range === null || (ifRange !== null && ifRange.trim() !== tag)) return whole
  const run = runOf(range, size)
  if (run === null) return whole
  return run === 'beyond' ? { status: 416 } : { status: 206, ...run }
}
