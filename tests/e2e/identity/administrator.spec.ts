import { signIn } from '@/tests/support/sign-in'
import { expect, expectAccessible, test } from '@/tests/support/test'

test('an administrator gives a role, its holder has it at once, and the journal says who gave it', async ({
  page,
  browser,
}) => {
  const other = await browser.newContext()
  const rut = await other.newPage()
  await signIn(rut, 'rut', '/account')
  await expect(rut.getByText('ethics officer')).toHaveCount(0)

  await signIn(page, 'ada', '/administration/people')
  await page.getByLabel('Name, e-mail address or ORCID iD').fill('rut rev')
  await page.getByRole('button', { name: 'Find' }).click()
  await page.getByRole('link', { name: 'Rut Reviewer' }).click()
  await page.getByLabel('Role', { exact: true }).selectOption('ethics-officer')
  await page.getByLabel('Reason').filter({ visible: true }).fill('Agreed at the weekly meeting')
  await page.getByRole('button', { name: 'Give a role' }).click()
  await expect(page.getByText('given: ethics officer')).toBeVisible()
  await expectAccessible(page)

  await rut.reload()
  await expect(rut.getByText('ethics officer')).toBeVisible()
  await other.close()

  await page.getByRole('link', { name: 'Journal of this person' }).click()
  const row = page.getByRole('row', { name: /Gave Rut Reviewer the role ethics officer/ })
  await expect(row).toContainText('Ada Admin')
  await expect(page.getByText('Agreed at the weekly meeting')).toHaveCount(0)
  await page.getByRole('link', { name: 'Check that the record is whole' }).click()
  await expect(page.getByText('The record is whole:')).toBeVisible()
})
