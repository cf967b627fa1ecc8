import type { Page } from '@playwright/test'
import { pdfSaying } from '@/prisma/seed/agreements/pdf'
import { test } from '@/tests/support/own-portal'
import { signIn } from '@/tests/support/sign-in'
import { expect, expectAccessible } from '@/tests/support/test'

const project = '/projects/demo-lung-nodules/agreements'
const desk = '/administration/agreements'

test('a new version of the user terms shows what it changes, and is accepted', async ({ page }) => {
  await signIn(page, 'petra', '/agreements')
  await expect(page.getByText('The user terms change on')).toBeVisible()
  await page.getByRole('link', { name: 'Read and accept version 2' }).click()
  const changes = page.locator('#changes')
  await expect(changes.locator('ins').filter({ hasText: 'A model that was trained' })).toBeVisible()
  await expect(changes.locator('del').first()).toBeVisible()
  await page.getByRole('button', { name: 'Accept version 2' }).click()
  await expect(page.getByText('You accepted this version.')).toBeVisible()
  await page.goto('/agreements')
  await expect(page.getByText('You have accepted the user terms in force')).toBeVisible()
})

test('who has accepted nothing is told so', async ({ page }) => {
  await signIn(page, 'rut', '/agreements')
  await expect(page.getByText('You have not accepted the user terms in force')).toBeVisible()
})

const file = (words: string) => ({
  name: 'DPA.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from(pdfSaying(words)),
})

async function handIn(page: Page): Promise<void> {
  await page.goto(project)
  await page.getByLabel('Data processing agreement (DPA), version 2').check()
  await page.getByLabel('Signed document').setInputFiles(file('Signed by Petra'))
  await page.getByRole('button', { name: 'Hand in' }).click()
  await expect(page.getByText('Waiting for the hub').first()).toBeVisible()
}

test('a PI hands in a DPA, the hub returns it and countersigns the next; a stranger finds neither page nor file', async ({
  page,
  browser,
  ownOrigin,
}) => {
  const context = await browser.newContext({ baseURL: ownOrigin })
  const admin = await context.newPage()
  await signIn(admin, 'ada', desk)
  const waiting = admin.getByRole('listitem').filter({ hasText: 'Waiting for the hub' })
  await waiting.locator('summary').filter({ hasText: 'Return it' }).click()
  await waiting.getByLabel('Reason').fill('The second page is not signed')
  await waiting.getByRole('button', { name: 'Return it' }).click()
  await expect(admin.getByText('Nothing waits.')).toBeVisible()

  await signIn(page, 'petra', project)
  await expect(page.getByText('The hub writes: The second page is not signed')).toBeVisible()
  await handIn(page)
  await admin.reload()
  const taken = admin.waitForEvent('download')
  await waiting.getByRole('button', { name: 'Download the signed copy' }).click()
  expect((await taken).suggestedFilename()).toBe('DPA.pdf')
  await waiting.getByRole('button', { name: 'Show it here' }).click()
  await expect(waiting.getByRole('region', { name: 'Page 1' })).toContainText('Signed by Petra')
  await expectAccessible(admin)
  await waiting.getByRole('button', { name: 'Hide it' }).click()
  await expect(waiting.getByRole('region', { name: 'Page 1' })).toHaveCount(0)
  await waiting.locator('summary').filter({ hasText: 'Countersign' }).click()
  await waiting.getByLabel('Last day').fill('2035-12-31')
  await waiting.getByRole('button', { name: 'Countersign' }).click()
  await expect(admin.getByText('Nothing waits.')).toBeVisible()
  await page.reload()
  await expect(page.getByText('In force until 2035-12-31')).toBeVisible()
  const document = await page.locator('input[name=document]').first().inputValue()

  const stranger = await (await browser.newContext({ baseURL: ownOrigin })).newPage()
  await signIn(stranger, 'hanna', '/agreements')
  expect((await stranger.request.get(project)).status()).toBe(404)
  const form = { project: 'demo-lung-nodules', document, file: 'signed' }
  const headers = { origin: ownOrigin }
  expect((await stranger.request.post('/agreements/file', { form, headers })).status()).toBe(404)
  expect((await page.request.post('/agreements/file', { form, headers })).status()).toBe(200)
  await context.close()
})
