import { pdfSaying } from '@/prisma/seed/agreements/pdf'
import { test } from '@/tests/support/own-portal'
import { signIn } from '@/tests/support/sign-in'
import { expect } from '@/tests/support/test'
import { act, appoint, as, dayIn, dialogOf, open, state } from './acting'

test.use({ expectedFaults: [/status of 4\d\d/], actionTimeout: 20_000 })

test('further terms are published and demanded, and a request is closed out with its certificate', async ({
  page: petra,
  browser,
  ownOrigin: origin,
}) => {
  test.setTimeout(120_000)
  const sten = await as(browser, origin, 'sten', '/stewardship/terms')
  await sten.getByRole('link', { name: 'Publish new terms' }).click()
  await sten.getByLabel('What a handler can demand of a request besides').check()
  await sten.getByLabel('Dataset, or name of the terms').fill('Not a name')
  await sten.getByLabel('Title in English').fill('Terms of the site')
  await sten.getByLabel('Title in Swedish').fill('Platsens villkor')
  await sten.getByLabel('Terms in English').fill('Lock the room.')
  await sten.getByLabel('Terms in Swedish').fill('Lås rummet.')
  await sten.getByRole('button', { name: 'Publish', exact: true }).click()
  await expect(sten.getByRole('main').getByRole('alert').first()).toBeVisible()
  await expect(sten.getByLabel('Terms in English')).toHaveValue('Lock the room.')
  await sten.getByLabel('Dataset, or name of the terms').fill('site')
  await sten.getByRole('button', { name: 'Publish', exact: true }).click()
  await sten.waitForURL('**/stewardship/terms')
  await expect(sten.getByRole('heading', { name: 'Further terms: site' })).toBeVisible()

  const hanna = await as(browser, origin, 'hanna', '/requests/queue?turn=nobody')
  const at = await open(hanna, 'Emboli by machine')
  await act(hanna, 'Demand further terms', (dialog) =>
    dialog.getByLabel('Terms', { exact: true }).selectOption({ label: 'Terms of the site (1)' }),
  )
  await signIn(petra, 'petra', at)
  await expect(petra.getByText('Terms of the site 1')).toBeVisible()
  await petra.getByRole('button', { name: 'I accept these terms' }).click()
  await expect(petra.getByText('Terms of the site 1')).toBeHidden()

  const proof = { name: 'deleted.pdf', mimeType: 'application/pdf', buffer: Buffer.from(pdfSaying('All was deleted')) }
  await act(petra, 'Close out', async (dialog) => {
    await dialog.getByLabel('Report').fill('Emboli are found')
    await dialog.getByLabel('Copies that are left').fill('One, in the vault, until 2037')
    await dialog.getByLabel('Certificate of deletion').setInputFiles(proof)
  })
  await expect(state(petra, 'Closed')).toBeVisible()
  await hanna.reload()
  await expect(hanna.getByText('One, in the vault, until 2037')).toBeVisible()
  const form = { request: at.split('/').at(-1) ?? '' }
  const taken = await hanna.request.post('/requests/certificate', { form, headers: { origin } })
  expect(taken.headers()['content-disposition']).toContain('deleted.pdf')
  expect((await taken.body()).equals(proof.buffer)).toBe(true)
})

test('who is away says who stands in, and a revocation says how far it reaches', async ({
  page: hanna,
  browser,
  ownOrigin: origin,
}) => {
  test.setTimeout(120_000)
  const ada = await as(browser, origin, 'ada', '/administration/workflows')
  await appoint(ada, 'sten', 'handler', 'Standard')
  await signIn(hanna, 'hanna', '/requests/assignments')
  const row = hanna.getByRole('listitem').filter({ hasText: 'Standard' })
  await row.getByRole('button', { name: /^Be away/ }).click()
  const giving = hanna.getByRole('dialog', { name: /^Be away: Standard/ })
  await giving.getByLabel('Last day away').fill(dayIn(7))
  await giving.getByLabel('Who stands in').selectOption({ label: 'Sten Steward' })
  await giving.getByRole('button', { name: 'Be away', exact: true }).click()
  await expect(row).toContainText(`Away until ${dayIn(7)}`)
  await expect(row).toContainText('Sten Steward stands in')
  const sten = await as(browser, origin, 'sten', '/requests/assignments')
  await expect(sten.getByText('for Hanna Handler')).toBeVisible()
  await row.getByRole('button', { name: /^I am back/ }).click()
  await expect(row).toContainText('Here')

  await hanna.goto('/requests/queue?turn=handler')
  await open(hanna, 'Organs in CT')
  const taking = await dialogOf(hanna, 'Revoke')
  await expect(taking).toContainText('1 grant (ctpel)')
  await expect(taking).toContainText(/\d grants \(.*ctpel.*\), by /)
  await taking.getByLabel('One person, in every request').check()
  await taking.getByLabel('Reason').fill('They have left')
  await taking.getByRole('button', { name: 'Revoke', exact: true }).click()
  await expect(taking.getByRole('alert')).toBeVisible()
  await expect(state(hanna, 'Approved')).toBeVisible()
})
