import type { Page } from '@playwright/test'
import { pdfOfPages } from '@/prisma/seed/ethics/pdf'
import { expect } from '@/tests/support/test'

/** A decision that says that it is none. */
export const decisionOf = (number: string) => ({
  name: 'decision.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from(pdfOfPages([['DEMONSTRATION', `Dnr ${number}`], ['Laga kraft 2026-02-03']])),
})

export type Approval = {
  number: string
  title: string
  decidedOn: string
  startedOn?: string
  endsOn?: string
  datasets?: readonly string[]
}

/** Fills in everything that an approval says, of the form for a new one. */
export async function fillApproval(page: Page, { datasets = [], ...said }: Approval): Promise<void> {
  await page.getByLabel('Registration number').fill(said.number)
  await page.getByLabel('Approved', { exact: true }).check()
  await page.getByLabel('Date of the decision').fill(said.decidedOn)
  await page.getByLabel('Legal force (laga kraft)').fill(said.decidedOn)
  await page.getByLabel('Start of research').fill(said.startedOn ?? '')
  await page.getByLabel('Last day of the approval').fill(said.endsOn ?? '')
  await page.getByLabel('Name of the study').fill(said.title)
  await page.getByLabel('Responsible researcher').fill('Petra PI')
  await page.getByLabel('Principal organisation').fill('Linköping University')
  await page.getByLabel('Sites').fill('Linköping\nNorrköping')
  await page.getByLabel('Purposes').fill('To find what is there')
  await page.getByLabel('Data', { exact: true }).fill('Images without names')
  for (const slug of datasets) await page.locator(`input[name=datasets][value="${slug}"]`).check()
}

/** Goes on from what was typed to the approval's page, adds the decision and hands it in; gives the approval's id. */
export async function handInNew(page: Page, number: string): Promise<string> {
  await page.getByRole('button', { name: 'Go on to the documents' }).click()
  await page.waitForURL(/\/ethics\/[0-9a-f-]{36}$/)
  await page.getByLabel('File', { exact: true }).setInputFiles(decisionOf(number))
  await page.getByRole('button', { name: 'Add a document' }).click()
  await expect(page.getByText('decision.pdf')).toBeVisible()
  await handIn(page)
  return page.url().split('/').at(-1) ?? ''
}

export async function handIn(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Hand it in for verification' }).click()
  await expect(page.getByText('waits for an ethics officer.')).toBeVisible()
}

/** By keys alone: each field that agrees with one letter. */
export async function agreeToAll(page: Page): Promise<void> {
  const all = page.locator('[data-check]')
  await all.first().getByRole('radio').first().focus()
  for (let left = await all.count(); left > 0; left--) await page.keyboard.press('a')
  await expect(page.locator('[data-check] input[value=confirmed]:checked')).toHaveCount(await all.count())
}

/** An ethics officer compares each field with the document, ticks what it covers, and verifies. */
export async function verify(eva: Page, id: string, datasets: readonly string[] = []): Promise<void> {
  await eva.goto(`/ethics/${id}/verify`)
  await expect(eva.locator('canvas').first()).toBeVisible()
  await agreeToAll(eva)
  for (const slug of datasets) await eva.locator(`input[name=datasets][value="${slug}"]`).check()
  await eva.getByRole('button', { name: 'Verify', exact: true }).click()
  await eva.waitForURL(`/ethics/${id}`)
}
