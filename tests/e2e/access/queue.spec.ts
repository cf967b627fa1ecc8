import type { Page } from '@playwright/test'
import { test } from '@/tests/support/own-portal'
import { signIn } from '@/tests/support/sign-in'
import { expect } from '@/tests/support/test'

const names = (page: Page) => page.getByRole('rowheader').getByRole('link')

test('a handler narrows the queue down, keeps the filter, and takes it as a table', async ({ page }) => {
  await signIn(page, 'hanna', '/requests/queue')
  const waiting = await names(page).count()
  expect(waiting).toBeGreaterThan(2)
  await page.getByRole('navigation', { name: 'By whose turn it is' }).getByRole('link', { name: 'the handler' }).click()
  await expect(page).toHaveURL(/turn=handler/)
  const { items } = await (await page.request.get('/api/v1/requests/queue?turn=handler')).json()
  const handlers: number = items.length
  expect(handlers).toBeGreaterThan(0)
  await expect(names(page)).toHaveCount(handlers)
  await page.locator('summary', { hasText: 'Keep this filter' }).click()
  await page.getByLabel('Its name').fill('Ours to move')
  await page.getByRole('button', { name: 'Keep this filter' }).click()
  const kept = page.getByRole('navigation', { name: 'Your filters' }).getByRole('link', { name: 'Ours to move' })
  await expect(kept).toBeVisible()
  await page.goto('/requests/queue')
  await kept.click()
  await expect(names(page)).toHaveCount(handlers)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'As CSV' }).click(),
  ])
  const chunks: Buffer[] = []
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer)
  const lines = Buffer.concat(chunks).toString().trim().split('\r\n')
  expect(lines.length).toBe(handlers + 1)
  await page.getByRole('button', { name: /^Remove/ }).click()
  await expect(page.getByRole('navigation', { name: 'Your filters' })).toHaveCount(0)
  await page.goto('/requests/queue')
  await page.locator('summary', { hasText: 'Narrow it down' }).click()
  await page.getByLabel('Words').fill('lesions skin')
  await page.getByRole('button', { name: 'Show these' }).click()
  await expect(names(page)).toHaveText([/^Lesions of the skin/])
})

test('keys move through the queue, select, open, and tell what they do', async ({ page }) => {
  await signIn(page, 'hanna', '/requests/queue')
  // Before its scripts run the page hears no keys.
  await expect(async () => {
    await page.keyboard.press('j')
    await expect(names(page).first()).toBeFocused({ timeout: 500 })
  }).toPass()
  await page.keyboard.press('j')
  await expect(names(page).nth(1)).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await expect(names(page).first()).toBeFocused()
  await page.keyboard.press('x')
  await expect(page.getByRole('checkbox', { name: /^Select / }).first()).toBeChecked()
  await page.keyboard.press('?')
  const help = page.getByRole('dialog', { name: 'Keys in this list' })
  await expect(help).toBeVisible()
  await help.getByRole('checkbox').uncheck()
  await help.getByRole('button', { name: 'Close' }).click()
  await page.getByRole('link', { name: 'As CSV' }).focus()
  await page.keyboard.press('j')
  await expect(page.getByRole('link', { name: 'As CSV' })).toBeFocused()
  await names(page).first().focus()
  await page.keyboard.press('j')
  await expect(names(page).nth(1)).toBeFocused()
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/requests\/[0-9a-f-]{36}$/)
})

test('many requests are given one verb, and what came of each is told, without scripts as well', async ({
  page,
  browser,
  ownOrigin,
}) => {
  await signIn(page, 'hanna', '/requests/queue')
  const boxes = page.getByRole('checkbox', { name: /^Select / })
  await boxes.nth(0).check()
  await boxes.nth(1).check()
  await expect(page.getByLabel('Remark', { exact: true })).toBeHidden()
  await page.getByRole('radio', { name: 'Write a remark' }).check()
  await page.getByRole('button', { name: 'Do it' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'There is a problem' })).toBeVisible()
  await page.getByLabel('Remark', { exact: true }).fill('The committee meets on Thursday')
  await page.getByRole('button', { name: 'Do it' }).click()
  await expect(page.getByText('What came of it')).toBeVisible()
  await expect(page.getByText(/: done, now /)).toHaveCount(2)

  const plain = await (await browser.newContext({ baseURL: ownOrigin, javaScriptEnabled: false })).newPage()
  await signIn(plain, 'hanna', '/requests/queue?show=all')
  await plain
    .getByRole('checkbox', { name: /^Select / })
    .first()
    .check()
  await plain.getByRole('radio', { name: 'Reopen' }).check()
  await plain.getByLabel('Reason').fill('The form was the wrong one')
  await plain.getByRole('button', { name: 'Do it' }).click()
  await expect(plain.getByText('What came of it')).toBeVisible()
  await expect(plain.getByText(/The request is not in a state|: done, now Submitted/)).toBeVisible()
})

test.describe('with a page that others are not shown', () => {
  test.use({ expectedFaults: [/404/] })
  test('handlers read how their requests fare, with tables and files behind the pictures; others find no such page', async ({
    page,
  }) => {
    await signIn(page, 'hanna', '/requests/statistics')
    await expect(page.getByRole('heading', { name: 'Days at each step, median' })).toBeVisible()
    await page.getByLabel('Months').selectOption('24')
    await page.getByRole('button', { name: 'Show', exact: true }).click()
    await expect(page).toHaveURL(/months=24/)
    const file = await page.request.get('/requests/statistics/months.csv?months=24')
    expect((await file.text()).trim().split('\r\n')).toHaveLength(25)
    await page.context().clearCookies()
    await signIn(page, 'petra', '/requests')
    expect((await page.goto('/requests/statistics'))?.status()).toBe(404)
    expect((await page.request.get('/requests/statistics/months.csv')).status()).toBe(404)
  })
})
