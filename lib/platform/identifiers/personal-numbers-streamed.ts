import { findPersonalNumbers } from './personal-number'

/** How many characters are looked through at once, and how many of their end are looked at again with what comes behind. */
const window = 262_144
const overlap = 128
/** What a number looks at before itself to know that it is none of a longer one. */
const before = 2
/** Bytes by which it is known whether a file is text. */
const sample = 4096

const marks = [
  { encoding: 'utf-16le', mark: [0xff, 0xfe] },
  { encoding: 'utf-16be', mark: [0xfe, 0xff] },
] as const

/** The encoding of what begins so, where it is text: no byte of it is zero, unless its mark says that it is UTF-16. */
export function encodingOf(head: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | null {
  const marked = marks.find(({ mark }) => mark.every((byte, at) => head[at] === byte))
  return marked ? marked.encoding : head.subarray(0, sample).includes(0) ? null : 'utf-8'
}

const linesIn = (text: string): number => text.split('\n').length - 1

/**
 * Where to cut what was read, so that no number and no DOI that is whole up to there is torn: at the last space, quote or bracket that
 * lies far enough before its end.
 */
function cutOf(text: string): number {
  const most = text.length - overlap
  for (let at = most; at > most - sample && at > 0; at -= 1) if (/[\s"<>]/.test(text[at] as string)) return at
  return most
}

/** Looks through text that comes in pieces, however long and with or without lines; never more than a window of it is held. */
export function lookingThrough() {
  let held = ''
  let skip = 0
  let line = 1
  const look = (upTo: number): number | null => {
    const found = findPersonalNumbers(held).find(({ index }) => index >= skip && index < upTo)
    return found ? line + linesIn(held.slice(0, found.index)) : null
  }
  const moveOn = (): number | null => {
    const cut = cutOf(held)
    const found = look(cut)
    const from = Math.max(0, cut - before)
    line += linesIn(held.slice(0, from))
    skip = cut - from
    held = held.slice(from)
    return found
  }
  return {
    /** The line, counted from 1, of the first personal number that is certain by now; null where there is none yet. */
    take(text: string): number | null {
      held += text
      return held.length < window ? null : moveOn()
    },
    /** The same for what was left at the end. */
    rest: (): number | null => look(held.length + 1),
  }
}

/**
 * Whether a comma parts values, so that a number beside one is whole: in prose and in tables parted otherwise it stands before decimals.
 * By the first line, as far as it is there.
 */
function partsAtCommas(text: string): boolean {
  const first = /^[^\n]*/.exec(text)?.[0] ?? ''
  return first.includes(',') && !/[;\t]/.test(first)
}

/** Bytes as the text to look through; null for what is no text. */
function readingOf(head: Uint8Array): ((part?: Uint8Array) => string) | null {
  const encoding = encodingOf(head)
  if (encoding === null) return null
  const decoder = new TextDecoder(encoding)
  const parted = partsAtCommas(new TextDecoder(encoding).decode(head))
  return (part) => {
    const text = part ? decoder.decode(part, { stream: true }) : decoder.decode()
    return parted ? text.replaceAll(',', '"') : text
  }
}

/**
 * Passes on what comes, and calls `onFound` with the line of the first personal number in it, where it is text; that throws, so that
 * what is passed on breaks off. What is packed, compressed or an image is passed on unseen.
 */
export async function* withoutPersonalNumbers(
  source: AsyncIterable<Uint8Array>,
  onFound: (line: number) => never,
): AsyncGenerator<Uint8Array> {
  const looking = lookingThrough()
  let read: ReturnType<typeof readingOf> | undefined
  const demandNone = (line: number | null) => (line === null ? null : onFound(line))
  for await (const part of source) {
    if (read === undefined && part.byteLength > 0) read = readingOf(part)
    if (read) demandNone(looking.take(read(part)))
    yield part
  }
  if (read) demandNone(looking.take(read()) ?? looking.rest())
}
