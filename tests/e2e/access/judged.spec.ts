import type { Browser, Page } from '@playwright/test'
import { followMailedLink } from '@/tests/support/accounts'
import { test } from '@/tests/support/own-portal'
import { signIn } from '@/tests/support/sign-in'
import { expect } from '@/tests/support/test'
import { act, appoint, as, dialogOf, group, open, referenceOf, state } from './acting'

// A draft that is refused as it is typed, and addresses that are not there for somebody.
test.use({ expectedFaults: [/status of 4\d\d/], actionTimeout: 20_000 })

const save = (page: Page) => page.getByRole('button', { name: 'Save', exact: true }).click()
const box = (page: Page, name: string) => page.getByLabel(name, { exact: true })

/** A draft of several datasets, begun as a copy, so that its form is answered. */
async function assemble(page: Page): Promise<string> {
  await signIn(page, 'petra', '/requests')
  await open(page, 'Emboli by machine')
  await act(page, 'Copy as new')
  await expect(state(page, 'Draft')).toBeVisible()
  const at = new URL(page.url()).pathname
  await box(page, 'Name of the study').fill('Nodes and skin, graded')
  await save(page)
  await expect(page.getByText('Saved.', { exact: true })).toBeVisible()
  for (const slug of ['lnco', 'drsk']) {
    await page.goto(`/datasets/${slug}/request`)
    const draft = page.getByLabel('Draft')
    const option = await draft.locator('option', { hasText: 'Nodes and skin, graded' }).getAttribute('value')
    await draft.selectOption(option)
    await page.getByRole('button', { name: 'Put it in the draft' }).click()
    await page.waitForURL(`**${at}`)
  }
  await page.getByRole('button', { name: 'Take out ctpa' }).click()
  await expect(page.getByRole('button', { name: 'Take out ctpa' })).toBeHidden()
  return at
}

/** Dana comes by a mailed link and writes; Petra sees what she changed. */
async function together(page: Page, dana: Page, at: string): Promise<void> {
  const reference = await referenceOf(page)
  await act(page, 'Invite somebody', (dialog) => dialog.getByLabel('E-mail address').fill('dana@demo.invalid'))
  await expect(page.getByText('The link is good until')).toBeVisible()
  await followMailedLink(dana, 'dana@demo.invalid', `Invitation: data access request ${reference}`)
  await dana.getByRole('button', { name: 'Accept' }).click()
  await dana.waitForURL(`**${at}`)
  await box(dana, 'Description of the data').fill('Slides of nodes and photographs of skin')
  await save(dana)
  await expect(dana.getByText('Saved.', { exact: true })).toBeVisible()
  await expect(dana.getByRole('button', { name: 'Submit…' })).toBeHidden()
  await page.reload()
  await expect(box(page, 'Description of the data')).toHaveValue('Slides of nodes and photographs of skin')
  await page.getByText('Who changed what').click()
  await expect(page.getByText(/^Dana Demo, .*Description of the data/)).toBeVisible()
}

/** What is missing is said, and a personal number is refused where it stands, with all that was typed kept. */
async function complete(page: Page): Promise<void> {
  const check = page.getByRole('listitem').filter({ hasText: 'Until when' })
  await expect(check).toContainText('Access is always for a time.')
  await expect(page.getByText('Does the purpose fit?')).toBeVisible()
  await box(page, 'What the data are for').fill('To grade nodes and lesions')
  await box(page, 'How the data will be shared').fill('With the patient 19121212-1212')
  await save(page)
  const refused = page.getByRole('main').getByRole('alert').first()
  await expect(refused).toContainText('personal number')
  await expect(box(page, 'What the data are for')).toHaveValue('To grade nodes and lesions')
  await expect(box(page, 'How the data will be shared')).toHaveValue('With the patient 19121212-1212')
  await box(page, 'How the data will be shared').fill('For research validation')
  await box(page, 'Last day').fill(new Date(Date.now() + 200 * 86_400_000).toISOString().slice(0, 10))
  const approval = box(page, 'Ethics approval')
  await approval.selectOption(await approval.locator('option', { hasText: '2025-04711-01' }).getAttribute('value'))
  await save(page)
  await expect(page.getByText('Saved.', { exact: true })).toBeVisible()
  await expect(check).not.toContainText('Access is always for a time.')
  await act(page, 'Submit')
  await expect(state(page, 'Submitted')).toBeVisible()
}

/** The handler reads what an officer verified, and has the request with its files. */
async function read(hanna: Page, at: string): Promise<void> {
  await hanna.getByRole('link', { name: '2025-04711-01' }).click()
  await hanna.waitForURL(`**${at}/ethics`)
  await expect(hanna.getByText(/^Confirmed by Eva Ethics/).first()).toBeVisible()
  await expect(hanna.locator('canvas').first()).toBeVisible()
  const form = { request: at.split('/').at(-1) ?? '' }
  const headers = { origin: new URL(hanna.url()).origin }
  const taken = await hanna.request.post('/requests/archive', { form, headers })
  expect(taken.headers()['content-type']).toBe('application/zip')
  expect((await taken.body()).subarray(0, 2).toString()).toBe('PK')
  await hanna.goto(at)
  await expect(hanna.getByText(/^Downloaded \d{4}-\d{4} with its files/)).toBeVisible()
}

type Hub = { browser: Browser; origin: string; hanna: Page; ada: Page; at: string }

/** A reviewer, and three deciders of whom one is against: the system counts, nobody else. */
async function judge({ browser, origin, hanna, ada, at }: Hub): Promise<void> {
  await act(hanna, 'Ask reviewers', (dialog) => dialog.getByLabel('Question').fill('Are there enough cases?'))
  const rut = await as(browser, origin, 'rut', at)
  await act(rut, 'Give your review', async (dialog) => {
    await dialog.getByLabel('For', { exact: true }).check()
    await dialog.getByLabel('In words').fill('Enough for three grades')
  })
  await hanna.reload()
  await expect(hanna.getByText('Enough for three grades')).toBeVisible()
  await act(hanna, 'Ask the deciders', async (dialog) => {
    const which = dialog.getByLabel('About which datasets')
    await which.selectOption(await which.locator('option', { hasText: 'lnco' }).getAttribute('value'))
  })
  // Two of the three cannot be reached: others are appointed, and asked in their place.
  for (const who of ['sten', 'carl'] as const) await appoint(ada, who, 'decider', 'Pathology and thorax')
  await hanna.reload()
  const instead = async (who: string, by: string) =>
    act(
      hanna,
      'Ask somebody else',
      (dialog) => dialog.getByLabel('Who is asked instead').selectOption({ label: by }),
      who,
    )
  await instead('Disa Decider', 'Sten Steward')
  await instead('Dag Decider', 'Carl Compute')
  await expect(hanna.getByText('0 of 3 have answered')).toBeVisible()
  for (const [who, answer] of [
    ['dan', 'For'],
    ['sten', 'Against'],
    ['carl', 'For'],
  ] as const) {
    const page = await as(browser, origin, who, at)
    await act(page, 'Give your decision', (dialog) => dialog.getByLabel(answer, { exact: true }).check())
  }
  await hanna.reload()
  await expect(hanna.getByText('The deciders approve')).toBeVisible()
}

/** Returned with a field marked, mended, and approved in part without another round. */
async function settle(hanna: Page, petra: Page): Promise<void> {
  await act(hanna, 'Return', async (dialog) => {
    await dialog.getByLabel('Reason').fill('Say which grades')
    await dialog.getByLabel('What the data are for', { exact: true }).check()
  })
  await expect(state(hanna, 'Returned')).toBeVisible()
  await petra.reload()
  await expect(petra.getByText('Returned to be mended.')).toBeVisible()
  await box(petra, 'What the data are for').fill('To grade nodes and lesions from one to three')
  await save(petra)
  await expect(petra.getByText('Saved.', { exact: true })).toBeVisible()
  await act(petra, 'Submit')
  await hanna.reload()
  await act(hanna, 'Approve', async (dialog) => {
    await dialog.getByLabel('drsk', { exact: true }).uncheck()
    await dialog.getByLabel('Last day').fill(new Date(Date.now() + 100 * 86_400_000).toISOString().slice(0, 10))
    await dialog.getByLabel('Conditions').fill('Report after half a year')
  })
  await expect(state(hanna, 'Submitted')).toBeVisible()
  await act(hanna, 'Reject', async (dialog) => {
    await dialog.getByLabel('Ground').selectOption({ label: 'No ethics approval covers it' })
    await dialog.getByLabel('Reason').fill('The skin is another study')
  })
  await expect(state(hanna, 'Approved')).toBeVisible()
  await petra.reload()
  await expect(petra.getByText('Report after half a year')).toBeVisible()
  await expect(petra.getByText('No ethics approval covers it. The skin is another study')).toBeVisible()
}

test('a request of two people is assembled, judged by a reviewer and three deciders, mended, and approved in part', async ({
  page,
  browser,
  ownOrigin: origin,
}) => {
  test.setTimeout(300_000)
  const at = await assemble(page)
  await together(page, await as(browser, origin, 'dana', '/account'), at)
  await complete(page)
  const ada = await as(browser, origin, 'ada', '/administration/workflows')
  const hanna = await as(browser, origin, 'hanna', at)
  await read(hanna, at)
  await judge({ browser, origin, hanna, ada, at })
  await settle(hanna, page)
})

test('a rejected request is reopened with the reason, and who is not concerned finds none of it', async ({
  page: hanna,
  browser,
  ownOrigin: origin,
}) => {
  await signIn(hanna, 'hanna', '/requests/queue?turn=nobody')
  const at = await open(hanna, 'Faces from head CT')
  const giving = await dialogOf(hanna, 'Reopen')
  await giving.getByRole('button', { name: 'Reopen', exact: true }).click()
  await expect(giving.getByRole('alert')).toBeVisible()
  await giving.getByLabel('Reason').fill('The faces are blurred now')
  await giving.getByRole('button', { name: 'Reopen', exact: true }).click()
  await expect(state(hanna, 'Submitted')).toBeVisible()

  const ada = await as(browser, origin, 'ada', '/administration/workflows')
  await group(ada, 'Knees', ['koa2021'])
  await appoint(ada, 'eva', 'handler', 'Knees')
  const id = at.split('/').at(-1) ?? ''
  const never = '01900000-0000-7000-8000-00000000ffff'
  // A member of other projects, a handler of other datasets, and one of no part in it.
  for (const who of ['dana', 'eva', 'carl'] as const) {
    const stranger = await as(browser, origin, who, '/account')
    for (const address of [at, `${at}/ethics`, `/api/v1${at}`, `/api/v1${at}/ethics`, `/api/v1${at}/history`]) {
      expect((await stranger.request.get(address)).status(), `${who} ${address}`).toBe(404)
      expect((await stranger.request.get(address.replace(id, never))).status(), address).toBe(404)
    }
    for (const address of ['/requests/archive', '/requests/certificate', '/requests/file', '/requests/ethics-file']) {
      const form = { request: id, attachment: never, approval: never, document: never }
      expect((await stranger.request.post(address, { form, headers: { origin } })).status(), address).toBe(404)
    }
    const queue = await stranger.request.get('/api/v1/requests/queue')
    expect(await queue.text(), who).not.toContain(id)
  }
})

test('without scripts a verb is refused with the reason in sight, and then done', async ({ browser, ownOrigin }) => {
  const plain = await browser.newContext({ baseURL: ownOrigin, javaScriptEnabled: false })
  const hanna = await plain.newPage()
  await signIn(hanna, 'hanna', '/requests/queue?turn=handler')
  await open(hanna, 'Dose and image quality')
  const giving = await dialogOf(hanna, 'Return')
  const send = giving.getByRole('button', { name: 'Return', exact: true })
  await send.click()
  await expect(giving.getByRole('alert')).toBeVisible()
  await giving.getByLabel('Reason').fill('Say which scanner')
  await send.click()
  await expect(state(hanna, 'Returned')).toBeVisible()
  await expect(giving).toBeHidden()
})
