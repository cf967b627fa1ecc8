import { text } from 'node:stream/consumers'
import { row, tryOut } from '@/tests/support/dataset-file'
import { test } from '@/tests/support/own-portal'
import { signIn } from '@/tests/support/sign-in'
import { expect } from '@/tests/support/test'

test.beforeEach(({ page }) => signIn(page, 'sten', '/stewardship/import'))

test('JSON is tried out row by row, told what was mended, and imported as drafts', async ({ page }) => {
  const other = { ...row, slug: 'journey-two', title: 'A second journey', modality: ['MR'] }
  await tryOut(page, { name: 'journey.json', content: JSON.stringify([row, other]) })
  await expect(page.getByText('2 new, 0 changed, 0 unchanged, 0 refused')).toBeVisible()
  const first = page.getByRole('listitem').filter({ hasText: 'Lungs of a journey' }).first()
  await expect(first).toContainText('Row 1')
  await first.getByText(/mended, noted or refused/).click()
  await expect(first.getByText('Modality 1: The name was replaced by its DICOM code.')).toBeVisible()
  await expect(first.getByText('became “CT”')).toBeVisible()
  await expect(first.getByText('became “0000-0002-1825-0097”')).toBeVisible()
  await page.goto('/stewardship/datasets?show=draft')
  await expect(page.getByRole('rowheader', { name: /journey/ })).toHaveCount(0)
  await page.goBack()
  await page.getByRole('button', { name: 'Import all 2' }).click()
  await expect(page.getByText(/^Imported \d{4}-\d\d-\d\d \d\d:\d\d/)).toBeVisible()
  await expect(page.getByRole('button', { name: /Import all/ })).toHaveCount(0)
  await page.goto('/stewardship/datasets?show=draft')
  await expect(page.getByRole('rowheader', { name: /journey/ })).toHaveCount(2)
})

test('CSV shows what it would change in what is published, and publishes it as the next version', async ({ page }) => {
  const own = { ...row, slug: 'csv-journey' }
  await tryOut(page, { name: 'first.json', content: JSON.stringify([own]), publish: true })
  await expect(page.getByText('New and changed rows become public versions.')).toBeVisible()
  await page.getByRole('button', { name: 'Import all 1' }).click()
  await expect(page.getByText(/^Imported /)).toBeVisible()

  const { modality, organ, authors, copyrightHolders, keywords, licences, ...plain } = own
  const cells = { ...plain, numberOfScans: 14, version: '1.1.0', keywords: 'Radiology', modality: 'CT' }
  const lists = { organ: 'Lung|39607008|UBERON:0002048', authors: 'Josiah Carberry|0000-0002-1825-0097' }
  const rights = { copyrightHolders: 'Brown University|Organization', licences: 'aida-by' }
  const columns = Object.entries({ ...cells, ...lists, ...rights })
  const lines = [columns.map(([name]) => name).join(','), columns.map(([, value]) => `"${value}"`).join(',')]
  await page.goto('/stewardship/import')
  await tryOut(page, { name: 'second.csv', content: lines.join('\r\n'), publish: true })
  await expect(page.getByText('0 new, 1 changed, 0 unchanged, 0 refused')).toBeVisible()
  await expect(page.getByRole('row', { name: /^Scans 12 14$/ })).toBeVisible()
  await page.getByRole('button', { name: 'Import all 1' }).click()
  await expect(page.getByText(/^Imported /)).toBeVisible()
  await page.goto('/datasets/csv-journey')
  await expect(page.getByText('Version 1.1.0').first()).toBeVisible()
})

test('the register is taken as CSV and tried out as it came: no row differs', async ({ page }) => {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'The public register as CSV' }).click(),
  ])
  const content = await text(await download.createReadStream())
  await tryOut(page, { name: 'register.csv', content })
  await expect(page.getByText(/^0 new, 0 changed, \d\d unchanged, 0 refused$/)).toBeVisible()
})

test('one row that is wrong holds all back: its row and field are named, and nothing is imported', async ({ page }) => {
  const good = { ...row, slug: 'good-row' }
  const bad = { ...row, slug: 'bad-row', organ: [{ name: 'Lung', sctid: '39607009' }] }
  await tryOut(page, { name: 'mixed.json', content: JSON.stringify([good, bad]) })
  await expect(page.getByText('Nothing can be imported while a row is refused')).toBeVisible()
  const refused = page.getByRole('listitem').filter({ hasText: 'bad-row' }).first()
  await expect(refused).toContainText('Row 2')
  await expect(refused.getByText('Organ 1, sctid: This is no SNOMED CT concept, or a digit is wrong.')).toBeVisible()
  await expect(refused.getByText('was “39607009”')).toBeVisible()
  await expect(page.getByRole('button', { name: /Import all/ })).toHaveCount(0)
  await page.goto('/stewardship/datasets?show=draft')
  await expect(page.getByRole('rowheader', { name: /good-row/ })).toHaveCount(0)
})

test('a file that cannot be read is told in words, and what was chosen stays chosen', async ({ page }) => {
  const problem = page.getByRole('main').getByRole('alert')
  const latin = Buffer.from('slug,title\nx,L\xe4nge', 'latin1')
  await tryOut(page, { name: 'latin.csv', content: latin, publish: true })
  await expect(problem).toContainText('Latin-1')
  await expect(page.getByLabel('Publish at once')).toBeChecked()
  expect(await page.getByLabel('File').evaluate((input: HTMLInputElement) => input.files?.[0]?.name)).toBe('latin.csv')
  await tryOut(page, { name: 'broken.json', content: '[{"slug": "x",' })
  await expect(problem).toContainText('it breaks off or is not written by the rules of JSON')
  await tryOut(page, { name: 'nameless.csv', content: 'name,title\nx,y' })
  await expect(problem).toContainText('its first line names no column “slug” or “doi”')
})

test('what has changed since it was tried out is not imported', async ({ page }) => {
  const own = { ...row, slug: 'moved-journey' }
  await tryOut(page, { name: 'once.json', content: JSON.stringify([own]) })
  await expect(page.getByRole('button', { name: 'Import all 1' })).toBeVisible()
  const stale = page.url()
  await page.goto('/stewardship/import')
  await tryOut(page, { name: 'twice.json', content: JSON.stringify([own]) })
  await page.getByRole('button', { name: 'Import all 1' }).click()
  await expect(page.getByText(/^Imported /)).toBeVisible()
  await page.goto(stale)
  await expect(page.getByText('These datasets have changed since the file was tried out: moved-journey.')).toBeVisible()
  await expect(page.getByRole('button', { name: /Import all/ })).toHaveCount(0)
})
