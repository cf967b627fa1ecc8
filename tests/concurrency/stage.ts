// What a run happens on: a PostgreSQL of its own that keeps what it confirmed, and portal processes of the real build on one database,
// each of which can be killed and started again.
import fs from 'node:fs'
import path from 'node:path'
import { startTemporaryPostgres } from '../../scripts/postgres/temporary.mjs'
import { startPostgres } from '../../scripts/postgres.mjs'
import { migrateDatabase, portalDatabase } from '../../scripts/steps/database.mjs'
import { freePort } from '../../scripts/steps/port.mjs'
import { demonstrationSecrets } from '../../scripts/steps/secrets.mjs'
import { startServer } from '../../scripts/steps/server.mjs'
import { openProxy, type Passing, type StatementProxy } from '../support/postgres-wire/proxy'
import { isRunning, killFamily, killHard } from './processes'

export interface StageOptions {
  /** A word for the names of folders. */
  purpose: string
  portals: number
  /** Settings of the server, over those of the portal's own. */
  settings?: Record<string, string>
  /** How statements are changed on their way to the database; without it the portals talk to it directly. */
  passing?: Passing
  /** What to do to the migrated database before a portal sees it. */
  prepare: (databaseUrl: string) => Promise<void>
}

export interface Stage {
  /** The database itself, not the door that the portals may go through. */
  databaseUrl: string
  origins: readonly string[]
  /** Kills a portal and starts it again; milliseconds until it was ready. */
  killPortal: (number: number) => Promise<number>
  /** Kills every process of the database and starts it again; milliseconds until it took connections. */
  killDatabase: () => Promise<number>
  /** How many statements the door changed. */
  changed: () => number
  /** What the portals wrote to their log. */
  log: () => string
  stop: () => Promise<void>
}

/** Commit times are kept: by them, and not by the clocks of the portals, the journal is put in order. */
const DURABLE = { track_commit_timestamp: 'on', fsync: 'on', full_page_writes: 'on' }

type Postgres = Awaited<ReturnType<typeof startTemporaryPostgres>>
type Server = Awaited<ReturnType<typeof startServer>>

const postmasterOf = (data: string): number =>
  Number(fs.readFileSync(path.join(data, 'postmaster.pid'), 'utf8').split('\n')[0])

function environment(postgres: Postgres, databaseUrl: string, port: number): NodeJS.ProcessEnv {
  return {
    ...process.env,
    ...demonstrationSecrets(path.join(postgres.folder, 'secrets.json')),
    PORTAL_MODE: 'demonstration',
    PORTAL_ORIGIN: `http://localhost:${port}`,
    DATABASE_URL: databaseUrl,
    LOG_LEVEL: 'error',
    // Our request ids reach the journal: by them each entry is known to be of one request that a client sent.
    TRUST_PROXY: '1',
  }
}

/** One portal process that can be killed. */
async function startPortal(env: NodeJS.ProcessEnv, port: number, logFile: string) {
  const start = () => startServer({ env, port, logFile })
  let server: Server = await start()
  const kill = async () => {
    const from = performance.now()
    const { pid, ended } = server
    await killHard([pid])
    await ended
    server = await start()
    return performance.now() - from
  }
  return { origin: server.origin, kill, stop: () => server.stop() }
}

async function killDatabase(postgres: Postgres, settings: Record<string, string>): Promise<number> {
  const from = performance.now()
  const pid = postmasterOf(postgres.data)
  await killFamily(pid)
  if (isRunning(pid)) throw new Error('the database outlived its kill')
  await startPostgres(path.join(postgres.folder, 'pg'), { port: postgres.port, durable: true, settings })
  return performance.now() - from
}

/** Sets the stage. */
export async function setStage({ purpose, portals, settings, passing, prepare }: StageOptions): Promise<Stage> {
  const all = { ...DURABLE, ...settings }
  const postgres = await startTemporaryPostgres(purpose, { durable: true, settings: all })
  const stops: (() => Promise<unknown>)[] = [() => postgres.stop()]
  const stop = async () => {
    for (const end of stops.toReversed()) await end()
  }
  try {
    const databaseUrl = await portalDatabase(postgres.url)
    await migrateDatabase(databaseUrl)
    await prepare(databaseUrl)
    const proxy: StatementProxy | null = passing ? await openProxy(databaseUrl, passing) : null
    if (proxy) stops.push(proxy.close)
    const logFile = path.join(postgres.folder, 'portal.log')
    const running: Awaited<ReturnType<typeof startPortal>>[] = []
    for (let i = 0; i < portals; i += 1) {
      const port = await freePort()
      const portal = await startPortal(environment(postgres, proxy?.url ?? databaseUrl, port), port, logFile)
      running.push(portal)
      stops.push(portal.stop)
    }
    return {
      databaseUrl,
      origins: running.map(({ origin }) => origin),
      killPortal: (number) => (running[number] as (typeof running)[number]).kill(),
      killDatabase: () => killDatabase(postgres, all),
      changed: () => proxy?.changed() ?? 0,
      log: () => fs.readFileSync(logFile, 'utf8'),
      stop,
    }
  } catch (error) {
    await stop()
    throw error
  }
}
