import { signIn } from '@/tests/support/sign-in'
import { expect, test } from '@/tests/support/test'

test.describe('in Swedish', () => {
  test.use({ locale: 'sv-SE' })
  test('the same pages speak Swedish', async ({ page }) => {
    await page.goto('/sign-in')
    await expect(page.getByRole('heading', { level: 1, name: 'Logga in' })).toBeVisible()
    await signIn(page, 'ada', '/journal')
    await expect(page.getByText('Vem som gjorde vad')).toBeVisible()
    await page.goto('/account/tokens')
    await expect(page.getByRole('heading', { level: 1, name: 'API-nycklar' })).toBeVisible()
  })
})

test('whoever is not signed in is led to sign-in, and back', async ({ page }) => {
  await page.goto('/account/keys')
  await expect(page).toHaveURL(/\/sign-in\?next=%2Faccount%2Fkeys/)
  await page.getByRole('button', { name: 'Dana Demo' }).click()
  await expect(page).toHaveURL(/\/account\/keys$/)
  await expect(page.getByRole('banner').getByText('Dana Demo').first()).toBeAttached()
})

test.describe('what is not theirs', () => {
  test.use({ expectedFaults: [/404/] })
  test('the administration is not there for a researcher', async ({ page }) => {
    await signIn(page, 'dana', '/account')
    const answer = await page.goto('/administration/people')
    expect(answer?.status()).toBe(404)
  })
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })
  test('a persona signs in, saves a profile with a fault named at its field, makes a token, and signs out', async ({
    page,
  }) => {
    await signIn(page, 'petra', '/account')
    await page.getByLabel('Department').fill('IMT 811228-9874')
    await page.getByRole('button', { name: 'Save' }).click()
    await expect(page.getByRole('alert').getByRole('link')).toContainText('personal number')
    await page.getByLabel('Department').fill('IMT')
    await page.getByRole('button', { name: 'Save' }).click()
    await expect(page.getByText('Saved.')).toBeVisible()
    await page.goto('/account/tokens')
    await page.getByLabel('What it is for').fill('notebook')
    await page.getByRole('button', { name: 'Make a token' }).click()
    await expect(page.getByText(/^aida_[\w-]{43}$/)).toBeVisible()
    await page.goto('/account/tokens')
    await expect(page.getByRole('button', { name: 'Revoke notebook' })).toBeVisible()
    await expect(page.getByText(/^aida_[\w-]{43}$/)).toHaveCount(0)
    await page.getByRole('banner').locator('summary', { hasText: 'Petra PI' }).click()
    await page.getByRole('button', { name: 'Sign out' }).click()
    await expect(page).toHaveURL(/\/$/)
    expect(await (await page.request.get('/session')).json()).toEqual({ person: null })
  })
})
