import AxeBuilder from '@axe-core/playwright'
import { test as base, expect, type Page } from '@playwright/test'

type Fixtures = {
  /** Faults that this test provokes on purpose, such as the browser's own word on a page that is not found. */
  expectedFaults: RegExp[]
  /** The browsers of other people that a journey opens end with it: what is left open goes on listening, and slows those after it. */
  others: undefined
  /** What went wrong in the browser: errors on its console, exceptions of scripts. Must be empty at the end. */
  faults: string[]
}

/** Playwright's test, which also fails when any page of it wrote an error to the console or threw an exception. */
export const test = base.extend<Fixtures>({
  expectedFaults: [[], { option: true }],
  others: [
    async ({ browser, context }, use) => {
      const before = new Set([...browser.contexts(), context])
      await use(undefined)
      await Promise.all(browser.contexts().map((one) => (before.has(one) ? null : one.close())))
    },
    { auto: true },
  ],
  faults: [
    async ({ context, expectedFaults }, use) => {
      const faults: string[] = []
      const note = (page: string, fault: string) => {
        if (!expectedFaults.some((expected) => expected.test(fault))) faults.push(`${page}: ${fault}`)
      }
      context.on('console', (message) => {
        if (message.type() === 'error') note(message.page()?.url() ?? '', message.text())
      })
      context.on('weberror', (webError) => note(webError.page()?.url() ?? '', webError.error().message))
      await use(faults)
      expect(faults, 'errors in the browser').toEqual([])
    },
    { auto: true },
  ],
})

/** WCAG 2.2 AA, with what came before it, and what axe knows to be good besides. Target size runs only when its tag is asked for. */
const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Fails with what axe finds on the page: the rule, and where. `tags` narrows the rules to those that have one of them. */
export async function expectAccessible(page: Page, tags: readonly string[] = standards): Promise<void> {
  // From its top: a target that happens to lie half under the header while the page is scrolled is no fault of the page.
  await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }))
  // Legacy mode spares a second page for each look; it leaves out only frames of other origins, of which we have none.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] })
  const { violations, passes } = await axe.withTags([...tags]).analyze()
  expect(passes.length, 'rules that axe could apply').toBeGreaterThan(0)
  const found = violations.map(({ id, help, nodes }) => ({
    id,
    help,
    where: nodes.map(({ target }) => target.join(' ')),
  }))
  expect(found).toEqual([])
}

/** By how many pixels the page is wider than its window. */
export const sideways = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

export { expect }
