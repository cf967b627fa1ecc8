import type { Browser, Page } from '@playwright/test'
import { type PersonaKey, signIn } from '@/tests/support/sign-in'
import { expect, test } from '@/tests/support/test'
import { loseThePi, projectOf } from '../booking/lent'

const enter = async (browser: Browser, as: PersonaKey, at: string): Promise<Page> => {
  const page = await (await browser.newContext()).newPage()
  await signIn(page, as, at)
  return page
}

const open = (page: Page, words: string) => page.locator('summary').filter({ hasText: words }).click()

test('the role of PI goes over when both sides agree and the hub confirms it', async ({ page, browser }) => {
  const name = `Handed over ${Date.now()}`
  const project = await projectOf({ name, pi: 'petra', members: ['dana'] })
  const at = `/projects/${project}`
  await signIn(page, 'petra', `${at}/settings`)
  await open(page, 'Propose another principal investigator')
  await page.getByLabel('Who is to lead').selectOption('Dana Demo')
  await page.getByRole('button', { name: 'Propose another principal investigator' }).click()
  await expect(page.getByText('It waits for Dana Demo to agree.')).toBeVisible()

  const dana = await enter(browser, 'dana', '/projects')
  const own = dana.getByRole('listitem').filter({ has: dana.getByRole('heading', { name }) })
  await own.getByRole('link', { name: 'You are asked to lead it' }).click()
  await open(dana, 'Agree to lead')
  await dana.getByRole('button', { name: 'Agree to lead' }).click()
  await expect(dana.getByText('Both agree. It waits for the hub to confirm it.')).toBeVisible()

  const ada = await enter(browser, 'ada', '/administration/projects')
  const waiting = ada.getByRole('listitem').filter({ has: ada.getByRole('heading', { name }) })
  await waiting.locator('summary').filter({ hasText: 'Confirm' }).click()
  await waiting.getByLabel('Reason').first().fill('Both sides have told us why')
  await waiting.getByRole('button', { name: 'Confirm' }).click()
  await expect(waiting).toHaveCount(0)

  await dana.reload()
  await expect(dana.getByText('You lead this project.')).toBeVisible()
  await page.goto(at)
  await expect(page.getByText('You take part in this project.')).toBeVisible()
  await page.goto(`${at}/timeline`)
  await expect(page.getByText(/^Confirmed that Dana Demo leads/)).toBeVisible()
  await expect(page.getByText(/Ada Admin/)).toBeVisible()
})

test('a project is described, listed and ended by its PI; budgets are set by the hub; a stranger finds no page of it', async ({
  page,
  browser,
}) => {
  const name = `Closed ${Date.now()}`
  const project = await projectOf({ name, pi: 'petra' })
  const at = `/projects/${project}`
  const stranger = await enter(browser, 'rut', '/projects')
  for (const part of ['', '/members', '/delegations', '/agreements', '/bookings', '/timeline', '/settings'])
    expect((await stranger.request.get(at + part)).status(), part).toBe(404)
  const visitor = await (await browser.newContext()).newPage()
  await visitor.goto(at)
  await expect(visitor).toHaveURL(/\/sign-in\?next=/)

  await signIn(page, 'petra', `${at}/settings`)
  await page.getByLabel('What it is about').fill('Words for everyone.')
  await page.getByLabel('Show the project in the public directory').check()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Saved.')).toBeVisible()
  await visitor.goto(at)
  await expect(visitor.getByText('Words for everyone.')).toBeVisible()
  expect((await stranger.request.get(`${at}/members`)).status()).toBe(404)

  const ada = await enter(browser, 'ada', `/administration/projects?${new URLSearchParams({ q: name })}`)
  await ada.getByRole('link', { name }).click()
  await open(ada, 'Set another budget')
  await ada.getByLabel('Budget in GPU weeks').fill('5')
  await ada.getByLabel('Reason').first().fill('Fewer machines this year')
  await ada.getByRole('button', { name: 'Set another budget' }).click()
  await expect(ada.getByText('0 of 5 GPU weeks used').first()).toBeVisible()
  const file = await ada.request.get(`/administration/projects/file?${new URLSearchParams({ q: name })}`)
  expect(await file.text()).toContain(`${name},${project},project,running,Petra PI,open`)

  await open(page, 'End the project before its last day')
  await page.getByLabel('Reason').fill('The study is done')
  await page.getByRole('button', { name: 'End the project before its last day' }).click()
  await expect(page).toHaveURL(at)
  await expect(page.getByText('Over', { exact: true })).toBeVisible()
  await page.goto('/projects')
  await page.locator('summary').filter({ hasText: /over$/ }).click()
  await page.getByRole('link', { name }).first().click()
  await page.getByRole('link', { name: 'Timeline', exact: true }).click()
  await expect(page.getByText('Reason: The study is done')).toBeVisible()
  await expect(page.getByText('Reason: Fewer machines this year')).toBeVisible()
})

test('where the account of the PI is closed the hub appoints another, who is told why', async ({ browser, page }) => {
  const name = `Left behind ${Date.now()}`
  const project = await projectOf({ name, pi: 'petra', members: ['dana'] })
  await signIn(page, 'ada', `/administration/projects/${project}`)
  await expect(page.locator('summary').filter({ hasText: 'Set another budget' })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Appoint another' })).toHaveCount(0)
  await loseThePi(project, 'Gone Galen')
  await page.goto(`/administration/projects?${new URLSearchParams({ q: name })}`)
  await expect(page.getByRole('row').filter({ hasText: name })).toContainText('PI’s account closed')
  await page.getByRole('link', { name }).click()
  await open(page, 'Appoint another principal investigator')
  await page.getByLabel('Their e-mail address').fill('nobody@example.org')
  await page.getByLabel('Reason').first().fill('They have left the university')
  await page.getByRole('button', { name: 'Appoint another principal investigator' }).click()
  await expect(page.getByRole('main').getByRole('alert')).toContainText('No open account has this address')
  await page.getByLabel('Their e-mail address').fill('dana@demo.invalid')
  await page.getByRole('button', { name: 'Appoint another principal investigator' }).click()
  await expect(page.getByRole('heading', { name: 'Appoint another' })).toHaveCount(0)
  const dana = await enter(browser, 'dana', `/projects/${project}`)
  await expect(dana.getByText('You lead this project.')).toBeVisible()
  await expect(dana.getByText('Reason: They have left the university')).toBeVisible()
})
