import 'server-only'
import { createHash } from 'node:crypto'
import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { type Prisma, PrismaClient } from '@/prisma/generated/client'
import { env } from './env'

/** A transaction, as commands hand it to stores. */
export type Tx = Prisma.TransactionClient

type Connections = { pool: pg.Pool; prisma: PrismaClient }
const held = globalThis as typeof globalThis & { portalConnections?: Connections }

/**
 * A raw statement that begins with the comment `kept` is prepared once on each connection, in transactions too: for those that are asked
 * often and take longer to plan than to carry out. Others stay unnamed, so that their plan is made for their values.
 */
const statementNameGenerator = ({ sql }: { sql: string }): string =>
  /^\s*\/\* kept \*\//.test(sql) ? `kept-${createHash('sha1').update(sql).digest('hex').slice(0, 16)}` : ''

function connect(): Connections {
  const { DATABASE_URL, DATABASE_POOL } = env()
  const pool = new pg.Pool({ connectionString: DATABASE_URL, max: DATABASE_POOL, application_name: 'portal' })
  // An idle connection that the server ended (a restart) must not end the process; the next query opens another.
  pool.on('error', () => {})
  // Nor must one that is in use: its query fails, and says so where it was asked.
  pool.on('connect', (client) => client.on('error', () => {}))
  const adapter = new PrismaPg(pool, { disposeExternalPool: true, statementNameGenerator })
  return { pool, prisma: new PrismaClient({ adapter }) }
}

const connections = (): Connections => {
  held.portalConnections ??= connect()
  return held.portalConnections
}

/** Prisma over the process's one pool. */
export const db = (): PrismaClient => connections().prisma
/** The same pool for hot reads in plain SQL, where Prisma's share of the time would show. */
export const pool = (): pg.Pool => connections().pool

/** Closes the pool: for scripts and tests that must end. */
export async function disconnect(): Promise<void> {
  await held.portalConnections?.prisma.$disconnect()
  held.portalConnections = undefined
}
