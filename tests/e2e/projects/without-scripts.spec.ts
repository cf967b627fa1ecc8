import { signIn } from '@/tests/support/sign-in'
import { expect, test } from '@/tests/support/test'
import { projectOf } from '../booking/lent'

test.use({ javaScriptEnabled: false })

test('without scripts an application keeps what was typed and is sent', async ({ page }) => {
  const name = `Without scripts ${Date.now()}`
  await signIn(page, 'dan', '/projects/apply')
  await page.getByRole('radio', { name: 'Clinical evaluation' }).check()
  await page.getByLabel('Name').fill(name)
  await page.getByLabel('What it is about').fill('Made up for a journey.')
  await page.getByLabel('Institution').fill('Umeå University')
  await page.getByLabel('First day').fill('2031-12-31')
  await page.getByLabel('Last day').fill('2031-01-01')
  await page.getByRole('button', { name: 'Send the application' }).click()
  await expect(page.getByRole('alert')).toContainText('The last day does not come before the first.')
  await expect(page.getByLabel('Name')).toHaveValue(name)
  await expect(page.getByRole('radio', { name: 'Clinical evaluation' })).toBeChecked()
  await page.getByLabel('Last day').fill('2032-01-31')
  await page.getByRole('button', { name: 'Send the application' }).click()
  await expect(page.getByRole('listitem').filter({ hasText: name })).toContainText('Waits for the hub')
})

test('without scripts somebody is invited, given authority, and it is ended', async ({ page }) => {
  const project = await projectOf({ name: 'Plain forms', pi: 'petra', members: ['dana'] })
  await signIn(page, 'petra', `/projects/${project}/members`)
  await page.getByLabel('E-mail address').fill('plain@example.org')
  await page.getByRole('button', { name: 'Invite' }).click()
  await expect(page.getByText('plain@example.org')).toBeVisible()
  await page.getByRole('button', { name: 'Revoke' }).click()
  await expect(page.getByText('plain@example.org')).toHaveCount(0)
  await page.getByRole('link', { name: 'Delegation' }).click()
  await page.getByLabel('To whom').selectOption('Dana Demo')
  await page.getByRole('checkbox', { name: 'Book compute' }).check()
  await page.getByLabel('Last day').fill(new Date(Date.now() + 9 * 86_400_000).toISOString().slice(0, 10))
  await page.getByRole('button', { name: 'Give authority' }).click()
  const branch = page.getByRole('list', { name: 'Given by Petra PI' })
  await expect(branch).toContainText('Dana Demo')
  await branch.locator('summary').click()
  await branch.getByRole('button', { name: 'End it now' }).click()
  await expect(branch).toHaveCount(0)
  await expect(page.getByText('Ended by Petra PI')).toBeVisible()
})
