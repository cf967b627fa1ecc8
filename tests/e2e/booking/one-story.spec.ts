import { signIn } from '@/tests/support/sign-in'
import { expect, test } from '@/tests/support/test'
import { machineOf, passTheMinute, projectOf, weekAfter } from './lent'
import { cellOf, press, sheetOf } from './on-the-sheet'

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

test('a PI delegates, the delegate books by keyboard up to the budget and cancels, and who waited claims the week', async ({
  page,
  browser,
}) => {
  test.slow()
  const machine = await machineOf()
  const project = await projectOf({ name: 'Delegated', pi: 'petra', members: ['dana'], budget: 20 })
  const waiting = await projectOf({ name: 'Waiting', pi: 'sten' })

  const petra = await (await browser.newContext()).newPage()
  await signIn(petra, 'petra', `/projects/${project}/delegations`)
  await petra.getByLabel('To whom').selectOption('Dana Demo')
  await petra.getByRole('checkbox', { name: 'Book compute' }).check()
  await petra.getByLabel('Last day').fill(inDays(120))
  await petra.getByRole('button', { name: 'Give authority' }).click()
  await expect(petra.getByText('Given. They are told by mail.')).toBeVisible()

  await signIn(page, 'dana', sheetOf(machine, project))
  await expect(page.getByText('You act on behalf of Petra PI')).toBeVisible()
  await cellOf(page, -2, 'A').focus()
  await press(page, 'ArrowDown', 'ArrowDown', 'ArrowDown', ' ')
  await press(page, 'Shift+ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowDown', 'Enter')
  for (const ahead of [1, 2, 3, 4]) await expect(cellOf(page, ahead, 'A', 'Yours')).toBeVisible()
  await expect(page.getByText('16 held · 0 selected · 4 left of 20')).toBeVisible()
  await press(page, 'ArrowRight', ' ', 'Shift+ArrowUp', 'Enter')
  const refusal = page.getByRole('alert').filter({ hasText: 'GPU weeks left' })
  await expect(refusal).toContainText('4 GPU weeks left, and this would take 8')
  await expect(refusal).toContainText(`-W${weekAfter(3)}`)

  const sten = await (await browser.newContext()).newPage()
  await signIn(sten, 'sten', sheetOf(machine, waiting))
  await cellOf(sten, 4, 'A').getByRole('button', { name: 'Wait for it' }).click()
  await expect(cellOf(sten, 4, 'A', 'You wait · Delegated')).toBeVisible()

  await cellOf(page, 4, 'A').focus()
  await press(page, 'Delete')
  await expect(cellOf(page, 4, 'A', 'Cancelled')).toBeVisible()
  await passTheMinute(machine)
  await expect(cellOf(sten, 4, 'A', 'Claim · 24 h')).toBeVisible({ timeout: 20_000 })
  await cellOf(sten, 4, 'A').focus()
  await press(sten, 'Enter')
  await expect(cellOf(sten, 4, 'A', 'Yours')).toBeVisible()
  await expect(cellOf(page, 4, 'A', 'Waiting')).toBeVisible()

  await petra.goto(`/projects/${project}/bookings`)
  await petra.getByRole('main').locator('a[href*="/bookings/"]').first().click()
  await expect(petra.getByText('On behalf of', { exact: true })).toBeVisible()
  await expect(petra.getByRole('definition').filter({ hasText: 'Dana Demo' })).toBeVisible()
  await expect(petra.getByRole('definition').filter({ hasText: 'Petra PI' })).toBeVisible()
  await petra.context().close()
  await sten.context().close()
})
