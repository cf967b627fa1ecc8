import { signIn } from '@/tests/support/sign-in'
import { expect, test } from '@/tests/support/test'

test('the page of a dataset tells each person whether they may use it, in their language, and nobody else anything', async ({
  page,
}) => {
  const panel = page.getByRole('region', { name: 'Request access' }).or(page.locator('main aside')).first()
  await page.goto('/datasets/ctpa')
  await expect(panel.getByText('The data is shared under controlled access.')).toBeVisible()
  await expect(page.getByText('You may use this dataset now')).toHaveCount(0)
  expect(await (await page.request.get('/session/dataset?dataset=ctpa')).json()).toEqual({ verdict: null })

  await signIn(page, 'petra', '/datasets/ctpa')
  await expect(page.getByText('You may use this dataset now')).toBeVisible()
  await expect(page.getByText(/The last day is \d{4}-\d\d-\d\d, if nothing changes; it rests on request/)).toBeVisible()
  await page.getByRole('link', { name: 'What it rests on' }).click()
  await page.waitForURL(/\/grants\/[0-9a-f-]{36}$/)

  await page.goto('/datasets/brln')
  await expect(page.getByText('You may not use this dataset now')).toBeVisible()
  await page.goto('/sv/datasets/ctpa')
  await expect(page.getByText('Du får använda datasetet nu')).toBeVisible()
  expect(await (await page.request.get('/session/dataset?dataset=no-such-dataset')).json()).toEqual({ verdict: null })

  await page.context().clearCookies()
  await signIn(page, 'hanna', '/datasets/ctpa')
  await expect(page.getByText('No approved request of yours asks for it.')).toBeVisible()
})
