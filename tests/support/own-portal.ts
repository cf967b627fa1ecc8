import { startDisposablePortal } from '../../scripts/steps/disposable-portal.mjs'
import { freePort } from '../../scripts/steps/port.mjs'
import { test as base } from './test'

/** The test of journeys that change what is public: on a portal and a database of their own, so that others count as before. */
export const test = base.extend<object, { ownOrigin: string }>({
  ownOrigin: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures that it needs from the pattern
    async ({}, use) => {
      const port = await freePort()
      const portal = await startDisposablePortal({ purpose: 'own', port })
      await use(`http://localhost:${port}`)
      await portal.stop()
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  baseURL: ({ ownOrigin }, use) => use(ownOrigin),
})
