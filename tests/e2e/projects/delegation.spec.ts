import type { Page } from '@playwright/test'
import { signIn } from '@/tests/support/sign-in'
import { expect, test } from '@/tests/support/test'
import { projectOf } from '../booking/lent'

const until = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

async function give(page: Page, whom: string, what: readonly string[], days: number): Promise<void> {
  await page.getByLabel('To whom').selectOption(whom)
  for (const one of what) await page.getByRole('checkbox', { name: one }).check()
  await page.getByLabel('Last day').fill(until(days))
  await page.getByRole('button', { name: 'Give authority' }).click()
}

test('authority is given onward in the PI’s name, and ends at once where it came from', async ({ page, browser }) => {
  const project = await projectOf({ name: 'Onward', pi: 'petra', members: ['dana', 'eva'] })
  const at = `/projects/${project}/delegations`
  await signIn(page, 'petra', at)
  await give(page, 'Dana Demo', ['Book compute', 'Delegate onward'], 60)
  await expect(page.getByText('Given. They are told by mail.')).toBeVisible()
  const first = page.getByRole('list', { name: 'Given by Petra PI' })
  await expect(first).toContainText(`From Petra PI, ${until(0)} – ${until(60)}`)

  const dana = await (await browser.newContext()).newPage()
  await signIn(dana, 'dana', at)
  await expect(dana.getByText('You act on behalf of Petra PI: Book compute, Delegate onward.')).toBeVisible()
  await expect(dana.getByRole('checkbox', { name: 'Manage members' })).toHaveCount(0)
  await give(dana, 'Eva Ethics', ['Book compute'], 90)
  await expect(dana.getByRole('main').getByRole('alert')).toContainText(`your own last day is ${until(60)}`)
  await expect(dana.getByRole('checkbox', { name: 'Book compute' })).toBeChecked()
  await dana.getByLabel('Last day').fill(until(30))
  await dana.getByRole('button', { name: 'Give authority' }).click()
  const onward = dana.getByRole('list', { name: 'Given by Dana Demo' })
  await expect(onward).toContainText('Eva Ethics')
  await expect(onward).toContainText('From Dana Demo, on behalf of Petra PI')

  const eva = await (await browser.newContext()).newPage()
  await signIn(eva, 'eva', `/projects/${project}`)
  await expect(eva.getByText('You act on behalf of Petra PI: Book compute.')).toBeVisible()
  await expect(eva.getByText('Dana Demo, on behalf of Petra PI')).toBeVisible()

  await page.reload()
  await expect(first.getByRole('list', { name: 'Given by Dana Demo' })).toContainText('Eva Ethics')
  await first.locator('summary').filter({ hasText: 'Dana Demo' }).click()
  await expect(first.getByText('with it 1 that was given from it')).toBeVisible()
  await first.getByRole('button', { name: 'End it now' }).first().click()
  await expect(first).toHaveCount(0)
  const ended = page.getByRole('table', { name: 'What has ended' })
  await expect(ended.getByRole('row').filter({ hasText: 'Dana Demo' }).first()).toContainText('Ended')
  await expect(ended.getByText('Ended by Petra PI')).toBeVisible()
  await expect(ended.getByText('Ended with what it was given from')).toBeVisible()
  await eva.reload()
  await expect(eva.getByText('to act for it you need an authority')).toBeVisible()
})

test('everything that one holds is given at once, from a day to come', async ({ page }) => {
  const project = await projectOf({ name: 'All of it', pi: 'petra', members: ['dana'] })
  await signIn(page, 'petra', `/projects/${project}/delegations`)
  await page.getByLabel('To whom').selectOption('Dana Demo')
  await page.getByLabel('Everything that I hold').check()
  await page.getByLabel('First day').fill(until(10))
  await page.getByLabel('Last day').fill(until(20))
  await page.getByRole('button', { name: 'Give authority' }).click()
  const branch = page.getByRole('list', { name: 'Given by Petra PI' })
  await expect(branch).toContainText('Everything')
  await expect(branch).toContainText('To begin')
})
