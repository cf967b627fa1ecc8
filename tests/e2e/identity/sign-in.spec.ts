import type { Page } from '@playwright/test'
import { generate } from 'otplib'
import { register, signInByPassword } from '@/tests/support/accounts'
import { expect, expectAccessible, test } from '@/tests/support/test'

async function throughOrganisation(page: Page, name: string, next: string): Promise<void> {
  await page.goto(`/sign-in?${new URLSearchParams({ next })}`)
  await page.getByRole('link', { name: /^Sign in with/ }).click()
  await page.getByRole('link', { name, exact: true }).click()
}

test('a researcher signs in through their organisation, which says who they are', async ({ page }) => {
  await throughOrganisation(page, 'Olle Organisation', '/account')
  await expect(page).toHaveURL(/\/account$/)
  await expect(page.getByLabel('ORCID iD')).toHaveValue('0000-0002-1825-0097')
  await expect(page.getByText('faculty@uni.example')).toBeVisible()
  await expectAccessible(page)
  const cookies = await page.context().cookies()
  const session = cookies.find(({ name }) => name === 'session')
  expect(session).toMatchObject({ httpOnly: true, sameSite: 'Lax' })
  expect(cookies.filter(({ name }) => name.includes('session-token'))).toEqual([])
  await page.goto('/account/sessions')
  await expect(page.getByText('through your organisation')).toBeVisible()
})

test('a second factor that the organisation vouches for is named with the session', async ({ page }) => {
  await throughOrganisation(page, 'Mia Multifactor', '/account/sessions')
  await expect(page.getByText('through your organisation, with a second factor').first()).toBeVisible()
})

test('an address that has an account is not joined to it, and the page says what to do', async ({ page }) => {
  await throughOrganisation(page, 'Clara Clash', '/account')
  await expect(page.getByText('We never join accounts by e-mail address alone.')).toBeVisible()
  expect(await (await page.request.get('/session')).json()).toEqual({ person: null })
})

test('a researcher makes an account, adds an authenticator app, and signs in by password and code', async ({
  page,
}) => {
  const email = await register(page, 'Kim Kod')
  await signInByPassword(page, email)
  await page.getByRole('button', { name: 'Add an authenticator app' }).click()
  const key = (await page.locator('code').first().innerText()).replace(/\s/g, '')
  await expectAccessible(page)
  const now = Date.now() / 1000
  await page.getByLabel('Six digits').fill(await generate({ secret: key, epoch: now }))
  await page.getByRole('button', { name: 'Confirm' }).click()
  await expect(page.getByText('They are shown this once')).toBeVisible()
  const codes = await page.getByRole('listitem').locator('code').allInnerTexts()
  expect(codes).toHaveLength(10)
  await page.context().clearCookies({ name: 'session' })

  await signInByPassword(page, email)
  await expect(page).toHaveURL(/second-step/)
  await page.getByLabel('Code').fill('000000')
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page.getByRole('alert').first()).toContainText('That code is not right')
  // The step after this one: the code of the present step was spent on the enrolment.
  await page.getByLabel('Code').fill(await generate({ secret: key, epoch: now + 30 }))
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page).toHaveURL(/\/account\/security$/)
  await page.context().clearCookies({ name: 'session' })

  await signInByPassword(page, email)
  await page.getByLabel('Code').fill(codes[3] ?? '')
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page.getByText('9 left of 10')).toBeVisible()
})
