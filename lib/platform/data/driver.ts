/** A run of bytes, the last one in it, as HTTP counts them (RFC 9110 §14.1.2). */
export type Run = { readonly first: number; readonly last: number }

/** A store of files too large for memory: everything passes through in parts. Each call throws when it cannot be done. */
export type DataDriver = {
  /** Keeps what comes under this key; where it breaks off, nothing is kept. */
  write(key: string, parts: AsyncIterable<Uint8Array<ArrayBuffer>>): Promise<void>
  /** How many bytes lie under the key; null where there is nothing. */
  size(key: string): Promise<number | null>
  /** The bytes of a run, in order. */
  read(key: string, run: Run): AsyncIterable<Uint8Array<ArrayBuffer>>
  /** Removes it; what is not there is no fault. */
  remove(key: string): Promise<void>
  /** Every key below `data/uploads/`, where the portal alone puts files; what a write left behind that broke off, too. */
  uploads(): AsyncIterable<string>
}

const form = /^data(\/[A-Za-z0-9_][A-Za-z0-9._-]*){1,12}$/
const longest = 400
/** Below this the portal puts what comes in through it. */
export const uploadsFolder = 'data/uploads'

/** Whether a key is one under which files of datasets lie: below `data/`, so that no other file of the hub can be named by it. */
export const isDataKey = (key: string): boolean => form.test(key) && key.length <= longest

/** The key itself; throws for one that could lead elsewhere. */
export function checkedData(key: string): string {
  if (!isDataKey(key)) throw new Error('not a key of a file of a dataset')
  return key
}

/** What comes, in parts of just this size but for the last: what stores want, however the network cut it. */
export async function* inParts(
  source: AsyncIterable<Uint8Array>,
  size: number,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  let held: Uint8Array[] = []
  let bytes = 0
  for await (const part of source) {
    for (let at = 0; at < part.byteLength; ) {
      const taken = part.subarray(at, at + size - bytes)
      held.push(taken)
      bytes += taken.byteLength
      at += taken.byteLength
      if (bytes < size) continue
      yield joined(held, bytes)
      held = []
      bytes = 0
    }
  }
  if (bytes > 0) yield joined(held, bytes)
}

function joined(parts: readonly Uint8Array[], size: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(size)
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.byteLength
  }
  return whole
}
