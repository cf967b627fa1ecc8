import type { Page } from '@playwright/test'
import { expect, test } from '@/tests/support/test'

const run = (what: string) =>
  `document.documentElement.setAttribute('data-ran', (document.documentElement.getAttribute('data-ran') || '') + ' ${what}')`
const injected = `<script>${run('script')}</script><img src="/nope.png" onerror="${run('handler')}">`

/** Opens the page as though somebody had got markup of theirs into it; with its policy, or without. */
async function openInjected(page: Page, address: string, guarded: boolean): Promise<void> {
  await page.route(address, async (route) => {
    const response = await route.fetch()
    const headers = response.headers()
    if (!guarded) delete headers['content-security-policy']
    const body = (await response.text()).replace('</body>', `${injected}</body>`)
    expect(body).toContain(injected)
    await route.fulfill({ response, headers, body })
  })
  const missing = page.waitForResponse('**/nope.png')
  await page.goto(address)
  await missing
  await page.waitForLoadState('load')
}

test.use({ expectedFaults: [/Content Security Policy|404|hydrat|Minified React error/i] })

for (const [kind, address] of [
  ['prerendered', '/datasets/ctpa'],
  ['per-request', '/register'],
] as const) {
  test(`a script or handler that got into a ${kind} page does not run`, async ({ page }) => {
    await openInjected(page, address, true)
    expect(await page.locator('img[src="/nope.png"]').count()).toBe(1)
    expect(await page.evaluate(() => document.documentElement.dataset.ran)).toBeUndefined()
  })

  test(`it would run in a ${kind} page without the policy`, async ({ page }) => {
    await openInjected(page, address, false)
    await expect(page.locator('html')).toHaveAttribute('data-ran', /script/)
    await expect(page.locator('html')).toHaveAttribute('data-ran', /handler/)
  })
}
