// From statements that the portal was seen to send to statements that a bare server can send itself: what came from the request, from
// the clock or from chance is told apart from what is always the same, by comparing two recordings of the same act.
import { Problem } from '../../../scripts/steps/problem.mjs'
import type { Statement } from '../../support/postgres-wire/messages'

/** What is known of one recorded request, by name: each text may appear anywhere in its values. */
export type Known = Readonly<Record<string, string>>

export interface Recording {
  statements: readonly Statement[]
  known: Known
  /** When it was sent, in milliseconds since 1970. */
  at: number
}

/** A piece of a value. `now`: the moment of the request and so many milliseconds, written in that form: `epoch`, or
 * what stands between date and time and after them, e.g. `TZ`. `fresh`: a new id, per number. */
export type Piece =
  | { is: 'text'; text: string }
  | { is: 'known'; name: string }
  | { is: 'now'; offset: number; form: string }
  | { is: 'fresh'; number: number }

export interface Step {
  name: string
  text: string
  /** Null: NULL. */
  values: (Piece[] | null)[]
}

const DAY_MS = 86_400_000
const dynamic =
  /\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d\.\d{3}(?:Z|\+00:00|\+00)?|(?<!\d)\d{13}(?!\d)|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

const formOf = (text: string): string => (/^\d{13}$/.test(text) ? 'epoch' : text.charAt(10) + text.slice(23))
const momentOf = (text: string): number =>
  formOf(text) === 'epoch' ? Number(text) : Date.parse(`${text.slice(0, 10)}T${text.slice(11, 23)}Z`)

/** A moment in one of the forms in which statements write it. */
export function written(moment: number, form: string): string {
  if (form === 'epoch') return String(moment)
  const iso = new Date(moment).toISOString()
  return iso.slice(0, 10) + form.charAt(0) + iso.slice(11, 23) + form.slice(1)
}

/** The text, cut at each appearance of something known; the longest first, since one may hold another. */
function cutKnown(text: string, known: Known): Piece[] {
  const [first] = Object.entries(known)
    .map(([name, value]) => ({ name, value, at: text.indexOf(value) }))
    .filter(({ at, value }) => at >= 0 && value !== '')
    .sort((a, b) => b.value.length - a.value.length)
  if (!first) return text === '' ? [] : [{ is: 'text', text }]
  const { name, value, at } = first
  return [
    ...cutKnown(text.slice(0, at), known),
    { is: 'known', name },
    ...cutKnown(text.slice(at + value.length), known),
  ]
}

/** What of a text that is not known comes from the clock or from chance. */
function cutDynamic(
  text: string,
  at: number,
  freshOf: (id: string) => number,
  isConstant: (found: string) => boolean,
): Piece[] {
  const pieces: Piece[] = []
  let done = 0
  for (const match of text.matchAll(dynamic)) {
    const [found] = match
    if (isConstant(found)) continue
    const isId = found.length === 36 && !found.includes(':')
    const offset = isId ? 0 : momentOf(found) - at
    if (!isId && Math.abs(offset) > DAY_MS) continue
    if (match.index > done) pieces.push({ is: 'text', text: text.slice(done, match.index) })
    pieces.push(isId ? { is: 'fresh', number: freshOf(found) } : { is: 'now', offset, form: formOf(found) })
    done = match.index + found.length
  }
  if (done < text.length) pieces.push({ is: 'text', text: text.slice(done) })
  return pieces
}

function numbering(): (id: string) => number {
  const numbers = new Map<string, number>()
  return (id) => {
    const number = numbers.get(id) ?? numbers.size
    numbers.set(id, number)
    return number
  }
}

function stepsOf({ statements, known, at }: Recording, other: Recording): Step[] {
  const freshOf = numbering()
  const elsewhere = new Set(other.statements.flatMap(({ values }) => values.flatMap((v) => v?.match(dynamic) ?? [])))
  const cut = (value: string): Piece[] =>
    cutKnown(value, known).flatMap((piece) =>
      piece.is === 'text' ? cutDynamic(piece.text, at, freshOf, (found) => elsewhere.has(found)) : [piece],
    )
  return statements.map(({ name, text, values }) => ({
    name,
    text,
    values: values.map((value) => (value === null ? null : cut(value))),
  }))
}

/** The same pieces, but for texts and the milliseconds in which the portal got to it. */
const shapeOf = (pieces: Piece[] | null): string =>
  JSON.stringify(
    pieces?.map((piece) => (piece.is === 'now' ? { ...piece, offset: Math.round(piece.offset / 60_000) } : piece)) ??
      null,
  )

/** Values that may differ without being told apart: what is secret even to the database. */
export type Opaque = (value: string) => boolean

/**
 * The steps that both recordings show. Throws where the two sent different statements, or where a value differs that came neither from
 * the request nor from clock or chance: then the bare server would not do what the portal does.
 */
export function templateOf(one: Recording, other: Recording, isOpaque: Opaque): Step[] {
  const [steps, others] = [stepsOf(one, other), stepsOf(other, one)]
  const texts = (list: Step[]) => list.map(({ text }) => text).join('\n')
  if (texts(steps) !== texts(others)) throw new Problem('The portal sent other statements the second time.')
  for (const [i, { text, values }] of steps.entries())
    for (const [n, value] of values.entries()) {
      const twin = others[i]?.values[n] ?? null
      const raw = one.statements[i]?.values[n] ?? ''
      if (shapeOf(value) !== shapeOf(twin) && !isOpaque(raw))
        throw new Problem(`Value ${n + 1} of "${text.trim().slice(0, 120)}" cannot be explained: ${raw}`)
    }
  return steps
}
