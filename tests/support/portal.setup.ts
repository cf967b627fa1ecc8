import fs from 'node:fs'
import path from 'node:path'
import { startDisposablePortal } from '../../scripts/steps/disposable-portal.mjs'
import { holders } from './holders'
import { startOrganisation } from './oidc'

/**
 * Once for all journeys: a seeded demonstration on its own database, at the origin that the configuration chose, with an
 * organisation to sign in through. Specs reach
 * its database through `process.env.E2E_DATABASE_URL`. Its log is kept in tests/results/portal.log.
 */
export default async function startPortal() {
  const origin = new URL(process.env.E2E_ORIGIN ?? '')
  const organisation = await startOrganisation(origin.origin, holders)
  const env = {
    OIDC_ISSUER: organisation.issuer,
    OIDC_CLIENT_ID: organisation.clientId,
    OIDC_CLIENT_SECRET: organisation.clientSecret,
  }
  const portal = await startDisposablePortal({ purpose: 'e2e', port: Number(origin.port), env })
  process.env.E2E_DATABASE_URL = portal.databaseUrl
  return async () => {
    fs.copyFileSync(portal.logFile, path.join(import.meta.dirname, '../results/portal.log'))
    await portal.stop()
    await organisation.stop()
  }
}
