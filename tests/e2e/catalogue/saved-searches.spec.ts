import type { Page } from '@playwright/test'
import { row, tryOut } from '@/tests/support/dataset-file'
import { test } from '@/tests/support/own-portal'
import { signIn } from '@/tests/support/sign-in'
import { expect } from '@/tests/support/test'

test.use({ expectedFaults: [/404/] })

/** What a feed reader would make of the text. */
const readAtom = (page: Page, xml: string) =>
  page.evaluate((text) => {
    const feed = new DOMParser().parseFromString(text, 'application/xml')
    const all = (name: string) => [...feed.getElementsByTagName(name)].map((node) => node.textContent)
    return { faults: all('parsererror').length, title: all('title')[0], ids: all('id') }
  }, xml)

test('a search is saved from its page and read as a feed at a secret address, until the feed is ended', async ({
  page,
}) => {
  await page.goto('/datasets?q=lymph&modality=SM')
  await page.getByRole('link', { name: 'Save this search' }).click()
  await expect(page).toHaveURL(/sign-in/)
  await page.getByRole('button', { name: 'Petra PI' }).click()
  await page.getByLabel('Name').fill('Lymph & <slides>')
  await page.getByRole('button', { name: 'Save this search' }).click()
  await expect(page.getByText('The search is saved.')).toBeVisible()
  await page.getByText('Atom feed').click()
  await page.getByRole('button', { name: 'Make a feed address' }).click()
  const address = new URL(await page.getByText(/\/feeds\/[\w-]{43}$/).innerText()).pathname
  const answer = await page.request.get(address)
  expect(answer.headers()['content-type']).toBe('application/atom+xml; charset=utf-8')
  const atom = await readAtom(page, await answer.text())
  expect(atom).toMatchObject({ faults: 0, title: 'Lymph & <slides>' })
  expect(atom.ids).toContain('https://doi.org/10.23698/aida/lnco#1.2.0')
  const { etag = '' } = answer.headers()
  expect((await page.request.get(address, { headers: { 'if-none-match': etag } })).status()).toBe(304)
  await page.getByRole('button', { name: 'End the feed' }).click()
  await expect(page.getByText('Feed on')).toHaveCount(0)
  expect((await page.request.get(address)).status()).toBe(404)
})

test('whoever saved a search gets a mail when something new is found', async ({ page, browser, ownOrigin }) => {
  await signIn(page, 'petra', '/saved-searches?q=xylophone')
  await page.getByRole('textbox', { name: 'Name' }).fill('Instruments')
  await page.getByRole('button', { name: 'Save this search' }).click()
  await expect(page.getByText('0 datasets now')).toBeVisible()

  const steward = await (await browser.newContext({ baseURL: ownOrigin })).newPage()
  const publish = async (slug: string, title: string) => {
    await steward.goto('/stewardship/import')
    await tryOut(steward, { name: 'new.json', content: JSON.stringify([{ ...row, slug, title }]), publish: true })
    await steward.getByRole('button', { name: 'Import all 1' }).click()
    await expect(steward.getByText(/^Imported /)).toBeVisible()
  }
  const expectMail = (title: string) =>
    expect(async () => {
      await page.goto('/outbox')
      const mail = page.locator('section', { hasText: `New at AIDA Data Hub: ${title}` })
      await expect(mail).toContainText('- Instruments: ', { timeout: 1000 })
    }).toPass()
  await signIn(steward, 'sten', '/stewardship')
  await publish('xylophone', 'Xylophones in CT')
  await expectMail('Xylophones in CT')

  await page.goto('/saved-searches')
  await expect(page.getByText('1 dataset now')).toBeVisible()
  const instruments = page.locator('section', { has: page.getByRole('link', { name: 'Instruments' }) })
  await instruments.getByRole('button', { name: 'Remove…' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click()
  await expect(page.getByRole('link', { name: 'Instruments' })).toHaveCount(0)
  await steward.context().close()
})
