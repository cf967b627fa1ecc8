import type { Page } from '@playwright/test'
import { expect } from './test'

export const password = 'correct horse battery'

/** Follows the link of the latest mail of this subject, as soon as it is in the outbox. */
export async function followMailedLink(page: Page, email: string, subject: string): Promise<void> {
  const mail = page.locator('section', { has: page.getByRole('heading', { name: subject }), hasText: `To ${email}` })
  const link = mail.getByRole('link').first()
  await expect(async () => {
    await page.goto('/outbox')
    await expect(link).toBeVisible({ timeout: 1000 })
  }).toPass()
  await link.click()
}

/** Makes an account by the link of a mail and gives its address. */
export async function register(page: Page, name: string): Promise<string> {
  const email = `${name.toLowerCase().replaceAll(' ', '.')}@example.org`
  await page.goto('/register')
  await page.getByLabel('Name').fill(name)
  await page.getByLabel('E-mail address').fill(email)
  await page.getByRole('button', { name: 'Send the link' }).click()
  await expect(page.getByText('a mail is on its way')).toBeVisible()
  await followMailedLink(page, email, 'Your account at AIDA Data Hub')
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Save the password' }).click()
  await expect(page.getByText('Your password is set.')).toBeVisible()
  return email
}

/** Signs in to it, as far as the password goes: to the security page or the second step. */
export async function signInByPassword(page: Page, email: string): Promise<void> {
  await page.goto('/sign-in?next=/account/security')
  await page.getByLabel('E-mail address').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.waitForURL((url) => url.pathname !== '/sign-in')
}
