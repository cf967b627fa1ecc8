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

/** The bytes as INSTREAM takes them: chunks led by their length in four bytes, the most significant first; an empty one ends them. */
function* framed(bytes: Uint8Array): Generator<Uint8Array> {
  yield Buffer.from('zINSTREAM\0')
  for (let at = 0; at < bytes.byteLength; at += chunk) {
    const part = bytes.subarray(at, at + chunk)
    const length = Buffer.alloc(4)
    length.writeUInt32BE(part.byteLength)
    yield length
    yield part
  }
  yield Buffer.alloc(4)
}

function verdictOf(answer: string): Verdict {
  const said = answer.replace(/\0/g, '').trim()
  if (/^stream: OK$/.test(said)) return { clean: true }
  const found = /^stream: (.+) FOUND$/.exec(said)?.[1]
  if (found) return { clean: false, found }
  throw new Error(`clamd answered: ${said.slice(0, 200) || 'nothing'}`)
}

/** Has clamd look at the bytes (INSTREAM, clamd(8)). Throws where it cannot be reached, does not answer in time or gives no verdict. */
export function scan(address: string, bytes: Uint8Array): Promise<Verdict> {
  return new Promise((resolve, reject) => {
    const socket = socketTo(address)
    let answer = ''
    socket.setTimeout(patience, () => socket.destroy(new Error('clamd did not answer in time')))
    socket.setEncoding('utf8')
    socket.on('error', reject)
    socket.on('data', (text: string) => {
      answer += text
    })
    socket.on('close', () => {
      try {
        resolve(verdictOf(answer))
      } catch (error) {
        reject(error)
      }
    })
    for (const part of framed(bytes)) socket.write(part)
  })
}
