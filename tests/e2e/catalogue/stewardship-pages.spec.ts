import { signIn } from '@/tests/support/sign-in'
import { expect, expectAccessible, test } from '@/tests/support/test'

test('each act explains itself in a dialog that axe finds nothing in', async ({ page }) => {
  await signIn(page, 'sten', '/stewardship/datasets/ctpa')
  for (const verb of ['Hide', 'Discard the draft', 'Withdraw']) {
    await page.getByRole('button', { name: `${verb}…` }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Cancel' }).click()
  }
})

test.describe('what is not theirs', () => {
  test.use({ expectedFaults: [/404/] })
  test('a researcher finds no page of the stewards, whether there is one or not', async ({ page }) => {
    await signIn(page, 'dana', '/saved-searches')
    for (const address of ['/stewardship', '/stewardship/datasets/demo-knees', '/stewardship/datasets/nowhere']) {
      expect((await page.goto(address))?.status()).toBe(404)
    }
  })

  test('an administrator may look, and is offered nothing to change', async ({ page }) => {
    await signIn(page, 'ada', '/stewardship/datasets/demo-knees')
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Knees in MR')
    await expect(page.getByRole('main').getByRole('button')).toHaveCount(0)
    expect((await page.goto('/stewardship/datasets/new'))?.status()).toBe(404)
  })
})

test.describe('in Swedish', () => {
  test.use({ locale: 'sv-SE' })
  test('the same pages speak Swedish', async ({ page }) => {
    await page.goto('/priorities')
    await expect(page.getByRole('heading', { level: 1, name: 'Data att samla in' })).toBeVisible()
    await signIn(page, 'sten', '/stewardship')
    await expect(page.getByRole('heading', { level: 1, name: 'Väntar på dig' })).toBeVisible()
  })
})
