import type { Locator, Page } from '@playwright/test'
import { pdfSaying } from '@/prisma/seed/agreements/pdf'
import { expect } from '@/tests/support/test'
import { send } from './acting'

export const box = (page: Page, name: string): Locator => page.getByLabel(name, { exact: true })

/** Presses the button that saves a draft, and sees that it is saved: after what was saved while somebody typed is drawn, too. */
export async function save(page: Page): Promise<void> {
  await send(page, page.getByRole('button', { name: 'Save', exact: true }))
  await expect(page.getByText('Saved.', { exact: true })).toBeVisible({ timeout: 30_000 })
}

export const pdf = (name: string) => ({
  name,
  mimeType: 'application/pdf',
  buffer: Buffer.from(pdfSaying(`Demonstration: ${name}, of nobody`)),
})

const typed: Readonly<Record<string, string>> = {
  'Registration number of the ethics approval': '2026-00001-01',
  'What the data are for': 'To find organs in CT by machine',
  'Countries where the data will be processed': 'SE',
  'For how many months are the data needed?': '3',
  'Description of the data': 'All of it: the organs differ much',
  'How the data will be shared': 'For research validation',
  Institution: 'Linköping University',
  Department: 'CMIV',
  Country: 'Sweden',
  'What the institution does in the field': 'Teaches machines to read CT',
  'Competent researcher': 'Petra PI',
  'E-mail address of the researcher': 'petra@demo.invalid',
  'Authorised signatory': 'The head of the department',
  'Title of the signatory': 'Professor',
  'E-mail address of the signatory': 'head@demo.invalid',
}
const chosen = [
  'Health, medicine or biomedicine',
  'Through the hub',
  'Yes, name us',
  'Doctor (PhD)',
  'Nothing is extracted',
]

/** The label of a question, which says so where it may be left open. */
const called = (label: string) => new RegExp(`^${label.replace('?', '\\?')}( \\(optional\\))?$`)

/** The first row of a question that is answered in rows. */
const rowOf = (page: Page, question: string): Locator =>
  page.getByRole('group', { name: question }).getByRole('group', { name: 'Row 1' })

/** Answers everything that the standard form asks, in the order of the form. */
export async function answerAll(page: Page, study: string): Promise<void> {
  await box(page, 'Name of the study').fill(study)
  for (const [label, words] of Object.entries(typed)) await page.getByLabel(called(label)).fill(words)
  for (const label of chosen) await box(page, label).check()
  await rowOf(page, 'Selection criteria').getByLabel('Type of examination').fill('CT of the abdomen')
  const parameters = rowOf(page, 'Parameters')
  await parameters.getByLabel('Parameter').fill('Age')
  await parameters.getByLabel('Why it is needed').fill('Organs change with it')
  const strategy = rowOf(page, 'Suggested pseudonymization')
  await strategy.getByLabel('Parameter').fill('Personal number')
  await strategy.getByLabel('Source').fill('RIS')
  await strategy.getByLabel('In the key').selectOption('yes')
  await strategy.getByLabel('In the data').selectOption('no')
  await strategy.getByLabel('Pseudonymize by').fill('Delete.')
}
