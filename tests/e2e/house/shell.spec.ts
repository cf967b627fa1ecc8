import { signIn } from '@/tests/support/sign-in'
import { expect, expectAccessible, sideways, test } from '@/tests/support/test'

const root = 'html'

test('the language changes with one click, stays, and comes back to the same page', async ({ page }) => {
  await page.goto('/datasets?q=lymph')
  await page.getByRole('banner').getByRole('button', { name: 'Svenska' }).click()
  await expect(page.locator(root)).toHaveAttribute('lang', 'sv')
  expect(new URL(page.url()).search).toBe('?q=lymph')
  await page.goto('/')
  await expect(page.locator(root)).toHaveAttribute('lang', 'sv')
  await expect(page.getByRole('contentinfo')).toContainText('Linköpings universitet')
})

test('a chosen theme is there before the page is painted, and can be given back to the system', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('button', { name: 'Switch between light and dark' }).click()
  await expect(page.locator(root)).toHaveCSS('color-scheme', 'dark')
  await page.reload({ waitUntil: 'commit' })
  await expect(page.locator(root)).toHaveAttribute('data-theme', 'dark')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'System' }).click()
  await page.reload()
  await expect(page.locator(root)).not.toHaveAttribute('data-theme')
})

test('the palette leads anywhere by keyboard alone', async ({ page }) => {
  await page.goto('/')
  await expect(page.getByRole('link', { name: 'Search and jump' })).toContainText('Ctrl K')
  await page.keyboard.press('Control+k')
  const words = page.getByRole('combobox')
  await expect(words).toBeFocused()
  await words.fill('metr')
  await expect(page.getByRole('option', { name: /^Metrics/ })).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(words).toBeHidden()
  await page.keyboard.press('Control+k')
  await words.fill('lymph nodes')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/datasets?q=lymph%20nodes')
})

test('the first tab stop skips the header', async ({ page }) => {
  await page.goto('/')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.locator('main')).toBeFocused()
})

test('the menu of a phone opens, leads on and closes by Escape @phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto('/')
  await page.getByLabel('Menu').click()
  const link = page.getByRole('banner').getByRole('link', { name: 'Datasets' })
  await expect(link).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(link).toBeHidden()
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })
  test('language, menu, search and sign-in still work, and nothing is offered that does not', async ({ page }) => {
    await page.goto('/')
    await expect(page.getByRole('button', { name: 'Switch between light and dark' })).toBeHidden()
    await expect(page.getByRole('link', { name: 'Sign in' })).toHaveAttribute('href', '/sign-in')
    await page.getByRole('banner').getByRole('button', { name: 'Svenska' }).click()
    await page.getByRole('searchbox').fill('lymf')
    await page.getByRole('button', { name: 'Sök', exact: true }).click()
    await page.waitForURL('**/datasets?q=lymf')
  })
})

for (const [key, places, inMenu] of [
  ['dana', ['/requests', '/bookings'], []],
  ['sten', ['/requests', '/bookings', '/stewardship'], []],
  ['ada', ['/requests', '/bookings'], ['/stewardship', '/administration']],
] as const)
  test(`every link of the header leads somewhere for ${key}`, async ({ page }) => {
    await signIn(page, key)
    // A public page comes first without anyone's name, and who is signed in is told to it afterwards.
    await expect(page.getByRole('banner').locator('a[href="/account"]').first()).toBeAttached()
    const nav = page.getByRole('banner').getByRole('navigation')
    await expect(nav.getByRole('link')).toHaveCount(4 + places.length)
    if (inMenu.length > 0) {
      await nav.getByText('The hub').click()
      await expect(nav.getByRole('link')).toHaveCount(4 + places.length + inMenu.length)
      await expectAccessible(page)
    }
    const links = await page
      .getByRole('banner')
      .locator('a')
      .evaluateAll((all) => all.map((a) => a.getAttribute('href')))
    expect(links).toEqual(expect.arrayContaining([...places, ...inMenu, '/account', '/saved-searches']))
    for (const href of new Set(links)) expect((await page.request.get(href ?? '')).status(), `${href}`).toBe(200)
  })

test('the header of someone with every place has room for it at each width, in Swedish too', async ({ page }) => {
  await signIn(page, 'ada')
  await page.goto('/language?to=sv&back=/')
  await expect(page.getByRole('banner').getByText('Ada Admin').first()).toBeAttached()
  for (const width of [1280, 1024, 1000, 700, 320]) {
    await page.setViewportSize({ width, height: 700 })
    expect(await sideways(page), `at ${width}`).toBe(0)
  }
})

test('nothing has to be moved sideways at 320 pixels, which is 400 % of 1280', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 })
  for (const address of ['/', '/datasets', '/sign-in']) {
    await page.goto(address)
    expect(await sideways(page), address).toBe(0)
  }
})
