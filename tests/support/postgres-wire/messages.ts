// What a client says to PostgreSQL (protocol 3.0, "Message Formats"): as much of it as is needed to read statements and their values,
// and to put another statement in the place of one.

/** A whole message; the first ones of a connection have no type. */
export interface Message {
  /** One letter, or '' of a startup message. */
  type: string
  body: Buffer
}

/** A statement that is sent, with its values as text (null: NULL; of binary values the bytes as \\x…). */
export interface Statement {
  /** The name under which it was prepared, '' without one. */
  name: string
  text: string
  values: (string | null)[]
}

/** Requests for encryption are answered by one byte, after which a startup message follows once more. */
const ENCRYPTION_REQUESTS = new Set([80877103, 80877104])

/** Cuts the bytes of one connection into messages, however they arrive. */
export function messageReader(): (chunk: Buffer) => Message[] {
  let rest: Buffer = Buffer.alloc(0)
  let starting = true
  const readOne = (): Message | null => {
    const head = starting ? 0 : 1
    if (rest.length < head + 4) return null
    const length = rest.readInt32BE(head)
    if (rest.length < head + length) return null
    const type = starting ? '' : String.fromCharCode(rest[0] as number)
    const body = rest.subarray(head + 4, head + length)
    rest = rest.subarray(head + length)
    if (starting && !(body.length >= 4 && ENCRYPTION_REQUESTS.has(body.readInt32BE(0)))) starting = false
    return { type, body }
  }
  return (chunk) => {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
    const messages: Message[] = []
    for (let message = readOne(); message; message = readOne()) messages.push(message)
    return messages
  }
}

/** The bytes of a message. */
export function bytesOf({ type, body }: Message): Buffer {
  const length = Buffer.alloc(4)
  length.writeInt32BE(body.length + 4)
  return Buffer.concat([Buffer.from(type, 'latin1'), length, body])
}

/** The text that ends with a zero byte at `at`, and where the next one begins. */
function textAt(body: Buffer, at: number): { text: string; next: number } {
  const end = body.indexOf(0, at)
  return { text: body.toString('utf8', at, end), next: end + 1 }
}

/** The statement of a Query or Parse message, with the name under which it is prepared; null of any other message. */
export function statementOf({ type, body }: Message): { name: string; text: string } | null {
  if (type === 'Q') return { name: '', text: textAt(body, 0).text }
  if (type !== 'P') return null
  const name = textAt(body, 0)
  return { name: name.text, text: textAt(body, name.next).text }
}

/** The same message with another statement. */
export function withStatement(message: Message, text: string): Message {
  const { type, body } = message
  const sent = Buffer.from(`${text}\0`)
  if (type === 'Q') return { type, body: sent }
  const name = textAt(body, 0)
  const after = textAt(body, name.next).next
  return { type, body: Buffer.concat([body.subarray(0, name.next), sent, body.subarray(after)]) }
}

/** Which prepared statement a Bind message executes, and with which values; null of any other message. */
export function bindingOf({ type, body }: Message): { name: string; values: (string | null)[] } | null {
  if (type !== 'B') return null
  const portal = textAt(body, 0)
  const name = textAt(body, portal.next)
  let at = name.next
  const formats = Array.from({ length: body.readInt16BE(at) }, (_, i) => body.readInt16BE(at + 2 + 2 * i))
  at += 2 + 2 * formats.length
  const count = body.readInt16BE(at)
  at += 2
  const values = Array.from({ length: count }, (_, i) => {
    const length = body.readInt32BE(at)
    at += 4
    if (length < 0) return null
    const bytes = body.subarray(at, at + length)
    at += length
    const isBinary = (formats.length === 1 ? formats[0] : formats[i]) === 1
    return isBinary ? `\\x${bytes.toString('hex')}` : bytes.toString('utf8')
  })
  return { name: name.text, values }
}
