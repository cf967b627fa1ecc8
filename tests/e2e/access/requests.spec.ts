import { test } from '@/tests/support/own-portal'
import { signIn } from '@/tests/support/sign-in'
import { expect } from '@/tests/support/test'
import { dayIn, dialogOf, open, state } from './acting'

test('a researcher submits a draft, the handler returns it, and it is mended and approved', async ({
  page,
  browser,
  ownOrigin,
}) => {
  const hub = await (await browser.newContext({ baseURL: ownOrigin })).newPage()
  await signIn(page, 'petra', '/requests')
  await open(page, 'Follow-up of small nodules')
  await expect(page.getByText('What is needed')).toBeVisible()
  await (await dialogOf(page, 'Submit')).getByRole('button', { name: 'Submit' }).click()
  await expect(state(page, 'Submitted')).toBeVisible()

  await signIn(hub, 'hanna', '/requests/queue?turn=handler')
  await open(hub, 'Follow-up of small nodules')
  const giving = await dialogOf(hub, 'Return')
  await giving.getByLabel('Reason').fill('Say over how many years')
  await giving.getByRole('button', { name: 'Return' }).click()
  await expect(state(hub, 'Returned')).toBeVisible()

  await page.reload()
  await expect(page.getByText('Say over how many years').first()).toBeVisible()
  await (await dialogOf(page, 'Submit')).getByRole('button', { name: 'Submit' }).click()
  await expect(state(page, 'Submitted')).toBeVisible()
})

test('a handler approves and then revokes; the verdict follows at once, with its reason', async ({
  page,
  browser,
  ownOrigin,
}) => {
  const hub = await (await browser.newContext({ baseURL: ownOrigin })).newPage()
  await signIn(page, 'petra', '/datasets/drsk/request')
  await expect(page.getByText('You may not use this dataset now')).toBeVisible()
  await signIn(hub, 'hanna', '/requests/queue')
  await open(hub, 'Lesions of the skin')
  const approving = await dialogOf(hub, 'Approve')
  await approving.getByLabel('Last day').fill(dayIn(300))
  await approving.getByRole('button', { name: 'Approve' }).click()
  await expect(state(hub, 'Approved')).toBeVisible()
  await page.reload()
  await expect(page.getByText('You may use this dataset now')).toBeVisible()
  const taking = await dialogOf(hub, 'Revoke')
  await taking.getByLabel('Reason').fill('The copies were not safe')
  await taking.getByRole('button', { name: 'Revoke' }).click()
  await expect(state(hub, 'Revoked')).toBeVisible()
  await page.reload()
  await expect(page.getByText('You may not use this dataset now')).toBeVisible()
  await expect(
    page.getByText(/The request is not approved for it \(Revoked\)|The grant was revoked/).first(),
  ).toBeVisible()
})

test('deciders answer, and a stranger finds no such request', async ({ page, browser, ownOrigin }) => {
  await signIn(page, 'dan', '/requests/queue')
  await open(page, 'Grading of nodal metastases')
  await expect(page.getByText('of 3 have answered')).toBeVisible()
  const stranger = await (await browser.newContext({ baseURL: ownOrigin })).newPage()
  await signIn(stranger, 'eva', '/account')
  const answer = await stranger.goto(new URL(page.url()).pathname)
  expect(answer?.status()).toBe(404)
})

test('somebody asks for a dataset from its page, without a project', async ({ page }) => {
  await signIn(page, 'dana', '/datasets/koa2021/request')
  await page.getByLabel('Name of the study').fill('Knees before and after')
  await page.getByRole('button', { name: 'Begin a request with it' }).click()
  await page.waitForURL(/\/requests\/[0-9a-f-]{36}$/)
  await expect(page.getByRole('link', { name: 'koa2021' })).toBeVisible()
  await expect(state(page, 'Draft')).toBeVisible()
})
