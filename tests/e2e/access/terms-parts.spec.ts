import { createHash } from 'node:crypto'
import { pdfSaying } from '@/prisma/seed/agreements/pdf'
import { test } from '@/tests/support/own-portal'
import { expect } from '@/tests/support/test'
import { act, as } from './acting'
import { onStage, submitted } from './made'

test.use({ expectedFaults: [/status of 4\d\d/], actionTimeout: 20_000 })

const licence = { name: 'licence.pdf', mimeType: 'application/pdf', buffer: Buffer.from(pdfSaying('The licence')) }
const sha256 = createHash('sha256').update(licence.buffer).digest('hex')
const address = 'https://example.org/licence'

test('terms are published with an address and a document, demanded, read, and accepted with all their parts', async ({
  page: petra,
  browser,
  ownOrigin: origin,
}) => {
  test.setTimeout(150_000)
  const { hanna, approval } = await onStage(petra, { browser, origin }, ['drske'])
  const at = await submitted(petra, { title: 'Under a licence', datasets: ['drske'], approval })
  const sten = await as(browser, origin, 'sten', '/stewardship/terms/new')
  await sten.getByLabel('What a handler can demand of a request besides').check()
  await sten.getByLabel('Dataset, or name of the terms').fill('licence')
  await sten.getByLabel('Title in English').fill('Licence of the site')
  await sten.getByLabel('Title in Swedish').fill('Platsens licens')
  await sten.getByLabel('Terms in English').fill('The licence is the document; keep to it.')
  await sten.getByLabel('Terms in Swedish').fill('Licensen är dokumentet, följ den.')
  await sten.getByLabel('Address in English').fill('http://example.org/licence')
  await sten.getByLabel('Document in English').setInputFiles(licence)
  await sten.getByRole('button', { name: 'Publish', exact: true }).click()
  await expect(sten.getByText('Write an address that begins with https://.').first()).toBeVisible()
  await sten.getByLabel('Address in English').fill(address)
  await sten.getByLabel('Document in English').setInputFiles(licence)
  await sten.getByRole('button', { name: 'Publish', exact: true }).click()
  await sten.waitForURL('**/stewardship/terms')

  await hanna.goto(at)
  await act(hanna, 'Demand further terms', (dialog) =>
    dialog.getByLabel('Terms', { exact: true }).selectOption({ label: 'Licence of the site (1)' }),
  )
  await petra.goto(at)
  const owed = petra.locator('section', { has: petra.getByRole('heading', { name: 'Licence of the site 1' }) }).last()
  const link = owed.getByRole('link', { name: `${address} (opens in a new window)` })
  await expect(link).toHaveAttribute('target', '_blank')
  await expect(link).toHaveAttribute('rel', /noopener/)
  await expect(owed).toContainText(sha256)
  await expect(owed).toContainText('You accept this version with all its parts')
  const fetching = petra.waitForEvent('download')
  await owed.getByRole('link', { name: 'licence.pdf' }).click()
  const download = await fetching
  expect(download.suggestedFilename()).toBe('licence.pdf')
  const href = (await owed.getByRole('link', { name: 'licence.pdf' }).getAttribute('href')) ?? ''
  const answer = await petra.request.get(href)
  expect((await answer.body()).equals(licence.buffer)).toBe(true)
  expect(answer.headers()).toMatchObject({ 'content-type': 'application/pdf', 'x-content-type-options': 'nosniff' })
  expect(answer.headers()['content-disposition']).toContain('attachment')
  await owed.getByRole('button', { name: 'I accept these terms' }).click()
  await expect(petra.getByRole('heading', { name: 'Licence of the site 1' })).toBeHidden()

  // The next version begins from this one, and keeps its document unless another is chosen.
  await sten.goto('/stewardship/terms/new?subject=extra:licence')
  await expect(sten.getByLabel('Keep licence.pdf as the document in English')).toBeChecked()
  await expect(sten.getByLabel('Address in English')).toHaveValue(address)
  await sten.getByLabel('What changed').fill('Clearer')
  await sten.getByRole('button', { name: 'Publish', exact: true }).click()
  await sten.waitForURL('**/stewardship/terms')
  const second = sten.getByRole('listitem').filter({ hasText: 'Changed: Clearer' })
  await expect(second).toContainText(sha256)
})
