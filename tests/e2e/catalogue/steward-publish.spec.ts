import type { Browser, Page } from '@playwright/test'
import { test } from '@/tests/support/own-portal'
import { signIn } from '@/tests/support/sign-in'
import { expect, expectAccessible, sideways } from '@/tests/support/test'

test.use({ expectedFaults: [/404/] })

const publish = (page: Page) => page.getByRole('button', { name: 'Publish', exact: true }).click()

async function fillSection(page: Page, section: string, fields: Record<string, string>): Promise<void> {
  await page.getByRole('link', { name: section }).click()
  for (const [label, value] of Object.entries(fields)) await page.getByLabel(label).fill(value)
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText(`Saved: ${section}.`)).toBeVisible()
}

/** Makes a new dataset in the browser and states what it needs to be published. */
async function makeDraft(page: Page, slug: string, title: string): Promise<void> {
  await page.goto('/stewardship')
  await page.getByRole('link', { name: 'New dataset' }).click()
  await page.getByLabel('Title').fill(title)
  await page.getByLabel('Short name').fill(slug.toUpperCase())
  await page.getByLabel('Short address').fill(slug)
  await page.getByLabel('Subject').fill('Radiology')
  await page.getByLabel('Abstract').fill('Of patient 19121212-1212.')
  await page.getByRole('button', { name: 'Make the draft' }).click()
  await expect(page.getByRole('main').getByRole('alert')).toContainText('Swedish personal number at character 12')
  await expect(page.getByLabel('Title')).toHaveValue(title)
  await page.getByLabel('Abstract').fill('Elbows, in two directions.')
  await page.getByRole('button', { name: 'Make the draft' }).click()
  await expect(page.getByText(/^It cannot be published yet/)).toBeVisible()
  await fillSection(page, 'What it is', { Keywords: 'Radiology' })
  await fillSection(page, 'What it holds', { Modality: 'DX', Organ: 'Elbow | 16953009', Scans: '1200' })
  await fillSection(page, 'Who made it', { Authors: 'Josiah Carberry | 0000-0002-1825-0097' })
  await fillSection(page, 'Rights and terms', { 'Copyright holders': 'Brown University | Organization' })
}

const visitorOf = async (browser: Browser, baseURL: string): Promise<Page> =>
  (await browser.newContext({ baseURL })).newPage()

test('a steward creates, previews and publishes a dataset, then a new version; the old one stays citable', async ({
  page,
  browser,
  ownOrigin,
}) => {
  test.setTimeout(120_000)
  const visitor = await visitorOf(browser, ownOrigin)
  await signIn(page, 'sten', '/stewardship')
  await makeDraft(page, 'elbows', 'Elbows of a journey')
  await page.getByRole('link', { name: 'Preview' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Elbows of a journey' })).toBeVisible()
  await page.getByRole('link', { name: 'Back to the dataset' }).click()
  expect((await visitor.goto('/datasets/elbows'))?.status()).toBe(404)
  expect((await visitor.request.get('/api/v1/datasets/elbows')).status()).toBe(404)
  await visitor.goto('/stewardship/datasets/elbows/preview')
  await expect(visitor).toHaveURL(/\/sign-in\?/)
  await publish(page)
  await expect(page.getByText('Version 1.0.0 is published.')).toBeVisible()
  await visitor.goto('/datasets?q=elbows')
  await visitor.getByRole('link', { name: 'Elbows of a journey' }).first().click()
  await expect(visitor.getByRole('heading', { level: 1, name: 'Elbows of a journey' })).toBeVisible()

  await fillSection(page, 'What it holds', { Scans: '1350' })
  await expect(page.getByRole('row', { name: /^Scans 1.?200 1.?350$/ })).toBeVisible()
  await visitor.reload()
  await expect(visitor.getByRole('main')).not.toContainText(/1.?350/)
  await page.getByLabel('Version number').fill('1.0.0')
  await publish(page)
  await expect(page.getByRole('main').getByRole('alert')).toContainText('Give a greater number')
  await page.getByLabel('Version number').fill('1.1.0')
  await page.getByLabel('What changed').fill('150 examinations more')
  await publish(page)
  await expect(page.getByText('Version 1.1.0 is published.')).toBeVisible()

  await visitor.reload()
  await expect(visitor.getByText('150 examinations more')).toBeVisible()
  await visitor.getByText(/^\d fields? changed$/).click()
  await expect(visitor.getByText(/^before: 1.?200$/i)).toBeVisible()
  await visitor.getByRole('link', { name: 'Version 1.0.0' }).click()
  await expect(visitor).toHaveURL('/datasets/elbows/versions/1.0.0')
  await expect(visitor.getByText(/1.?200/).first()).toBeVisible()
  const cited = await visitor.request.get('/datasets/elbows/versions/1.0.0/cite/bibtex')
  expect(await cited.text()).toContain('1.0.0')
  await visitor.context().close()
})

test('what is hidden is gone from everyone’s next answer, like what never was, and comes back', async ({
  page,
  browser,
  ownOrigin,
}) => {
  const visitor = await visitorOf(browser, ownOrigin)
  expect((await visitor.goto('/datasets/drsk'))?.status()).toBe(200)
  await signIn(page, 'sten', '/stewardship/datasets/drsk')
  await page.getByRole('button', { name: 'Hide…' }).click()
  await page.getByRole('dialog').getByLabel('Reason').fill('The depositor asked for it')
  await page.getByRole('button', { name: 'Hide', exact: true }).click()
  await expect(page.getByText('The dataset is hidden.')).toBeVisible()
  const [hidden, unknown] = await Promise.all(
    ['drsk', 'nvrs'].map(async (slug) => {
      const headers = { 'x-request-id': 'same-request-id' }
      const answer = await visitor.request.get(`/api/v1/datasets/${slug}`, { headers })
      const shown = await visitor.request.get(`/datasets/${slug}`)
      return {
        status: answer.status(),
        body: (await answer.text()).replaceAll(/[0-9a-f-]{36}/g, ''),
        page: shown.status(),
      }
    }),
  )
  expect(hidden).toEqual(unknown)
  expect(hidden).toMatchObject({ status: 404, page: 404 })
  await page.getByRole('button', { name: 'Show again…' }).click()
  await page.getByRole('button', { name: 'Show again', exact: true }).click()
  await expect(page.getByText('The dataset is public again.')).toBeVisible()
  expect((await visitor.goto('/datasets/drsk'))?.status()).toBe(200)
  await visitor.context().close()
})

test('what is withdrawn leaves a page that says why, and what to use instead', async ({ page, browser, ownOrigin }) => {
  await signIn(page, 'sten', '/stewardship/datasets/brln')
  await page.getByRole('button', { name: 'Withdraw…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Reason, for everyone to read').fill('Two scanners were mixed up')
  await dialog.getByLabel('Dataset to use instead').fill('lnco')
  await dialog.getByLabel('Type brln to confirm').fill('ctpa')
  await dialog.getByRole('button', { name: 'Withdraw' }).click()
  await expect(dialog.getByRole('alert')).toContainText('Type the short address exactly')
  await expect(dialog.getByLabel('Reason, for everyone to read')).toHaveValue('Two scanners were mixed up')
  await dialog.getByLabel('Type brln to confirm').fill('brln')
  await dialog.getByRole('button', { name: 'Withdraw' }).click()
  await expect(page.getByText('The dataset is withdrawn.')).toBeVisible()

  const visitor = await visitorOf(browser, ownOrigin)
  await visitor.goto('/10.23698/aida/brln')
  await expect(visitor).toHaveURL('/datasets/brln')
  await expect(visitor.getByText('Two scanners were mixed up')).toBeVisible()
  const instead = visitor.getByRole('link', { name: 'Regional lymph node metastasis in colon adenocarcinoma' })
  await expect(instead).toHaveAttribute('href', '/datasets/lnco')
  await expect(visitor.getByText(/^This dataset was withdrawn on \d{4}-\d\d-\d\d$/)).toBeVisible()
  await expect(visitor.locator('meta[name=robots]')).toHaveAttribute('content', /noindex/)
  await expect(visitor.getByRole('main').getByRole('img')).toHaveCount(0)
  await expectAccessible(visitor)
  const cited = await visitor.request.get('/datasets/brln/cite/bibtex')
  expect(await cited.text()).toContain('10.23698/aida/brln')
  await expect(visitor.getByRole('link', { name: 'Request access' })).toHaveCount(0)
  await visitor.goto('/datasets')
  await expect(visitor.locator('a[href="/datasets/lnco"]').first()).toBeVisible()
  await expect(visitor.locator('a[href="/datasets/brln"]')).toHaveCount(0)
  await visitor.goto('/language?to=sv&back=/datasets/brln')
  await expect(visitor.getByText(/^Datasetet drogs tillbaka \d{4}-\d\d-\d\d$/)).toBeVisible()
  await visitor.setViewportSize({ width: 360, height: 740 })
  expect(await sideways(visitor)).toBe(0)
  await expectAccessible(visitor)
  await visitor.context().close()
})
