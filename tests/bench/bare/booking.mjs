// The baseline of booking: node:http and pg, and nothing else. POST /bookings sends the very statements that the portal was seen to
// send for an accepted and for a refused attempt (tests/bench/booking/recording.ts), with the values of this request; GET /sheet
// and /sheets the one statement of the sheet, of one machine or of several.
import { createHash, randomUUID } from 'node:crypto'
import fs from 'node:fs'
import http from 'node:http'
import pg from 'pg'
import { send } from './filling.mjs'

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 12, application_name: 'bare' }) // as many as the portal has
const { accepted, refused, sheet, sheets, people, projects, cells } = JSON.parse(
  fs.readFileSync(process.env.BENCH_BOOKING, 'utf8'),
)
const mostWrites = 240

/** What is known of the request, by the names that the recording gave. */
function knownOf(request, body) {
  const [cell] = body.cells
  const tokenHash = createHash('sha256').update(request.headers.authorization.slice(7)).digest('hex')
  const key = request.headers['idempotency-key']
  return {
    tokenHash,
    key,
    requestId: randomUUID(),
    ...people[tokenHash],
    ...projects[body.project],
    ...cells[`${cell.slot} ${cell.week}`],
  }
}

/** Sends the statements; where what was read shows that the slot week is taken, goes on as a refusal does. */
async function book(request, body) {
  const filling = { known: knownOf(request, body), now: Date.now(), fresh: [] }
  const begin = accepted.findIndex(({ text }) => /^BEGIN/i.test(text))
  for (const step of accepted.slice(0, begin)) {
    const { rows } = await send(pool, step, filling)
    if (rows[0]?.points > mostWrites) return { status: 429, body: {} }
  }
  const client = await pool.connect()
  try {
    let steps = accepted
    for (let i = begin; i < steps.length; i += 1) {
      const { rows } = await send(client, steps[i], filling)
      if (rows.some(({ booked }) => booked)) steps = refused
    }
    if (steps === refused) return { status: 409, body: { code: 'booking.taken' } }
    return { status: 201, body: { id: filling.fresh[0], weeks: body.cells } }
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  } finally {
    client.release()
  }
}

async function readSheet(request) {
  const { machine, machines, from, weeks } = Object.fromEntries(new URL(request.url, 'http://localhost').searchParams)
  const named =
    machines === undefined ? { machine } : { machines: `{${machines.split(',').map((slug) => `"${slug}"`)}}` }
  const tokenHash = createHash('sha256').update(request.headers.authorization.slice(7)).digest('hex')
  const filling = { known: { tokenHash, ...people[tokenHash], ...named, from, weeks }, now: Date.now(), fresh: [] }
  let answer
  for (const step of machines === undefined ? sheet : sheets) answer = (await send(pool, step, filling)).rows
  return { status: 200, body: answer }
}

async function bodyOf(request) {
  const parts = []
  for await (const part of request) parts.push(part)
  return JSON.parse(Buffer.concat(parts).toString())
}

const server = http.createServer(async (request, response) => {
  try {
    if (request.url === '/ready') return response.end('ready')
    const answer = request.method === 'POST' ? await book(request, await bodyOf(request)) : await readSheet(request)
    const text = JSON.stringify(answer.body)
    response
      .writeHead(answer.status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) })
      .end(text)
  } catch (error) {
    response.writeHead(500).end(String(error))
  }
})
server.listen(Number(process.env.PORT), process.env.HOSTNAME)
process.once('SIGTERM', () => process.exit(0))
