import { createServer, type Server, type Socket } from 'node:net'

/** The test file of the European Institute for Computer Antivirus Research: harmless, and every scanner knows it. In two parts, lest one finds it here. */
export const eicar = Buffer.from(
  `${'X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-'}${'STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'}`,
  'latin1',
)

export type Clamd = { address: string; asked: () => number; close: () => Promise<void> }
type Answer = (bytes: Buffer) => string

const ordinary: Answer = (bytes) => (bytes.includes(eicar) ? 'stream: Eicar-Test-Signature FOUND' : 'stream: OK')

/** The bytes that INSTREAM carried, once its last, empty chunk is there; else null. Throws for what is no INSTREAM. */
function carried(received: Buffer): Buffer | null {
  const command = 'zINSTREAM\0'
  if (received.length < command.length) return null
  if (received.toString('latin1', 0, command.length) !== command) throw new Error('not INSTREAM')
  const parts: Buffer[] = []
  for (let at = command.length; at + 4 <= received.length; ) {
    const length = received.readUInt32BE(at)
    if (length === 0) return Buffer.concat(parts)
    parts.push(received.subarray(at + 4, at + 4 + length))
    at += 4 + length
  }
  return null
}

/** A TCP server that speaks clamd's INSTREAM as the daemon does, and knows one virus: the test file. No part of ClamAV itself. */
export async function startClamd(answer: Answer | null = ordinary): Promise<Clamd> {
  let asked = 0
  const serve = (socket: Socket) => {
    let received = Buffer.alloc(0)
    socket.on('error', () => {})
    socket.on('data', (part) => {
      received = Buffer.concat([received, part])
      const bytes = carried(received)
      if (bytes === null) return
      asked++
      if (answer) socket.end(`${answer(bytes)}\0`)
      else socket.destroy()
    })
  }
  const server: Server = createServer(serve)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as { port: number }
  const close = () => new Promise<void>((done) => server.close(() => done()))
  return { address: `tcp://127.0.0.1:${port}`, asked: () => asked, close }
}
