import http from 'node:http'
import type { AddressInfo } from 'node:net'

type News = { type: string; data: { grant: string; reference: string; sequence: number; reasons: string[] } }
export type Heard = { headers: http.IncomingHttpHeaders; body: string; said: News }

/** A system of somebody else on this machine, which answers as it is told. */
export async function archive() {
  const heard: Heard[] = []
  const state = { status: 204 }
  const server = http.createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk) => chunks.push(chunk))
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString()
      heard.push({ headers: request.headers, body, said: JSON.parse(body) })
      response.writeHead(state.status).end()
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const close = () => {
    server.closeAllConnections()
    server.close()
  }
  return { heard, state, close, url: `http://localhost:${(server.address() as AddressInfo).port}/hook` }
}
