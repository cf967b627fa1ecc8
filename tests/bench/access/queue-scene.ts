// A hub with a hundred thousand requests, as one of its handlers sees them.
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { QueueFilter } from '@/lib/access/schema/queue'
import { preparedQueue } from '@/lib/access/store/queue-statement'
import { migrate } from '../../../scripts/migrate.mjs'
import { ROOT } from '../../../scripts/steps/child.mjs'
import { startChild } from '../child-server'
import { connected, type Server } from '../database'
import type { Side } from '../measure'
import { startPortal } from '../portal'
import { queueHubOf } from './queue-hub'

export const REQUESTS = 100_000
const NAME = 'bench_queue'
/** What the portal shows on a page unless it is asked for more. */
const LIMIT = 50

/** One page of the queue: the portal's page, the same by its REST API, and the same one statement from a bare server. */
export interface QueuePage {
  what: string
  statement: string
  page: Side
  api: Side
  bare: Side
}

export interface QueueScene {
  databaseUrl: string
  pages: readonly QueuePage[]
  seconds: number
}

const word = createHash('md5').update('42').digest('hex').slice(0, 8)
const asked = [
  { what: 'first page', query: '' },
  { what: 'approved ones by a word that one in a hundred has', query: `?q=${word}&state=approved` },
]

async function hubWith(server: Server, id: string, tokens: { session: string; api: string }): Promise<string> {
  await connected(server.url('postgres'), async (db) => {
    await db.query(`DROP DATABASE IF EXISTS ${NAME} WITH (FORCE)`)
    await db.query(`CREATE DATABASE ${NAME}`)
  })
  await migrate(server.url(NAME))
  await connected(server.url(NAME), async (db) => {
    for (const [text, values] of queueHubOf(id, tokens, REQUESTS)) await db.query(text, values)
    await db.query('VACUUM ANALYZE')
  })
  return server.url(NAME)
}

/** The very statement of the portal, for this handler and now. */
function statementOf(id: string, query: string) {
  const filter = QueueFilter.parse(Object.fromEntries(new URLSearchParams(query)))
  const who = { id, organisation: null, holdsHandler: true, holdsReviewer: true, holdsDecider: false }
  const wish = { filter, place: null, limit: LIMIT, facets: true, now: new Date() }
  return preparedQueue({ who: { ...who, isAdministrator: false }, ...wish })
}

/** Makes the hub and starts both servers. */
export async function queueScene(server: Server, seconds: number): Promise<QueueScene> {
  const id = randomUUID()
  const tokens = {
    session: randomBytes(32).toString('base64url'),
    api: `aida_${randomBytes(32).toString('base64url')}`,
  }
  const databaseUrl = await hubWith(server, id, tokens)
  const statements = asked.map(({ query }) => statementOf(id, query))
  const file = path.join(ROOT, '.data/bench/queue.json')
  fs.writeFileSync(file, JSON.stringify(statements))
  const portal = await startPortal(databaseUrl)
  const env = { DATABASE_URL: databaseUrl, BENCH_QUEUE: file }
  const bare = await startChild('bare queue server', ['tests/bench/bare/queue.mjs'], env, '/ready')
  const cookie = { cookie: `session=${tokens.session}` }
  const bearer = { authorization: `Bearer ${tokens.api}` }
  const pages = asked.map(({ what, query }, n) => ({
    what,
    statement: statements[n]?.text ?? '',
    page: { origin: portal.origin, paths: [`/requests/queue${query}`], headers: cookie },
    api: { origin: portal.origin, paths: [`/api/v1/requests/queue${query}`], headers: bearer },
    bare: { origin: bare.origin, paths: [`/${n}`] },
  }))
  return { databaseUrl, pages, seconds }
}
