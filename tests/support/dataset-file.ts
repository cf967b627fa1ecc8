import type { Page } from '@playwright/test'

/** A row of an upload that the importer takes, in the words of the old register: names where it keeps codes. */
export const row = {
  slug: 'journey',
  title: 'Lungs of a journey',
  shortName: 'JOURNEY',
  subject: 'Radiology',
  abstract: 'Examinations of lungs, gathered for a journey through the portal.',
  keywords: ['Radiology'],
  modality: ['Computed Tomography'],
  organ: [{ name: 'Lung', sctid: '39607008', uberon: 'UBERON:0002048' }],
  numberOfScans: 12,
  status: 'Completed',
  version: '1.0.0',
  year: 2026,
  authors: [{ name: 'Josiah Carberry', orcid: 'https://orcid.org/0000-0002-1825-0097' }],
  publisher: 'AIDA',
  copyrightHolders: [{ name: 'Brown University', type: 'Organization' }],
  licences: ['aida-by'],
}

type File = { name: string; content: string | Buffer; publish?: boolean }

/** Chooses the file on the page of imports and tries it out. */
export async function tryOut(page: Page, { name, content, publish = false }: File): Promise<void> {
  const mimeType = name.endsWith('.csv') ? 'text/csv' : 'application/json'
  await page.getByLabel('File').setInputFiles({ name, mimeType, buffer: Buffer.from(content) })
  await page.getByLabel('Publish at once').setChecked(publish)
  await page.getByRole('button', { name: 'Try it out' }).click()
}
