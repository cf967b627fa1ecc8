import 'server-only'
import { connect, type Socket } from 'node:net'

const patience = 60_000
const chunk = 64 * 1024

/** What clamd says of some bytes: clean, or the name of what it found. */
export type Verdict = { readonly clean: true } | { readonly clean: false; readonly found: string }

/** `tcp://host:port` or `unix:/path`, as CLAMD_URL names it. */
function socketTo(address: string): Socket {
  const url = new URL(address)
  return url.protocol === 'unix:'
    ? connect({ path: decodeURIComponent(url.pathname) })
    : connect({ host: url.hostname.replace(/^\[|\]$/g, ''), port: Number(url.port || 3310) })
}

/** A part as INSTREAM takes it: chunks led by their length in four bytes, the most significant first. */
function* framed(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.byteLength; at += chunk) {
    const part = bytes.subarray(at, at + chunk)
    const length = Buffer.alloc(4)
    length.writeUInt32BE(part.byteLength)
    yield length
    yield part
  }
}

function verdictOf(answer: string): Verdict {
  const said = answer.replace(/\0/g, '').trim()
  if (/^stream: OK$/.test(said)) return { clean: true }
  const found = /^stream: (.+) FOUND$/.exec(said)?.[1]
  if (found) return { clean: false, found }
  throw new Error(`clamd answered: ${said.slice(0, 200) || 'nothing'}`)
}

/** A look at what comes in parts: each is taken as it comes, and the verdict asked for at the end, or never. */
export type Scanning = {
  take(part: Uint8Array): Promise<void>
  /** Throws where clamd cannot be reached, does not answer in time or gives no verdict. */
  verdict(): Promise<Verdict>
  giveUp(): void
}

/** Has clamd look at bytes as they come (INSTREAM, clamd(8)), no faster than it reads them. */
export function scanning(address: string): Scanning {
  const socket = socketTo(address)
  const answered = new Promise<string>((resolve, reject) => {
    let answer = ''
    socket.setTimeout(patience, () => socket.destroy(new Error('clamd did not answer in time')))
    socket.setEncoding('utf8')
    socket.on('error', reject)
    socket.on('data', (text: string) => {
      answer += text
    })
    socket.on('close', () => resolve(answer))
  })
  // Whoever gives up, or is told only later, need not hear of it twice.
  answered.catch(() => {})
  const send = (piece: Uint8Array) =>
    new Promise<void>((sent) => {
      // One that hung up has its answer ready; it is read at the end.
      if (socket.destroyed || !socket.writable) sent()
      else socket.write(piece, () => sent())
    })
  const opened = send(Buffer.from('zINSTREAM\0'))
  return {
    async take(part) {
      await opened
      for (const piece of framed(part)) await send(piece)
    },
    async verdict() {
      await opened
      await send(Buffer.alloc(4))
      return verdictOf(await answered)
    },
    giveUp: () => socket.destroy(),
  }
}

/** Has clamd look at the bytes. Throws where it cannot be reached, does not answer in time or gives no verdict. */
export async function scan(address: string, bytes: Uint8Array): Promise<Verdict> {
  const looking = scanning(address)
  await looking.take(bytes)
  return looking.verdict()
}
