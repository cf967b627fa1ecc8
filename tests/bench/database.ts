// The bench's own PostgreSQL below .data/bench, with one database for each size, kept between runs.
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { migrate } from '../../scripts/migrate.mjs'
import { startPostgres } from '../../scripts/postgres.mjs'
import { filesBelow } from '../../scripts/steps/cache.mjs'
import { ROOT } from '../../scripts/steps/child.mjs'
import { load } from './corpus/load'

const FOLDER = path.join(ROOT, '.data/bench/pg')
const SETTINGS = { max_wal_size: '8GB', checkpoint_timeout: '30min', track_activity_query_size: '16384' }
// What decides what is in a database: its schema, the projection, and the datasets made up.
const SOURCES = ['prisma/migrations', 'lib/catalogue/rules/search', 'tests/bench/corpus', 'tests/bench/bare/table.ts']

export type Server = Awaited<ReturnType<typeof startPostgres>>

/** Starts the server of the benchmarks, with the settings of the portal but for fewer checkpoints and longer statements shown. */
export const startServer = (): Promise<Server> => startPostgres(FOLDER, { settings: SETTINGS })

function fingerprint(): string {
  const hash = createHash('sha256')
  for (const file of SOURCES.flatMap((entry) => filesBelow(entry)) as string[])
    hash.update(file).update(fs.readFileSync(path.join(ROOT, file)))
  return hash.digest('hex').slice(0, 12)
}

/** Does `work` with a connection of its own. */
export async function connected<T>(url: string, work: (db: pg.Client) => Promise<T>): Promise<T> {
  const db = new pg.Client({ connectionString: url })
  await db.connect()
  try {
    return await work(db)
  } finally {
    await db.end()
  }
}

/** The address of a database with `size` datasets, made when there is none for these sources. */
export async function databaseOf(server: Server, size: number, fresh: boolean): Promise<string> {
  const name = `bench_${size}_${fingerprint()}`
  await connected(server.url('postgres'), async (db) => {
    const { rows } = await db.query<{ datname: string }>('SELECT datname FROM pg_database WHERE datname LIKE $1', [
      `bench\\_${size}\\_%`,
    ])
    const useless = rows.map((row) => row.datname).filter((found) => fresh || found !== name)
    for (const old of useless) await db.query(`DROP DATABASE ${old} WITH (FORCE)`)
    if (rows.length > useless.length) return
    const unfinished = `unfinished_${name}`
    await db.query(`DROP DATABASE IF EXISTS ${unfinished} WITH (FORCE)`)
    await db.query(`CREATE DATABASE ${unfinished}`)
    await migrate(server.url(unfinished))
    await connected(server.url(unfinished), (target) => load(target, size, (loaded) => tell(loaded, size)))
    await db.query(`ALTER DATABASE ${unfinished} RENAME TO ${name}`)
  })
  return server.url(name)
}

function tell(loaded: number, size: number): void {
  if (process.stdout.isTTY)
    process.stdout.write(`\r\x1b[K    ${loaded} of ${size} datasets${loaded === size ? '; indexes\r' : ''}`)
}
