import fs from 'node:fs'
import path from 'node:path'
import { startDisposablePortal } from '../../scripts/steps/disposable-portal.mjs'

/**
 * Once for all journeys: a seeded demonstration on its own database, at the origin that the configuration chose. Specs reach
 * its database through `process.env.E2E_DATABASE_URL`. Its log is kept in tests/results/portal.log.
 */
export default async function startPortal() {
  const origin = new URL(process.env.E2E_ORIGIN ?? '')
  const portal = await startDisposablePortal({ purpose: 'e2e', port: Number(origin.port) })
  process.env.E2E_DATABASE_URL = portal.databaseUrl
  return async () => {
    fs.copyFileSync(portal.logFile, path.join(import.meta.dirname, '../results/portal.log'))
    await portal.stop()
  }
}
