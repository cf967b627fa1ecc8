import { startDisposablePortal } from '../../scripts/steps/disposable-portal.mjs'
import { freePort } from '../../scripts/steps/port.mjs'
import { test as base } from './test'

type Own = { ownPortal: { origin: string; databaseUrl: string }; ownOrigin: string }

/** The test of journeys that change what is public: on a portal and a database of their own, so that others count as before. */
export const test = base.extend<object, Own>({
  ownPortal: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures that it needs from the pattern
    async ({}, use) => {
      const port = await freePort()
      const portal = await startDisposablePortal({ purpose: 'own', port })
      await use({ origin: `http://localhost:${port}`, databaseUrl: portal.databaseUrl })
      await portal.stop()
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  ownOrigin: [({ ownPortal }, use) => use(ownPortal.origin), { scope: 'worker' }],
  baseURL: ({ ownOrigin }, use) => use(ownOrigin),
})
