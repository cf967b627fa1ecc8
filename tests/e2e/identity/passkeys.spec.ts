import type { Page } from '@playwright/test'
import { register, signInByPassword } from '@/tests/support/accounts'
import { expect, expectAccessible, test } from '@/tests/support/test'

/** Gives the page's browser an authenticator that verifies its user, as a telephone does with a finger. */
async function plugIn(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
}

async function addPasskey(page: Page, name: string): Promise<void> {
  const panel = page.locator('section', { has: page.getByRole('heading', { name: 'Passkeys' }) })
  await panel.getByLabel('What you call it').last().fill(name)
  await panel.getByRole('button', { name: 'Add a passkey' }).press('Enter')
  await expect(panel.getByRole('button', { name: `Remove ${name}` })).toBeVisible()
}

const signOut = (page: Page) => page.context().clearCookies({ name: 'session' })

async function signInByPasskey(page: Page, next = '/account/security'): Promise<void> {
  await page.goto(`/sign-in?${new URLSearchParams({ next })}`)
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
}

test('a passkey is added, signs in by itself and after the password, is renamed and removed', async ({ page }) => {
  const email = await register(page, 'Pia Passnyckel')
  await plugIn(page)
  await signInByPassword(page, email)
  await addPasskey(page, 'work phone')
  await expect(page.getByText('They are shown this once')).toBeVisible()
  // The title is taken away and set again while the page is drawn anew after the action.
  await expect(page).toHaveTitle(/Sign-in/)
  await expectAccessible(page)
  await signOut(page)

  await signInByPasskey(page, '/account/sessions')
  await expect(page).toHaveURL(/\/account\/sessions$/)
  await expect(page.getByText('passkey, with a second factor')).toBeVisible()
  await signOut(page)

  await signInByPassword(page, email)
  await expect(page).toHaveURL(/second-step/)
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Continue with a passkey' }).click()
  await expect(page).toHaveURL(/\/account\/security$/)

  await page.locator('summary', { hasText: 'Rename work phone' }).press('Enter')
  await page.getByLabel('What you call it').first().fill('old phone')
  await page.getByRole('button', { name: 'Save' }).press('Enter')
  await expect(page.getByRole('button', { name: 'Remove old phone' })).toBeVisible()
  await page.getByRole('button', { name: 'Remove old phone' }).click()
  await expect(page.getByRole('button', { name: 'Remove old phone' })).toHaveCount(0)
  await signOut(page)

  await signInByPasskey(page)
  await expect(page.getByRole('alert').first()).toContainText('does not open an account here')
})

test('an answer of a passkey that is sent a second time opens nothing', async ({ page }) => {
  const email = await register(page, 'Rut Repris')
  await plugIn(page)
  await signInByPassword(page, email)
  await addPasskey(page, 'phone')
  await signOut(page)
  const answered = page.waitForRequest((request) => request.postData()?.includes('authenticatorData') ?? false)
  await signInByPasskey(page)
  const request = await answered
  await expect(page).toHaveURL(/\/account\/security$/)
  await signOut(page)
  const { cookie: _, ...headers } = await request.allHeaders()
  const again = await page.request.post(request.url(), { headers, data: request.postDataBuffer() ?? undefined })
  expect(await again.text()).toContain('identity.start-again')
  expect(await (await page.request.get('/session')).json()).toEqual({ person: null })
})

test('the browser gives no passkey to a page of another origin, and says so in words', async ({ page, baseURL }) => {
  await plugIn(page)
  const elsewhere = new URL('/sign-in', baseURL)
  elsewhere.hostname = '127.0.0.1'
  await page.goto(elsewhere.href)
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await expect(page.getByText('The browser could not do it.')).toBeVisible()
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })
  test('a form for passkeys says that it needs them', async ({ page }) => {
    await page.goto('/sign-in')
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
    await expect(page.getByRole('alert')).toContainText('Passkeys need JavaScript')
  })
})
