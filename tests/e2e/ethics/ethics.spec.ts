import type { Browser, Page } from '@playwright/test'
import { pdfOfPages } from '@/prisma/seed/ethics/pdf'
import { test } from '@/tests/support/own-portal'
import { type PersonaKey, signIn } from '@/tests/support/sign-in'
import { expect } from '@/tests/support/test'

const number = '2026-09876-01'
const file = {
  name: 'decision.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from(pdfOfPages([['DEMONSTRATION', `Dnr ${number}`], ['Laga kraft 2026-02-03']])),
}

/** A browser of its own for somebody else. */
async function as(browser: Browser, baseURL: string, who: PersonaKey, at: string): Promise<Page> {
  const page = await (await browser.newContext({ baseURL })).newPage()
  await signIn(page, who, at)
  return page
}

async function register(page: Page): Promise<string> {
  await page.goto('/ethics')
  await page.getByRole('link', { name: 'Register an approval' }).click()
  await page.getByRole('link', { name: 'Demo lung nodules' }).click()
  await page.getByLabel('Registration number').fill('Dnr 2026–09876–01')
  await page.getByLabel('Approved', { exact: true }).check()
  await page.getByLabel('Date of the decision').fill('2026-01-10')
  await page.getByLabel('Legal force (laga kraft)').fill('2026-02-01')
  await page.getByLabel('Start of research').fill('2026-03-01')
  await page.getByLabel('Name of the study').fill('Nodules, once more')
  await page.getByLabel('Responsible researcher').fill('Petra PI')
  await page.getByLabel('Principal organisation').fill('Linköping University')
  await page.getByLabel('Purposes').fill('About the patient 19121212-1212')
  await page.getByLabel('Data', { exact: true }).fill('Chest CT')
  await page.getByRole('button', { name: 'Go on to the documents' }).click()
  await expect(page.getByText('personal number').first()).toBeVisible()
  await page.getByLabel('Purposes').fill('To find nodules')
  await page.getByRole('button', { name: 'Go on to the documents' }).click()
  await page.waitForURL(/\/ethics\/[0-9a-f-]{36}$/)
  return page.url().split('/').at(-1) ?? ''
}

async function addDecision(page: Page): Promise<void> {
  await page.getByLabel('File', { exact: true }).setInputFiles(file)
  await page.getByRole('button', { name: 'Add a document' }).click()
  await expect(page.getByText('decision.pdf')).toBeVisible()
}

async function handIn(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Hand it in for verification' }).click()
  await expect(page.getByText('It waits for an ethics officer.')).toBeVisible()
}

const field = (page: Page, name: string) => page.locator(`[data-check=${name}]`)

/** By keys alone: each field that agrees with one letter. */
async function agreeToAll(page: Page): Promise<void> {
  const all = page.locator('[data-check]')
  await all.first().getByRole('radio').first().focus()
  for (let left = await all.count(); left > 0; left--) await page.keyboard.press('a')
  await expect(page.locator('[data-check] input[value=confirmed]:checked')).toHaveCount(await all.count())
}

test('an approval is registered, returned with what is missing, corrected, and verified beside its document', async ({
  page,
  browser,
  ownOrigin,
}) => {
  await signIn(page, 'petra', '/ethics')
  const id = await register(page)
  await expect(page.getByText(number).first()).toBeVisible()
  await expect(page.getByText('Add the decision as a PDF first.')).toBeVisible()
  await addDecision(page)
  await handIn(page)

  const eva = await as(browser, ownOrigin, 'eva', `/ethics/${id}/verify`)
  await expect(eva.getByRole('heading', { level: 1 })).toHaveText(`Verify ${number}`)
  // The document is drawn in the page itself, and its words are there to be read.
  await expect(eva.locator('canvas')).toHaveCount(2)
  await expect(eva.getByRole('region', { name: 'Page 2' })).toContainText('Laga kraft 2026-02-03')
  await agreeToAll(eva)
  await field(eva, 'legalForceOn').getByLabel('Missing or wrong', { exact: true }).check()
  await field(eva, 'legalForceOn').getByLabel('What is missing or wrong').fill('The document says 3 February')
  await eva.getByLabel('To the project').fill('See the date of legal force')
  await eva.getByRole('button', { name: 'Return with what is missing' }).click()
  await eva.waitForURL(`/ethics/${id}`)

  await page.reload()
  await expect(page.getByText('Returned: something is missing')).toBeVisible()
  await expect(page.getByText('The document says 3 February').first()).toBeVisible()
  await page.getByRole('link', { name: 'Mend it' }).click()
  await page.getByLabel('Legal force (laga kraft)').fill('2026-02-03')
  await page.getByRole('button', { name: 'Save the change' }).click()
  await page.waitForURL(`/ethics/${id}`)
  await handIn(page)

  await eva.goto('/ethics')
  await eva.getByRole('link', { name: number }).click()
  await eva.getByRole('button', { name: 'Verify', exact: true }).click()
  await expect(eva.getByText('have not been confirmed').first()).toBeVisible()
  await agreeToAll(eva)
  await eva.getByRole('button', { name: 'Verify', exact: true }).click()
  await eva.waitForURL(`/ethics/${id}`)
  await page.reload()
  await expect(page.getByText('Valid', { exact: true }).first()).toBeVisible()
  await expect(page.getByText('Verified by Eva Ethics,')).toBeVisible()

  const stranger = await as(browser, ownOrigin, 'rut', '/account')
  const document = await page.locator('input[name=document]').first().inputValue()
  const headers = { origin: ownOrigin }
  const asked = { form: { approval: id, document }, headers }
  for (const address of [`/ethics/${id}`, `/ethics/${id}/verify`, `/ethics/${id}/change`])
    expect((await stranger.request.get(address)).status(), address).toBe(404)
  expect((await stranger.request.post('/ethics/file', asked)).status()).toBe(404)
  const taken = await page.request.post('/ethics/file', asked)
  expect(taken.headers()['content-disposition']).toContain('decision.pdf')
  expect((await taken.body()).equals(file.buffer)).toBe(true)
})

test('approvals of the demonstration stand at every stage, and an officer sees what waits', async ({
  page,
  browser,
  ownOrigin,
}) => {
  const eva = await as(browser, ownOrigin, 'eva', '/ethics')
  for (const waiting of ['2026-03789-02', '2026-02222-01'])
    await expect(eva.getByRole('link', { name: waiting })).toBeVisible()
  await signIn(page, 'petra', '/ethics')
  const row = (text: string) => page.getByRole('row').filter({ has: page.getByRole('link', { name: text }) })
  await expect(row('2025-01234-01')).toContainText('Valid')
  await row('2025-01234-01').getByRole('link').click()
  await expect(page.getByRole('link', { name: '2026-00456-02' })).toBeVisible()
  await expect(page.getByText('End of the approval').first()).toBeVisible()
})
