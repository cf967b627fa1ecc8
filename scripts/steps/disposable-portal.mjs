// A whole portal of the demonstration for tests: its own database, its own server, gone afterwards.
import path from 'node:path'
import { startTemporaryPostgres } from '../postgres/temporary.mjs'
import { migrateDatabase, portalDatabase, seed } from './database.mjs'
import { demonstrationSecrets } from './secrets.mjs'
import { startServer } from './server.mjs'

/**
 * Serves the build, which must exist, as a freshly seeded demonstration.
 * @param {{ purpose: string, port: number, env?: Record<string, string> }} options  `env` is added to the portal's
 * @returns {Promise<{ databaseUrl: string, logFile: string, env: NodeJS.ProcessEnv, stop: () => Promise<void> }>}  `env` is the
 *   server's own, by which another process can serve the same database
 */
export async function startDisposablePortal({ purpose, port, env = {} }) {
  const postgres = await startTemporaryPostgres(purpose)
  try {
    const databaseUrl = await portalDatabase(postgres.url)
    await migrateDatabase(databaseUrl)
    const complete = {
      ...process.env,
      ...demonstrationSecrets(path.join(postgres.folder, 'secrets.json')),
      PORTAL_MODE: 'demonstration',
      PORTAL_ORIGIN: `http://localhost:${port}`,
      DATABASE_URL: databaseUrl,
      ...env,
    }
    await seed(complete)
    const logFile = path.join(postgres.folder, 'portal.log')
    const server = await startServer({ env: complete, port, logFile })
    const stop = async () => {
      await server.stop()
      await postgres.stop()
    }
    return { databaseUrl, logFile, env: complete, stop }
  } catch (error) {
    await postgres.stop()
    throw error
  }
}
