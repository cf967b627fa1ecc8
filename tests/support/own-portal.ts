import { seedPortals } from '../../scripts/steps/disposable-portal.mjs'
import { freePort } from '../../scripts/steps/port.mjs'
import { test as base } from './test'

type Portal = { origin: string; databaseUrl: string }
type Stage = { portalOf: (file: string) => Promise<Portal> }
type Own = { ownPortal: Portal; ownOrigin: string }

/**
 * The test of journeys that change what is public: on a portal and a database of their file's own, which begin with the demonstration as it
 * is seeded, so that nobody meets what others left.
 */
export const test = base.extend<Own, Stage>({
  portalOf: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures that it needs from the pattern
    async ({}, use) => {
      const port = await freePort()
      const origin = `http://localhost:${port}`
      const portals = await seedPortals({ purpose: 'own', port })
      const stage: { open: { file: string; portal: Awaited<ReturnType<typeof portals.start>> } | null } = { open: null }
      await use(async (file) => {
        if (stage.open?.file === file) return { origin, databaseUrl: stage.open.portal.databaseUrl }
        await stage.open?.portal.stop()
        stage.open = null
        const portal = await portals.start()
        stage.open = { file, portal }
        return { origin, databaseUrl: portal.databaseUrl }
      })
      await stage.open?.portal.stop()
      await portals.stop()
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  ownPortal: [
    async ({ portalOf }, use, { file }) => {
      await use(await portalOf(file))
    },
    { timeout: 60_000 },
  ],
  ownOrigin: ({ ownPortal }, use) => use(ownPortal.origin),
  baseURL: ({ ownOrigin }, use) => use(ownOrigin),
})
