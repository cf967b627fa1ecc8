// The page of the booking sheet as somebody who is signed in is sent it, from a portal on a small hub of its own.
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { migrate } from '../../../scripts/migrate.mjs'
import { makeBookable } from '../../support/bookable'
import { connected } from '../database'
import { startPortal } from '../portal'

const NAME = 'bench_sheet_page'

/** One machine of four slots, as the hub's, and somebody of a project that can book it. */
const SCALE = { projects: 1, peopleEach: 1, budget: 32, machines: [[4, 4, 4, 4]], weeks: 40 }

async function freshDatabase(beside: string): Promise<string> {
  const [admin, own] = [new URL(beside), new URL(beside)]
  admin.pathname = '/postgres'
  own.pathname = `/${NAME}`
  await connected(admin.href, async (db) => {
    await db.query(`DROP DATABASE IF EXISTS ${NAME} WITH (FORCE)`)
    await db.query(`CREATE DATABASE ${NAME}`)
  })
  await migrate(own.href)
  return own.href
}

/** Signs somebody in: the token of a session that the database knows. */
async function sessionOf(databaseUrl: string, personId: string): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  const hash = createHash('sha256').update(token).digest('hex')
  await connected(databaseUrl, (db) =>
    db.query(
      `INSERT INTO session (id, token_hash, person_id, method, user_agent, created_at, seen_at, expires_at)
       VALUES ($1, $2, $3, 'password', 'bench', now(), now(), now() + interval '1 hour')`,
      [randomUUID(), hash, personId],
    ),
  )
  return token
}

/** Does `work` with the address of the page and what must be sent along; the database stands beside the given one. */
export async function withSheetPage<T>(
  beside: string,
  work: (url: string, headers: Record<string, string>) => Promise<T>,
): Promise<T> {
  const databaseUrl = await freshDatabase(beside)
  const { projects } = await makeBookable(databaseUrl, SCALE)
  const token = await sessionOf(databaseUrl, projects[0]?.people[0]?.id ?? '')
  const portal = await startPortal(databaseUrl)
  try {
    return await work(`${portal.origin}/bookings`, { cookie: `session=${token}` })
  } finally {
    await portal.stop()
  }
}
