// Whole portals of the demonstration for tests: a database of their own, a server of their own, gone afterwards.
import path from 'node:path'
import { startTemporaryPostgres } from '../postgres/temporary.mjs'
import { migrateDatabase, portalDatabase, seed } from './database.mjs'
import { demonstrationSecrets } from './secrets.mjs'
import { startServer } from './server.mjs'

/** Copies the seeded database, to which nothing may be connected. */
async function copyOf(postgres, seeded, name) {
  const { default: pg } = await import('pg')
  const client = new pg.Client({ connectionString: postgres.url('postgres') })
  await client.connect()
  try {
    await client.query(`create database ${name} template ${seeded} strategy file_copy`)
  } finally {
    await client.end()
  }
  return postgres.url(name)
}

/**
 * Seeds a demonstration once, from which portals are had in moments, one after the other on the same port: each begins with what was seeded,
 * whatever the one before it made of it.
 * @param {{ purpose: string, port: number, env?: Record<string, string> }} options  `env` is added to the portals'
 * @returns {Promise<{ start: () => Promise<{ databaseUrl: string, logFile: string, env: NodeJS.ProcessEnv, stop: () => Promise<void> }>,
 *   stop: () => Promise<void> }>}  a portal's `env` is its server's own, by which another process can serve the same database
 */
export async function seedPortals({ purpose, port, env = {} }) {
  const postgres = await startTemporaryPostgres(purpose)
  try {
    const seeded = await portalDatabase(postgres.url)
    await migrateDatabase(seeded)
    const common = {
      ...process.env,
      ...demonstrationSecrets(path.join(postgres.folder, 'secrets.json')),
      PORTAL_MODE: 'demonstration',
      PORTAL_ORIGIN: `http://localhost:${port}`,
      ...env,
    }
    await seed({ ...common, DATABASE_URL: seeded })
    let started = 0
    const start = async () => {
      const name = `portal_${++started}`
      const databaseUrl = await copyOf(postgres, new URL(seeded).pathname.slice(1), name)
      const complete = { ...common, DATABASE_URL: databaseUrl }
      const logFile = path.join(postgres.folder, `${name}.log`)
      const server = await startServer({ env: complete, port, logFile })
      return { databaseUrl, logFile, env: complete, stop: server.stop }
    }
    return { start, stop: postgres.stop }
  } catch (error) {
    await postgres.stop()
    throw error
  }
}

/**
 * Serves the build, which must exist, as a freshly seeded demonstration.
 * @param {Parameters<typeof seedPortals>[0]} options
 * @returns {ReturnType<Awaited<ReturnType<typeof seedPortals>>['start']>}
 */
export async function startDisposablePortal(options) {
  const portals = await seedPortals(options)
  try {
    const portal = await portals.start()
    const stop = async () => {
      await portal.stop()
      await portals.stop()
    }
    return { ...portal, stop }
  } catch (error) {
    await portals.stop()
    throw error
  }
}
