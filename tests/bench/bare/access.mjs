// The baseline of the verdict: node:http and pg, and nothing else. GET /verdict sends the very statements that the portal was seen to
// send for one, and answers with the rows of the last: it judges nothing.
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import http from 'node:http'
import pg from 'pg'
import { send } from './filling.mjs'

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 12, application_name: 'bare' }) // as many as the portal has
const steps = JSON.parse(fs.readFileSync(process.env.BENCH_ACCESS, 'utf8'))

async function verdict(request) {
  const tokenHash = createHash('sha256').update(request.headers.authorization.slice(7)).digest('hex')
  const filling = { known: { tokenHash }, now: Date.now(), fresh: [] }
  const read = []
  for (const step of steps) read.push((await send(pool, step, filling)).rows.length)
  return { rows: read }
}

const server = http.createServer(async (request, response) => {
  try {
    if (request.url === '/ready') return response.end('ready')
    const text = JSON.stringify(await verdict(request))
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }).end(text)
  } catch (error) {
    response.writeHead(500).end(String(error))
  }
})
server.listen(Number(process.env.PORT), process.env.HOSTNAME)
process.once('SIGTERM', () => process.exit(0))
