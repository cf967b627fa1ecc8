// The baseline of the queue: node:http and pg, and nothing else. GET /<n> sends the nth of the queue's statements, as the portal would,
// and answers with what the database says: nobody is recognised, nothing is judged, nothing is shown.
import fs from 'node:fs'
import http from 'node:http'
import pg from 'pg'

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 12, application_name: 'bare' }) // as many as the portal has
const statements = JSON.parse(fs.readFileSync(process.env.BENCH_QUEUE, 'utf8'))

const server = http.createServer(async (request, response) => {
  try {
    if (request.url === '/ready') return response.end('ready')
    const { rows } = await pool.query({ ...statements[Number(request.url.slice(1))] })
    const text = JSON.stringify(rows[0].answer)
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }).end(text)
  } catch (error) {
    response.writeHead(500).end(String(error))
  }
})
server.listen(Number(process.env.PORT), process.env.HOSTNAME)
process.once('SIGTERM', () => process.exit(0))
