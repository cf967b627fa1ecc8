import type { Browser, Page } from '@playwright/test'
import { signIn } from '@/tests/support/sign-in'
import { expect, expectAccessible, test } from '@/tests/support/test'
import { giveKey, machineOf, projectOf, weekNamed } from '../booking/lent'
import { cellOf, press, sheetOf } from '../booking/on-the-sheet'

const pageOf = (machine: string) => `/administration/compute/machines/${machine}`

/** The compute administrator, in a browser of their own. */
async function administrator(browser: Browser, next: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage()
  await signIn(page, 'carl', next)
  return page
}

/** Books one cell on the sheet by a click and the keyboard. */
async function book(page: Page, ahead: number, slot: string): Promise<void> {
  await cellOf(page, ahead, slot).click()
  await press(page, 'Enter')
  await expect(cellOf(page, ahead, slot, 'Yours')).toBeVisible()
}

/** The latest mail with this in its subject to somebody, in the outbox of the demonstration. */
async function expectMail(page: Page, to: string, subject: RegExp, says: string): Promise<void> {
  const mail = page.locator('section', { has: page.getByRole('heading', { name: subject }), hasText: `To ${to}` })
  await expect(async () => {
    await page.goto('/outbox')
    await expect(mail.filter({ hasText: says }).first()).toBeVisible({ timeout: 1000 })
  }).toPass({ timeout: 30_000 })
}

test('a week is closed for maintenance: who stands there is shown before, and told after', async ({
  page,
  browser,
}) => {
  const machine = await machineOf(2, { name: 'Under repair' })
  const project = await projectOf({ name: 'In the way', pi: 'petra' })
  await signIn(page, 'petra', sheetOf(machine, project))
  await book(page, 2, 'A')
  await book(page, 2, 'B')

  const carl = await administrator(browser, `${pageOf(machine)}/maintenance`)
  await carl.getByLabel('From week').fill(weekNamed(2))
  await carl.getByLabel('To week').fill(weekNamed(2))
  await carl.getByRole('button', { name: 'Show what stands there' }).click()
  const standing = carl.getByRole('table', { name: 'What stands there' })
  await expect(standing.getByRole('row', { name: 'In the way' })).toHaveCount(2)
  await expectAccessible(carl)
  await carl.getByLabel(`In the way: A, ${weekNamed(2)}`).selectOption({ label: `Move to A, ${weekNamed(3)}` })
  await carl.getByLabel(`In the way: B, ${weekNamed(2)}`).selectOption('cancel')
  await carl.getByLabel('Reason').fill('A fan is replaced')
  await carl.getByRole('button', { name: `Close ${weekNamed(2)} to ${weekNamed(2)}` }).click()
  await expect(carl.getByText('Closed. Whoever had something there is told.')).toBeVisible()

  // Without a reload: what was moved, what was closed, and why.
  for (const slot of ['A', 'B']) await expect(cellOf(page, 2, slot, 'A fan is replaced')).toBeVisible()
  await expect(cellOf(page, 3, 'A', 'Yours')).toBeVisible()
  await expect(page.getByText('4 held · 0 selected · 12 left of 16')).toBeVisible()
  const petra = 'petra@demo.invalid'
  await expectMail(page, petra, /^Moved for maintenance: Under repair/, 'A fan is replaced')
  await expectMail(page, petra, /^Cancelled for maintenance: Under repair/, 'Its GPU weeks are yours again.')

  await carl.getByRole('button', { name: 'End it' }).first().click()
  await expect(carl.getByText('Ended. What of it is not over can be booked again.')).toBeVisible()
  await page.goto(sheetOf(machine, project))
  await expect(cellOf(page, 2, 'B', 'Free')).toBeVisible()
  await carl.context().close()
})

test('a machine is divided anew where nothing stands, and not where something does', async ({ page, browser }) => {
  const machine = await machineOf(2, { name: 'To be divided' })
  const project = await projectOf({ name: 'Stands there', pi: 'petra' })
  await signIn(page, 'petra', sheetOf(machine, project))
  await book(page, 5, 'A')

  const carl = await administrator(browser, pageOf(machine))
  const ask = async (week: string) => {
    await carl.getByLabel('From week').fill(week)
    await carl.getByRole('button', { name: 'Show what stands there' }).click()
  }
  await ask(weekNamed(4))
  await expect(carl.getByText('1 thing stands in those weeks.')).toBeVisible()
  await expect(carl.getByRole('row', { name: 'Stands there' })).toContainText(weekNamed(5))
  await expect(carl.getByRole('button', { name: 'Set the layout' })).toBeHidden()

  await ask(weekNamed(6))
  await expect(carl.getByText(`Nothing stands there. The new layout holds from ${weekNamed(6)} onwards.`)).toBeVisible()
  await carl.getByLabel('Slots').last().fill('Whole 8')
  // A slot that cannot be read is named at its field.
  await carl.getByLabel('Slots').last().fill('Whole eight')
  await carl.getByRole('button', { name: 'Set the layout' }).click()
  await expect(carl.getByLabel('Slots').last()).toHaveAttribute('aria-invalid', 'true')
  await carl.getByLabel('Slots').last().fill('Whole 8')
  // Somebody books there meanwhile.
  await book(page, 7, 'B')
  await carl.getByRole('button', { name: 'Set the layout' }).click()
  await expect(carl.getByRole('alert').filter({ hasText: 'stand' }).first()).toBeVisible()
  await expect(carl.getByText('The machine is divided anew')).toBeHidden()

  await ask(weekNamed(8))
  await expect(carl.getByText(`The new layout holds from ${weekNamed(8)} onwards.`)).toBeVisible()
  await carl.getByLabel('Slots').last().fill('Whole 8')
  await carl.getByRole('button', { name: 'Set the layout' }).click()
  await expect(carl.getByText('The machine is divided anew from that week on.')).toBeVisible()
  await page.goto(`${sheetOf(machine, project)}&from=${weekNamed(7)}`)
  await expect(cellOf(page, 7, 'B', 'Yours')).toBeVisible()
  await expect(cellOf(page, 8, 'Whole', 'Free, costs 8')).toBeVisible()

  await carl.goto(`${pageOf(machine)}?from=2026-W60`)
  await expect(carl.getByLabel('From week')).toHaveAttribute('aria-invalid', 'true')
  await expectAccessible(carl)
  await carl.goto(`${pageOf(machine)}/maintenance?from=${weekNamed(2)}&to=soon`)
  await expect(carl.getByLabel('To week')).toHaveAttribute('aria-invalid', 'true')
  await carl.context().close()
})

test('a machine is said to be ready, and its holder sees where, how, and whose keys', async ({ page, browser }) => {
  const machine = await machineOf(1, { name: 'To be entered' })
  const project = await projectOf({ name: 'Waits at the door', pi: 'petra' })
  await giveKey('petra', 'Key of the journey')
  await signIn(page, 'petra', sheetOf(machine, project))
  await book(page, 0, 'A')
  await cellOf(page, 0, 'A', 'Yours').getByRole('link').click()
  await expect(page.getByText('Slot A of To be entered is being prepared.')).toBeVisible()

  const carl = await administrator(browser, '/administration/compute')
  await expect(carl.getByText('ready before 12:00 in the last 26 weeks')).toBeVisible()
  const line = carl.getByRole('row', { name: /^To be entered A/ })
  await expect(line).toContainText('Waits at the door')
  await line.getByLabel('Address of To be entered A').fill('nonsense here')
  await line.getByRole('button', { name: 'Ready' }).click()
  await expect(line.getByRole('alert').first()).toBeVisible()
  await line.getByLabel('Address of To be entered A').fill('10.20.30.40')
  await line.getByRole('button', { name: 'Ready' }).click()
  await expect(line).toContainText('10.20.30.40')
  await expect(line).toContainText('Ready since')

  await page.reload()
  await expect(page.getByText('ssh ubuntu@10.20.30.40')).toBeVisible()
  await expect(page.getByText('Key of the journey').first()).toBeVisible()
  await expectAccessible(page)
  await expectMail(page, 'petra@demo.invalid', /^Ready: To be entered/, 'ssh ubuntu@10.20.30.40')
  await page.goto(sheetOf(machine, project))
  await expect(cellOf(page, 0, 'A', 'Yours, ready')).toBeVisible()
  await carl.context().close()
})

test('an administrator books for others, with a reason, and over the budget only when they say so', async ({
  page,
  browser,
}) => {
  const machine = await machineOf(2, { name: 'Lifted' })
  const project = await projectOf({ name: 'Short of weeks', pi: 'petra', budget: 4 })
  const carl = await administrator(browser, sheetOf(machine, project))
  await expect(carl.getByText('0 held · 0 selected · 4 left of 4')).toBeVisible()
  await cellOf(carl, 1, 'A').click()
  await press(carl, 'Enter')
  await expect(carl.getByRole('alert').filter({ hasText: 'Say why' })).toBeVisible()
  await carl.getByText('As compute administrator').click()
  await carl.getByLabel('Reason').fill('Asked for by telephone')
  await carl.getByRole('button', { name: 'Book week' }).click()
  await expect(cellOf(carl, 1, 'A', 'Yours')).toBeVisible()

  await cellOf(carl, 2, 'A').click()
  await carl.getByRole('button', { name: 'Book week' }).click()
  await expect(carl.getByRole('alert').filter({ hasText: 'GPU weeks left' })).toBeVisible()
  if (!(await carl.getByLabel('Let this booking exceed the budget').isVisible()))
    await carl.getByText('As compute administrator').click()
  await carl.getByLabel('Let this booking exceed the budget').check()
  await carl.getByLabel('Reason').fill('The deadline of a thesis')
  await carl.getByRole('button', { name: 'Book week' }).click()
  await expect(cellOf(carl, 2, 'A', 'Yours')).toBeVisible()

  await signIn(page, 'petra', sheetOf(machine, project))
  await expect(page.getByText('8 held · 0 selected · 4 over 4')).toBeVisible()
  await cellOf(page, 2, 'A', 'Yours').getByRole('link').click()
  await expect(page.getByText('Booked by an administrator')).toBeVisible()
  await expect(page.getByText('The deadline of a thesis')).toBeVisible()
  await expectMail(page, 'petra@demo.invalid', /^Booked: Lifted/, 'The deadline of a thesis')
  await carl.context().close()
})

test('who owes something is told on the sheet what it is, and where it is done, before any click', async ({ page }) => {
  const machine = await machineOf(1)
  const project = await projectOf({ name: 'Owing', pi: 'petra', overdue: true })
  await signIn(page, 'petra', sheetOf(machine, project))
  await expect(page.getByText('Before Owing can book again')).toBeVisible()
  const owed = page.getByRole('listitem').filter({ hasText: 'The yearly confirmation of the members is overdue.' })
  const way = owed.getByRole('link', { name: 'To the members' })
  await expect(way).toHaveAttribute('href', `/projects/${project}/members`)
  await expectAccessible(page)
})
