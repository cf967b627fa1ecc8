// Brings a database to the newest schema: prisma/migrations with Prisma's own bookkeeping (its command line accepts the rows),
// then the tables of graphile-worker. Safe to run by several processes at once, and again.
//   DATABASE_URL=… node scripts/migrate.mjs
import { createHash, randomUUID } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { Problem, report } from './steps/problem.mjs'

const PRISMA_LOCK = 72707369
const FOLDER = path.join(import.meta.dirname, '..', 'prisma', 'migrations')
const BOOKKEEPING = `create table if not exists _prisma_migrations (
  id                  varchar(36) primary key not null,
  checksum            varchar(64) not null,
  finished_at         timestamptz,
  migration_name      varchar(255) not null,
  logs                text,
  rolled_back_at      timestamptz,
  started_at          timestamptz not null default now(),
  applied_steps_count integer not null default 0
)`

/** The migrations of `folder` in order, each with the checksum that Prisma would compute. */
function migrationsIn(folder) {
  if (!fs.existsSync(folder)) return []
  const names = fs.readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  return names
    .map(({ name }) => name)
    .sort()
    .map((name) => {
      const sql = fs.readFileSync(path.join(folder, name, 'migration.sql'), 'utf8')
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    })
}

/** Schema and bookkeeping in one transaction: a process killed half way leaves nothing behind. */
async function apply(client, { name, sql, checksum }) {
  await client.query('begin')
  try {
    await client.query(sql)
    await client.query(
      `insert into _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
       values ($1, $2, $3, clock_timestamp(), 1)`,
      [randomUUID(), checksum, name],
    )
    await client.query('commit')
  } catch (cause) {
    await client.query('rollback').catch(() => undefined)
    throw new Problem(`The migration ${name} failed: ${cause.message}.`, { cause })
  }
}

/** Names of the migrations that are applied; a Problem when an earlier one stopped half way or was edited since. */
async function appliedIn(client, wanted) {
  const { rows } = await client.query(
    'select migration_name, checksum, finished_at from _prisma_migrations where rolled_back_at is null',
  )
  const failed = rows.find((row) => !row.finished_at)
  if (failed) {
    throw new Problem(
      `The migration ${failed.migration_name} failed earlier: mend what its log in _prisma_migrations tells, then delete that row.`,
    )
  }
  const checksums = new Map(rows.map((row) => [row.migration_name, row.checksum]))
  const edited = wanted.find(({ name, checksum }) => checksums.has(name) && checksums.get(name) !== checksum)
  if (edited) throw new Problem(`The migration ${edited.name} was edited after it had been applied to this database.`)
  return checksums
}

async function applyAll(client, folder) {
  await client.query(BOOKKEEPING)
  const wanted = migrationsIn(folder)
  const done = await appliedIn(client, wanted)
  const missing = wanted.filter(({ name }) => !done.has(name))
  for (const migration of missing) await apply(client, migration)
  return missing.map(({ name }) => name)
}

/** The job queue keeps its own schema and its own list of migrations. */
async function migrateQueue(pgPool) {
  const { Logger, runMigrations } = await import('graphile-worker')
  await runMigrations({ pgPool, logger: new Logger(() => () => undefined) })
}

/**
 * Applies what is missing to the database at `url`.
 * @returns {Promise<string[]>} names of the migrations applied now
 * @throws {Problem} a migration fails, failed earlier, or was edited after it was applied
 */
export async function migrate(url, { folder = FOLDER } = {}) {
  const { default: pg } = await import('pg')
  const pool = new pg.Pool({ connectionString: url, max: 2, connectionTimeoutMillis: 10_000 })
  pool.on('error', () => undefined) // a connection that breaks shows itself at the next query
  pool.on('connect', (connection) => connection.on('error', () => undefined))
  let client
  try {
    client = await pool.connect()
    await client.query('select pg_advisory_lock($1)', [PRISMA_LOCK])
    const applied = await applyAll(client, folder)
    await migrateQueue(pool)
    return applied
  } finally {
    client?.release(true) // closing the connection frees the lock
    await pool.end()
  }
}

async function main() {
  if (!process.env.DATABASE_URL) throw new Problem('DATABASE_URL is not set: which database shall be migrated?')
  const applied = await migrate(process.env.DATABASE_URL)
  console.log(applied.length > 0 ? `applied ${applied.join(', ')}` : 'nothing to apply')
}

if (process.argv[1] === import.meta.filename) await main().catch(report)
