import { expect, expectAccessible, test } from '@/tests/support/test'

test('the house stands: the first page, healthy and ready @dark @phone', async ({ page, request }) => {
  expect((await request.get('/healthz')).status()).toBe(200)
  expect(await (await request.get('/readyz')).json()).toMatchObject({ status: 'ready' })
  const answer = await page.goto('/')
  expect(answer?.headers()['x-request-id']).toMatch(/^[\w-]{36}$/)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expectAccessible(page)
})

test.describe('what does not exist', () => {
  test.use({ expectedFaults: [/404/] })
  test('answers 404 in words', async ({ page }) => {
    const answer = await page.goto('/there-is-no-such-page')
    expect(answer?.status()).toBe(404)
    await expect(page.getByRole('heading', { name: 'There is no such page' })).toBeVisible()
    await expectAccessible(page)
  })
})
