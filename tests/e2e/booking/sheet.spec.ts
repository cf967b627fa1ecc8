import type { Page } from '@playwright/test'
import { signIn } from '@/tests/support/sign-in'
import { expect, expectAccessible, sideways, test } from '@/tests/support/test'
import { machineOf, passTheMinute, projectOf, weekAfter } from './lent'
import { cellOf, press, sheetOf } from './on-the-sheet'

test('with the keyboard alone a delegate books four weeks, is told what fits when more is wanted, and undoes it', async ({
  page,
}) => {
  const machine = await machineOf()
  const project = await projectOf({ name: 'Bone fractures', pi: 'petra', delegate: 'dana', budget: 20 })
  await signIn(page, 'dana', sheetOf(machine, project))
  await expect(page.getByText('You act on behalf of Petra PI')).toBeVisible()
  await expect(page.getByText('0 held · 0 selected · 20 left of 20')).toBeVisible()

  // The first cell is where Tab comes to; from there the arrows lead.
  await cellOf(page, -2, 'A').focus()
  await press(page, 'ArrowDown', 'ArrowDown', 'ArrowDown')
  await expect(cellOf(page, 1, 'A', 'Free, costs 4 of 20 left')).toBeFocused()
  await press(page, ' ', 'Shift+ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowDown')
  await expect(page.getByText('0 held · 16 selected · 4 left of 20')).toBeVisible()
  await expect(cellOf(page, 4, 'A')).toHaveAttribute('aria-selected', 'true')
  await expectAccessible(page)
  await press(page, 'Enter')
  for (const ahead of [1, 2, 3, 4]) await expect(cellOf(page, ahead, 'A', 'Yours')).toBeVisible()
  await expect(page.getByText('16 held · 0 selected · 4 left of 20')).toBeVisible()
  await expect(cellOf(page, 4, 'A')).toBeFocused()

  await press(page, 'ArrowRight', ' ', 'Shift+ArrowUp')
  await expect(cellOf(page, 2, 'B', '8 over budget')).toBeVisible()
  await expect(page.getByText('16 held · 8 selected · 4 over 20')).toBeVisible()
  await press(page, 'Enter')
  const refusal = page.getByRole('alert').filter({ hasText: 'GPU weeks left' })
  await expect(refusal).toContainText('4 GPU weeks left, and this would take 8')
  await expectAccessible(page)
  await expect(cellOf(page, 3, 'B', 'Selected')).toBeVisible()
  await refusal.getByRole('button', { name: 'Select only what fits' }).press('Enter')
  await expect(page.getByText('16 held · 4 selected · 0 left of 20')).toBeVisible()
  await press(page, 'Tab')
  await page.getByRole('button', { name: `Book week ${weekAfter(3)}, slot B` }).press('Enter')
  await expect(cellOf(page, 3, 'B', 'Yours')).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).press('Enter')
  await expect(cellOf(page, 3, 'B', 'Free')).toBeVisible()

  await cellOf(page, 4, 'A').focus()
  await press(page, 'Delete')
  await expect(cellOf(page, 4, 'A', 'Cancelled')).toBeVisible()
})

test('who waits for a taken week is given it when it is cancelled, claims it, or lets it pass on', async ({
  page,
  browser,
}) => {
  const machine = await machineOf()
  const [petras, stens] = [
    await projectOf({ name: 'First', pi: 'petra' }),
    await projectOf({ name: 'Second', pi: 'sten' }),
  ]
  await signIn(page, 'petra', sheetOf(machine, petras))
  await cellOf(page, 2, 'A').click()
  await cellOf(page, 3, 'A').click()
  await press(page, 'Enter')
  await expect(cellOf(page, 3, 'A', 'Yours')).toBeVisible()

  const other = await (await browser.newContext()).newPage()
  await signIn(other, 'sten', sheetOf(machine, stens))
  for (const ahead of [2, 3]) {
    await cellOf(other, ahead, 'A').getByRole('button', { name: 'Wait for it' }).click()
    await expect(cellOf(other, ahead, 'A', 'You wait · First')).toBeVisible()
  }
  await expect(other.getByText('You are first in the queue.')).toBeVisible()

  for (const ahead of [2, 3]) {
    await cellOf(page, ahead, 'A').getByRole('button', { name: 'Cancel' }).click()
    await expect(cellOf(page, ahead, 'A', 'Cancelled')).toBeVisible()
  }
  await passTheMinute(machine)
  await expect(cellOf(page, 2, 'A', 'On hold')).toBeVisible({ timeout: 20_000 })
  await expect(cellOf(other, 2, 'A', 'Claim · 24 h')).toBeVisible()
  await expect(other.getByText('8 of those held are kept for you')).toBeVisible()
  await expectAccessible(other)
  await cellOf(other, 2, 'A').focus()
  await press(other, 'Enter')
  await expect(cellOf(other, 2, 'A', 'Yours')).toBeVisible()
  await cellOf(other, 3, 'A').focus()
  await press(other, 'Delete')
  await expect(cellOf(page, 3, 'A', 'Free')).toBeVisible()
  await expect(cellOf(page, 2, 'A', 'Second')).toBeVisible()
  await other.context().close()
})

test('a booking has a page: its weeks are moved, cancelled and given back there', async ({ page }) => {
  const machine = await machineOf()
  const project = await projectOf({ name: 'Page by page', pi: 'petra' })
  await signIn(page, 'petra', sheetOf(machine, project))
  await cellOf(page, 2, 'A').click()
  await cellOf(page, 3, 'A').click()
  await press(page, 'Enter')
  await cellOf(page, 2, 'A', 'Yours').getByRole('link').click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Booking of')
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Move…' }).first().click()
  await expect(page.getByText('choose where to')).toBeVisible()
  await cellOf(page, 5, 'B', 'Move here').getByRole('button').click()
  await expect(page.getByText('The week was moved.')).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: 'slot B' })).toBeVisible()
  await page.getByRole('button', { name: 'Cancel…' }).first().click()
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel', exact: true }).first().click()
  await expect(page.getByText('Cancelled', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('Cancelled', { exact: true })).toBeHidden()
  await page.goto(`/projects/${project}/bookings`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Page by page')
  await expect(page.getByText('8 of 16 GPU weeks held, 8 left.')).toBeVisible()
  await expectAccessible(page)
})

test('two browsers race for one cell: one has it, the other is told, and sees whose it is', async ({
  page,
  browser,
}) => {
  const machine = await machineOf()
  const [petras, stens] = [
    await projectOf({ name: 'Swift', pi: 'petra' }),
    await projectOf({ name: 'Slow', pi: 'sten', hidden: true }),
  ]
  const other = await (await browser.newContext()).newPage()
  await signIn(page, 'petra', sheetOf(machine, petras))
  await signIn(other, 'sten', sheetOf(machine, stens))
  await cellOf(page, 1, 'A').click()
  await cellOf(other, 1, 'A').click()
  await cellOf(other, 2, 'B').click()
  await Promise.all([press(page, 'Enter'), press(other, 'Enter')])
  const won = async (one: Page) => (await cellOf(one, 1, 'A', 'Yours').count()) === 1
  await expect.poll(async () => [await won(page), await won(other)].filter(Boolean).length).toBe(1)
  const [loser, says] = (await won(page)) ? [other, 'Swift'] : [page, 'Hidden project']
  await expect(cellOf(loser, 1, 'A', says)).toBeVisible()
  await expect(loser.getByRole('alert').filter({ hasText: 'Somebody else was first' })).toBeVisible()
  if (loser === other) await expect(cellOf(other, 2, 'B', 'Selected')).toBeVisible()
  await other.context().close()
})

test('what somebody else books appears without a reload, and what is selected stays so', async ({ page, browser }) => {
  const machine = await machineOf()
  const [own, others] = [
    await projectOf({ name: 'Looking on', pi: 'petra' }),
    await projectOf({ name: 'Somebody else', pi: 'sten' }),
  ]
  await signIn(page, 'petra', sheetOf(machine, own))
  await cellOf(page, 3, 'B').click()
  const other = await (await browser.newContext()).newPage()
  await signIn(other, 'sten', sheetOf(machine, others))
  await cellOf(other, 2, 'A').click()
  await press(other, 'Enter')
  await expect(cellOf(page, 2, 'A', 'Somebody else')).toBeVisible()
  await expect(cellOf(page, 3, 'B', 'Selected')).toBeVisible()
  await other.getByRole('button', { name: 'Undo' }).click()
  await expect(cellOf(page, 2, 'A', 'Free')).toBeVisible()
  await other.context().close()
})

test('what is free on each machine is a table that leads to the sheets, readable on a phone too', async ({ page }) => {
  const machine = await machineOf()
  await signIn(page, 'petra', sheetOf(machine, await projectOf({ name: 'Looking around', pi: 'petra' })))
  await page.locator('summary').filter({ hasText: 'Free on all machines' }).click()
  const free = page.getByRole('table', { name: 'GPUs that are free on each machine in the weeks ahead' })
  await expect(free.getByRole('link').first()).toBeVisible()
  await expectAccessible(page)
  await page.setViewportSize({ width: 390, height: 844 })
  expect(await sideways(page)).toBeLessThanOrEqual(0)
  await expectAccessible(page)
})

test('what is picked while an earlier booking is still answered is booked as well', async ({ page }) => {
  const machine = await machineOf(2)
  const project = await projectOf({ name: 'In a hurry', pi: 'petra' })
  await signIn(page, 'petra', sheetOf(machine, project))
  let answer = () => {}
  const slow = new Promise<void>((done) => {
    answer = done
  })
  // The first answer is late: what it did stands on the sheet before.
  await page.route(
    ({ pathname }) => pathname === '/bookings',
    async (route) => {
      if (route.request().method() !== 'POST') return route.continue()
      const response = await route.fetch()
      await slow
      await route.fulfill({ response })
    },
    { times: 1 },
  )
  await cellOf(page, 2, 'A').click()
  await press(page, 'Enter')
  await expect(cellOf(page, 2, 'A', 'Yours')).toBeVisible()
  await cellOf(page, 2, 'B').click()
  await press(page, 'Enter')
  await press(page, 'Enter')
  await cellOf(page, 3, 'A').click()
  answer()
  await expect(cellOf(page, 2, 'B', 'Yours')).toBeVisible()
  await expect(cellOf(page, 3, 'A', 'Selected')).toBeVisible()
  await expect(page.getByRole('main').getByRole('alert')).toHaveText('')
})

test('a block is drawn with the mouse and grows with shift', async ({ page }) => {
  const machine = await machineOf(3)
  const project = await projectOf({ name: 'By mouse', pi: 'petra', budget: 64 })
  await signIn(page, 'petra', sheetOf(machine, project))
  const middle = async (ahead: number, slot: string) => {
    const box = await cellOf(page, ahead, slot).boundingBox()
    return { x: (box?.x ?? 0) + (box?.width ?? 0) / 2, y: (box?.y ?? 0) + (box?.height ?? 0) / 2 }
  }
  const [from, to] = [await middle(1, 'A'), await middle(2, 'B')]
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(to.x, to.y, { steps: 5 })
  await page.mouse.up()
  await expect(page.getByText('0 held · 16 selected')).toBeVisible()
  await cellOf(page, 1, 'C').click()
  await cellOf(page, 4, 'C').click({ modifiers: ['Shift'] })
  await expect(page.getByText('0 held · 32 selected')).toBeVisible()
  const [first, second] = [weekAfter(1), weekAfter(2)]
  await expect(page.getByRole('button', { name: `Book weeks ${first}–${second}, slots A, B; weeks` })).toBeVisible()
  await page.getByRole('link', { name: 'Later weeks' }).click()
  await expect(cellOf(page, 1, 'A')).toBeHidden()
  await expect(page.getByText('0 held · 32 selected')).toBeVisible()
  await page.getByRole('button', { name: 'Clear' }).click()
  await expect(page.getByText('0 held · 0 selected')).toBeVisible()
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('a free cell is a button that books it, and leads to its booking from then on', async ({ page }) => {
    const machine = await machineOf()
    const project = await projectOf({ name: 'Plain', pi: 'petra', budget: 4 })
    await signIn(page, 'petra', sheetOf(machine, project))
    const free = (ahead: number) => page.getByRole('button', { name: `Week ${weekAfter(ahead)}, slot A, ` })
    await free(1).click()
    await expect(page.getByText('Booked: ')).toBeVisible()
    await expect(page.getByRole('link', { name: `Week ${weekAfter(1)}, slot A, Yours` })).toBeVisible()
    await expect(free(2)).toContainText('4 over budget')
    await free(2).click()
    await expect(page.getByText('Your project has 0 GPU weeks left')).toBeVisible()
    await page.getByRole('button', { name: `Cancel: Week ${weekAfter(1)}, slot A` }).click()
    await expect(page.getByText('Cancelled. It is free for others in a minute.')).toBeVisible()
    await page.getByRole('button', { name: 'Undo', exact: true }).click()
    await expect(page.getByRole('link', { name: `Week ${weekAfter(1)}, slot A, Yours` })).toBeVisible()
    await page.getByLabel('Go to week').fill('never')
    await page.getByRole('button', { name: 'Show' }).click()
    await expect(page.getByText('“never” is neither a week nor a date.')).toBeVisible()
    await page.getByLabel('Go to week').fill(`w ${weekAfter(20)}`)
    await page.getByRole('button', { name: 'Show' }).click()
    await expect(page.getByRole('row').nth(1)).toContainText(String(weekAfter(20)))
  })
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })

  test('one slot is shown at a time, and booked by a finger', async ({ page }) => {
    const machine = await machineOf(4)
    const project = await projectOf({ name: 'In the hand', pi: 'petra' })
    await signIn(page, 'petra', sheetOf(machine, project))
    await expect(cellOf(page, 1, 'A')).toBeVisible()
    await expect(cellOf(page, 1, 'C')).toBeHidden()
    await page.getByRole('link', { name: 'Slot C' }).tap()
    await expect(cellOf(page, 1, 'A')).toBeHidden()
    await cellOf(page, 1, 'C').tap()
    await cellOf(page, 2, 'C').tap()
    await expectAccessible(page)
    expect(await sideways(page)).toBeLessThanOrEqual(0)
    await page.getByRole('button', { name: `Book weeks ${weekAfter(1)}–${weekAfter(2)}, slot C` }).tap()
    await expect(cellOf(page, 2, 'C', 'Yours')).toBeVisible()
  })
})
