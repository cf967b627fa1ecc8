import pg from 'pg'
import { followMailedLink, password, register, signInByPassword } from '@/tests/support/accounts'
import { expect, expectAccessible, test } from '@/tests/support/test'

/** Gives a hub role behind the portal's back: an account that an administrator trusted before it had a second factor. */
async function giveRole(email: string, role: string): Promise<void> {
  const client = new pg.Client({ connectionString: process.env.E2E_DATABASE_URL })
  await client.connect()
  const text =
    'INSERT INTO role_assignment (person_id, role, given_at) SELECT id, $2, now() FROM person WHERE email = $1'
  await client.query(text, [email, role])
  await client.end()
}

test('somebody moves their account to another address by the link that is mailed there', async ({ page }) => {
  const email = await register(page, 'Ester Epost')
  await signInByPassword(page, email)
  await page.goto('/account')
  await page.getByLabel('New address').fill('ester@elsewhere.example')
  await page.getByLabel('Password').fill('not the password')
  await page.getByLabel('Password').press('Enter')
  await expect(page.getByRole('alert').getByRole('link')).toContainText('not your present password')
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Send the link' }).press('Enter')
  await expect(page.getByText('a mail is on its way there')).toBeVisible()
  await expectAccessible(page)
  await followMailedLink(page, 'ester@elsewhere.example', 'Your new address')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Use this address' }).press('Enter')
  await expect(page.getByText('Your account has its new address.')).toBeVisible()
  await expect(async () => {
    await page.goto('/outbox')
    await expect(page.getByText('has another e-mail address from now on')).toBeVisible({ timeout: 1000 })
  }).toPass()
  await page.context().clearCookies({ name: 'session' })
  await signInByPassword(page, 'ester@elsewhere.example')
  await expect(page).toHaveURL(/\/account\/security$/)
})

test('a role holder without a second factor follows a mailed link before adding one', async ({ page }) => {
  const email = await register(page, 'Rolf Roll')
  await giveRole(email, 'data-steward')
  await signInByPassword(page, email)
  await expect(page.getByRole('heading', { name: 'Confirm that it is you' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Add an authenticator app' })).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Add a passkey' })).toHaveCount(0)
  await page.getByRole('button', { name: 'Send me the link' }).press('Enter')
  await expect(page.getByText('A mail is on its way.')).toBeVisible()
  await expectAccessible(page)
  await followMailedLink(page, email, 'Confirm that it is you')
  await expectAccessible(page)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'It is me' }).press('Enter')
  await expect(page.getByText('Confirmed.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Add an authenticator app' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Add a passkey' })).toBeVisible()
})
