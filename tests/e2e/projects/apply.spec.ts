import type { Locator } from '@playwright/test'
import { signIn } from '@/tests/support/sign-in'
import { expect, test } from '@/tests/support/test'

test('an application keeps what was typed, is decided by the hub with a reason, and becomes a project that all may see', async ({
  page,
  browser,
}) => {
  const name = `Fellowship: Wrists ${Date.now()}`
  await signIn(page, 'rut', '/projects')
  await expect(page.getByText('You take part in no project yet')).toBeVisible()
  await page.getByRole('link', { name: 'Apply for a project' }).click()
  await page.getByRole('radio', { name: 'Fellowship' }).check()
  await page.getByLabel('Name').fill(name)
  await page.getByLabel('What it is about').fill('Wrists in plain radiographs.\n\nMade up for a journey.')
  await page.getByLabel('Institution').fill('Lund University · https://ror.org/nonsense')
  await page.getByLabel('Last day').fill('2031-12-31')
  await page.getByLabel('Show the project in the public directory').check()
  await page.getByRole('button', { name: 'Send the application' }).click()
  await expect(page.getByRole('alert').getByRole('link')).toContainText('a right ROR address')
  await expect(page.getByLabel('Name')).toHaveValue(name)
  await expect(page.getByRole('radio', { name: 'Fellowship' })).toBeChecked()
  await page.getByLabel('Institution').fill('Lund University')
  await page.getByRole('button', { name: 'Send the application' }).click()
  await expect(page.getByText('You are told by mail what becomes of it.')).toBeVisible()
  const own = page.getByRole('listitem').filter({ hasText: name })
  await expect(own).toContainText('Waits for the hub')

  const desk = await (await browser.newContext()).newPage()
  await signIn(desk, 'ada', '/administration/projects')
  const waiting = desk.getByRole('listitem').filter({ has: desk.getByRole('heading', { name }) })
  await expect(waiting).toContainText('Rut Reviewer')
  await expect(waiting).toContainText('Agrees to the public directory.')
  await waiting.locator('summary').filter({ hasText: 'Approve' }).click()
  await waiting.getByLabel('Budget in GPU weeks').fill('12')
  await waiting.getByLabel('Reason').first().fill('The board agreed to a smaller budget')
  await waiting.getByRole('button', { name: 'Approve' }).click()
  await expect(waiting).toBeHidden()

  await page.reload()
  await expect(own).toContainText('Approved')
  await expect(own).toContainText('The board agreed to a smaller budget')
  await own.getByRole('link', { name }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
  await expect(page.getByText('You lead this project.')).toBeVisible()
  await expect(page.getByText('0 of 12 GPU weeks used').first()).toBeVisible()
  await expect(page.getByText(/^Not in force: Service agreement/)).toBeVisible()

  const visitor = await (await browser.newContext()).newPage()
  await visitor.goto(`/projects?${new URLSearchParams({ q: name, type: 'fellowship' })}`)
  await visitor.getByRole('link', { name }).click()
  await expect(visitor.getByText('Wrists in plain radiographs.')).toBeVisible()
  await expect(visitor.getByText('GPU weeks')).toHaveCount(0)
  await visitor.goto(`/projects?${new URLSearchParams({ q: name, type: 'project' })}`)
  await expect(visitor.getByText('No project is like this')).toBeVisible()
})

test('an application is withdrawn by who made it, and declined with a reason', async ({ page, browser }) => {
  const stamp = Date.now()
  const names = ['First', 'Second'].map((word) => `${word} wish ${stamp}`)
  await signIn(page, 'eva', '/projects/apply')
  for (const name of names) {
    await page.getByRole('radio', { name: 'Network partner' }).check()
    await page.getByLabel('Name').fill(name)
    await page.getByLabel('What it is about').fill('Made up for a journey.')
    await page.getByLabel('Institution').fill('Region Halland')
    await page.getByLabel('Last day').fill('2031-12-31')
    await page.getByRole('button', { name: 'Send the application' }).click()
    await expect(page.getByRole('listitem').filter({ hasText: name })).toBeVisible()
  }
  const [first, second] = ['First', 'Second'].map((word) =>
    page.getByRole('listitem').filter({ hasText: `${word} wish ${stamp}` }),
  ) as [Locator, Locator]
  await first.locator('summary').click()
  await first.getByRole('button', { name: 'Withdraw it' }).click()
  await expect(first).toContainText('Withdrawn')
  const desk = await (await browser.newContext()).newPage()
  await signIn(desk, 'ada', '/administration/projects')
  await expect(desk.getByRole('heading', { name: names[0] })).toHaveCount(0)
  const waiting = desk.getByRole('listitem').filter({ has: desk.getByRole('heading', { name: names[1] }) })
  await waiting.locator('summary').filter({ hasText: 'Decline' }).click()
  await waiting.getByRole('button', { name: 'Decline' }).click()
  await expect(waiting.getByRole('alert')).toBeVisible()
  await waiting.getByLabel('Reason').last().fill('It lies outside what the hub is for')
  await waiting.getByRole('button', { name: 'Decline' }).click()
  await expect(waiting).toBeHidden()
  await page.reload()
  await expect(second).toContainText('It lies outside what the hub is for')
})
