import { startDisposablePortal } from '@/scripts/steps/disposable-portal.mjs'
import { freePort } from '@/scripts/steps/port.mjs'
import { startServer } from '@/scripts/steps/server.mjs'
import { signIn } from '@/tests/support/sign-in'
import { expect, test } from '@/tests/support/test'
import { machineOf, projectOf } from '../booking/lent'
import { cellOf, press, sheetOf } from '../booking/on-the-sheet'

// Two processes on one database of their own, each with its own address: one of them is ended and started again.
test.describe.configure({ mode: 'serial' })
// The browser's own words while nobody answers there.
test.use({
  expectedFaults: [/ERR_CONNECTION_REFUSED|ERR_INCOMPLETE_CHUNKED_ENCODING|ERR_EMPTY_RESPONSE|ERR_CONNECTION_RESET/],
})

let portal: Awaited<ReturnType<typeof startDisposablePortal>>
let second: Awaited<ReturnType<typeof startServer>>
let startSecond: () => ReturnType<typeof startServer>
let origins: [string, string]

test.beforeAll(async () => {
  test.setTimeout(180_000)
  const [port, other] = [await freePort(), await freePort()]
  origins = [`http://localhost:${port}`, `http://localhost:${other}`]
  portal = await startDisposablePortal({ purpose: 'sheet-processes', port })
  const env = { ...portal.env, PORTAL_ORIGIN: origins[1] }
  startSecond = () => startServer({ env, port: other, logFile: `${portal.logFile}.second` })
  second = await startSecond()
})
test.afterAll(async () => {
  await second?.stop()
  await portal?.stop()
})

test('what is booked through one process appears in the other, also after one was started anew', async ({
  browser,
}) => {
  test.setTimeout(120_000)
  const { databaseUrl } = portal
  const machine = await machineOf(2, { databaseUrl })
  const [petras, stens] = [
    await projectOf({ name: 'On the first', pi: 'petra', databaseUrl }),
    await projectOf({ name: 'On the second', pi: 'sten', databaseUrl }),
  ]
  const [one, two] = [
    await (await browser.newContext({ baseURL: origins[0] })).newPage(),
    await (await browser.newContext({ baseURL: origins[1] })).newPage(),
  ]
  await signIn(one, 'petra', sheetOf(machine, petras))
  await signIn(two, 'sten', sheetOf(machine, stens))
  await cellOf(one, 1, 'A').click()
  await press(one, 'Enter')
  await expect(cellOf(two, 1, 'A', 'On the first')).toBeVisible()
  await cellOf(two, 2, 'B').click()
  await press(two, 'Enter')
  await expect(cellOf(one, 2, 'B', 'On the second')).toBeVisible()

  await second.stop()
  // Booked while the other process is away: seen there once it is back.
  await cellOf(one, 3, 'A').click()
  await press(one, 'Enter')
  await expect(cellOf(one, 3, 'A', 'Yours')).toBeVisible()
  await expect(cellOf(two, 3, 'A', 'Free')).toBeVisible()
  second = await startSecond()
  await expect(cellOf(two, 3, 'A', 'On the first')).toBeVisible({ timeout: 40_000 })

  await cellOf(one, 4, 'A').click()
  await press(one, 'Enter')
  await expect(cellOf(two, 4, 'A', 'On the first')).toBeVisible()
  await cellOf(two, 5, 'B').click()
  await press(two, 'Enter')
  await expect(cellOf(one, 5, 'B', 'On the second')).toBeVisible()
  for (const page of [one, two]) await page.context().close()
})
