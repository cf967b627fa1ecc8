import type { Browser, Page } from '@playwright/test'
import { test } from '@/tests/support/own-portal'
import { signIn } from '@/tests/support/sign-in'
import { expect } from '@/tests/support/test'

const open = async (browser: Browser, baseURL: string): Promise<Page> =>
  (await browser.newContext({ baseURL })).newPage()

const save = (page: Page) => page.getByRole('button', { name: 'Save' }).click()

test('two browsers edit the same draft: nothing is overwritten, both are shown, each field is chosen', async ({
  browser,
  ownOrigin,
}) => {
  const [sten, other] = await Promise.all([open(browser, ownOrigin), open(browser, ownOrigin)])
  for (const page of [sten, other]) {
    await signIn(page, 'sten', '/stewardship/datasets/affai/edit/about')
    await expect(page.getByLabel('Title')).toHaveValue('X-ray examinations of atypical femoral fractures')
  }
  await sten.getByLabel('Title').fill('Atypical femoral fractures')
  await sten.getByLabel('Short name').fill('AFF')
  await save(sten)
  await expect(sten.getByText('Saved: What it is.')).toBeVisible()

  await other.getByLabel('Title').fill('Femurs')
  await other.getByLabel('Abstract').fill('Mine alone.')
  await save(other)
  await expect(other.getByRole('main').getByRole('alert')).toContainText('Nothing was overwritten')
  await expect(other.getByText('“Atypical femoral fractures” while you wrote')).toBeVisible()
  await expect(other.getByLabel('Title')).toHaveValue('Femurs')
  await other.getByLabel('Keep mine').check()
  await save(other)
  await expect(other.getByText('Meanwhile somebody else changed Short name; both changes stand.')).toBeVisible()
  await expect(other.getByRole('heading', { level: 1, name: 'Femurs' })).toBeVisible()
  await other.goto('/stewardship/datasets/affai/edit/about')
  await expect(other.getByLabel('Short name')).toHaveValue('AFF')
  await expect(other.getByLabel('Abstract')).toHaveValue('Mine alone.')

  await sten.getByRole('button', { name: 'Publish', exact: true }).click()
  await expect(sten.getByRole('main').getByRole('alert')).toContainText('Somebody else has changed this')
  await Promise.all([sten, other].map((page) => page.context().close()))
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })
  test('the collision is shown and settled as well', async ({ page, browser, ownOrigin }) => {
    await signIn(page, 'sten', '/stewardship/datasets/bccc/edit/about')
    const other = await open(browser, ownOrigin)
    await signIn(other, 'sten', '/stewardship/datasets/bccc/edit/about')
    await other.getByLabel('Title').fill('Carcinomas')
    await other.getByLabel('Short name').fill('BC')
    await save(other)
    await expect(other.getByText('Saved: What it is.')).toBeVisible()
    await other.context().close()
    await page.getByLabel('Title').fill('Skins')
    await page.getByLabel('Abstract').fill('Without scripts.')
    await save(page)
    await expect(page.getByLabel('Title')).toHaveValue('Skins')
    await page.getByLabel('Take theirs').check()
    await save(page)
    await expect(page.getByRole('heading', { level: 1, name: 'Carcinomas' })).toBeVisible()
    await page.goto('/stewardship/datasets/bccc/edit/about')
    await expect(page.getByLabel('Short name')).toHaveValue('BC')
    await expect(page.getByLabel('Abstract')).toHaveValue('Without scripts.')
  })
})
