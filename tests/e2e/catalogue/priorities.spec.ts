import type { Page } from '@playwright/test'
import { test } from '@/tests/support/own-portal'
import { signIn } from '@/tests/support/sign-in'
import { expect } from '@/tests/support/test'

async function propose(page: Page, title: string): Promise<void> {
  await page.getByLabel('Title').fill(title)
  await page.getByLabel('What should be collected').fill('Radiographs of elbows')
  await page.getByLabel('What care would gain').fill('Fewer operations')
  await page.getByRole('button', { name: 'Send the proposal' }).click()
  await expect(page.getByText('Your proposal is sent.')).toBeVisible()
}

async function answer(page: Page, title: string, decision: string, reason: string): Promise<void> {
  const panel = page.locator('section').filter({ has: page.getByRole('heading', { name: title }) })
  await panel.locator('summary').click()
  await panel.getByRole('button', { name: 'Answer' }).click()
  await expect(panel.getByRole('alert')).toBeVisible()
  await panel.getByLabel(decision).check()
  await panel.getByLabel('Reason').fill(reason)
  await panel.getByRole('button', { name: 'Answer' }).click()
  await expect(panel.getByText(`Answer: ${reason}`)).toBeVisible()
}

test('people propose collections; a steward takes one up and declines one, and the proposer reads why', async ({
  page,
  browser,
  ownOrigin,
}) => {
  await signIn(page, 'petra', '/priorities/propose')
  await propose(page, 'Elbows after falls')
  await propose(page, 'Photographs of cats')

  const steward = await (await browser.newContext({ baseURL: ownOrigin })).newPage()
  await signIn(steward, 'sten', '/stewardship/proposals')
  await answer(steward, 'Elbows after falls', 'Take up', 'The council agrees')
  await answer(steward, 'Photographs of cats', 'Decline', 'The hub holds data of medicine only')
  await steward.context().close()

  await page.reload()
  const taken = page.getByRole('listitem').filter({ hasText: 'Elbows after falls' })
  await expect(taken).toContainText('Taken up')
  await expect(taken).toContainText('The council agrees')
  const declined = page.getByRole('listitem').filter({ hasText: 'Photographs of cats' })
  await expect(declined).toContainText('Declined')
  await expect(declined).toContainText('The hub holds data of medicine only')
  await page.goto('/priorities')
  await expect(page.getByRole('heading', { name: 'Elbows after falls' })).toBeVisible()
  await expect(page.getByText('Photographs of cats')).toHaveCount(0)
  await expect(async () => {
    await page.goto('/outbox')
    const mail = page.locator('section', { hasText: 'Your proposal: Photographs of cats' })
    await expect(mail).toContainText('The stewards write: The hub holds data of medicine only', { timeout: 1000 })
  }).toPass()
})

test('a steward keeps the council’s list: adds, moves, marks, edits and ends, and everyone reads it', async ({
  page,
}) => {
  await signIn(page, 'sten', '/stewardship/priorities')
  await page.getByText('Add a decision').first().click()
  await page.getByLabel('Title').first().fill('Wrists of a journey')
  await page.getByLabel('What should be collected').first().fill('Radiographs of wrists')
  await page.getByLabel('Day of the council’s decision').first().fill('2026-11-02')
  await page.getByRole('button', { name: 'Add a decision' }).click()
  const item = page.getByRole('listitem').filter({ hasText: 'Wrists of a journey' })
  await expect(item).toContainText('Decided 2026-11-02')
  const places = () => page.getByRole('main').getByRole('heading', { level: 3 }).allInnerTexts()
  const last = (await places()).indexOf('Wrists of a journey')
  await item.getByRole('button', { name: 'Move up' }).click()
  await expect.poll(async () => (await places()).indexOf('Wrists of a journey')).toBe(last - 1)
  await item.getByRole('button', { name: 'Mark as being collected' }).click()
  await expect(item.getByText('Being collected', { exact: true })).toBeVisible()
  await item.getByText('Edit', { exact: true }).click()
  await item.getByLabel('Title').fill('Wrists in two directions')
  await item.getByRole('button', { name: 'Save' }).click()
  const edited = page.getByRole('listitem').filter({ hasText: 'Wrists in two directions' })
  await expect(edited).toBeVisible()
  await page.goto('/priorities')
  await expect(page.getByRole('listitem').filter({ hasText: 'Wrists in two directions' })).toContainText(
    'Being collected',
  )

  await page.goto('/stewardship/priorities')
  await edited.getByRole('button', { name: 'End…' }).click()
  await page.getByRole('dialog').getByLabel('Collected').check()
  await page.getByRole('dialog').getByLabel('As which dataset').fill('ctpa')
  await page.getByRole('dialog').getByRole('button', { name: 'End' }).click()
  await expect(edited).toHaveCount(0)
  await page.goto('/priorities')
  const ended = page.locator('section', { hasText: 'Ended' }).getByRole('listitem').filter({ hasText: 'Wrists' }).last()
  await expect(ended).toContainText(/Ended \d{4}-/)
  await expect(ended.getByRole('link', { name: 'See the dataset' })).toHaveAttribute('href', '/datasets/ctpa')
})
