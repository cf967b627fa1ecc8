import { createHash } from 'node:crypto'
import fs from 'node:fs'
import type { Browser, Page } from '@playwright/test'
import { followMailedLink, register, signInByPassword } from '@/tests/support/accounts'
import { test } from '@/tests/support/own-portal'
import { signIn } from '@/tests/support/sign-in'
import { expect } from '@/tests/support/test'
import { fillApproval, handInNew, verify } from '../ethics/approving'
import { acceptOwed, act, appoint, as, dayIn, group, open, referenceOf, send, state } from './acting'
import { answerAll, box, pdf, save } from './answering'
import { approvalEnds } from './passing'

// Addresses that are not there for somebody, and downloads that are refused.
test.use({ expectedFaults: [/status of 4\d\d/], actionTimeout: 20_000 })

const study = 'Organs told apart'
const number = '2026-07070-01'
const sha256 = (...bytes: Uint8Array[]) => createHash('sha256').update(Buffer.concat(bytes)).digest('hex')

type Portal = { browser: Browser; origin: string }

/** The PI registers what the authority decided, and an ethics officer verifies it beside the document. */
async function toHaveAnApproval(petra: Page, eva: Page): Promise<string> {
  await petra.goto('/ethics')
  await petra.getByRole('link', { name: 'Register an approval' }).click()
  await petra.getByRole('link', { name: 'Fellowship: Bone fractures' }).click()
  const days = { decidedOn: dayIn(-300), startedOn: dayIn(-200), endsOn: dayIn(40) }
  await fillApproval(petra, { number, title: study, datasets: ['ctpel', 'brln'], ...days })
  const id = await handInNew(petra, number)
  await verify(eva, id, ['ctpel', 'brln'])
  await petra.reload()
  await expect(petra.getByText('Valid', { exact: true }).first()).toBeVisible()
  return id
}

/** Begun at a dataset, with another put into the cart, and every question answered by hand. */
async function assemble(petra: Page): Promise<string> {
  await petra.goto('/datasets/ctpel/request')
  await petra.getByLabel('Name of the study').fill(study)
  await petra.getByLabel('Project').selectOption({ label: 'Fellowship: Bone fractures' })
  await petra.getByRole('button', { name: 'Begin a request with it' }).click()
  await petra.waitForURL(/\/requests\/[0-9a-f-]{36}$/)
  const at = new URL(petra.url()).pathname
  await petra.goto('/datasets/brln/request')
  const draft = petra.getByLabel('Draft')
  await draft.selectOption(await draft.locator('option', { hasText: study }).getAttribute('value'))
  await petra.getByRole('button', { name: 'Put it in the draft' }).click()
  await petra.waitForURL(`**${at}`)
  await answerAll(petra, study)
  await petra.getByLabel('Further documents').setInputFiles([pdf('plan.pdf'), pdf('data-plan.pdf')])
  await save(petra)
  // Files once, though the form is saved again.
  await save(petra)
  await expect(petra.getByRole('button', { name: /^Download .*plan\.pdf/ })).toHaveCount(2)
  return at
}

/** The co-applicant comes by the link of a mail and writes; what is wrong is refused where it stands; the PI submits. */
async function complete(petra: Page, dana: Page, at: string): Promise<void> {
  const reference = await referenceOf(petra)
  await act(petra, 'Invite somebody', (dialog) => dialog.getByLabel('E-mail address').fill('dana.story@demo.invalid'))
  await followMailedLink(dana, 'dana.story@demo.invalid', `Invitation: data access request ${reference}`)
  await dana.getByRole('button', { name: 'Accept' }).click()
  await dana.waitForURL(`**${at}`)
  await box(dana, 'Description of the data').fill('Of the patient 19121212-1212 and of others')
  await send(dana, dana.getByRole('button', { name: 'Save', exact: true }))
  await expect(dana.getByRole('main').getByRole('alert').first()).toContainText('stands at character 16')
  await box(dana, 'Description of the data').fill('The abdomen of adults')
  await save(dana)
  await petra.reload()
  await expect(box(petra, 'Description of the data')).toHaveValue('The abdomen of adults')
  await box(petra, 'Last day').fill(dayIn(200))
  const approval = box(petra, 'Ethics approval')
  await approval.selectOption(await approval.locator('option', { hasText: number }).getAttribute('value'))
  await save(petra)
  await expect(petra.getByRole('listitem').filter({ hasText: 'Until when' })).not.toContainText('Access is always')
  await act(petra, 'Submit')
  await expect(state(petra, 'Submitted')).toBeVisible()
}

const answers = (page: Page, answer: string) =>
  act(page, 'Give your decision', (dialog) => dialog.getByLabel(answer, { exact: true }).check())

/** A reviewer advises, and three decide, one of whom comes by the link of a mail: for, against, for. */
async function judge({ browser, origin }: Portal, hanna: Page, at: string): Promise<void> {
  await act(hanna, 'Ask reviewers', (dialog) => dialog.getByLabel('Question').fill('Are the organs to be seen?'))
  const rut = await as(browser, origin, 'rut', at)
  await act(rut, 'Give your review', async (dialog) => {
    await dialog.getByLabel('For', { exact: true }).check()
    await dialog.getByLabel('In words').fill('They are, in most')
  })
  await hanna.reload()
  await expect(hanna.getByText('They are, in most')).toBeVisible()
  const reference = await referenceOf(hanna)
  await act(hanna, 'Ask the deciders', async (dialog) => {
    const which = dialog.getByLabel('About which datasets')
    await which.selectOption(await which.locator('option', { hasText: 'ctpel' }).getAttribute('value'))
  })
  await act(hanna, 'Invite a decider', (dialog) => dialog.getByLabel('E-mail address').fill('carl.story@demo.invalid'))
  const carl = await as(browser, origin, 'carl', '/account')
  expect((await carl.request.get(at)).status()).toBe(404)
  await followMailedLink(carl, 'carl.story@demo.invalid', `Invitation: data access request ${reference}`)
  await carl.getByRole('button', { name: 'Accept' }).click()
  await carl.waitForURL(`**${at}`)
  await answers(await as(browser, origin, 'dan', at), 'For')
  await answers(await as(browser, origin, 'sten', at), 'Against')
  await hanna.reload()
  await expect(hanna.getByText('2 of 3 have answered')).toBeVisible()
  await answers(carl, 'For')
  await hanna.reload()
  await expect(hanna.getByText('The deciders approve')).toBeVisible()
}

/** One dataset is granted with a condition, the other refused with the ground. */
async function approveInPart(hanna: Page): Promise<void> {
  await act(hanna, 'Approve', async (dialog) => {
    await dialog.getByLabel('brln', { exact: true }).uncheck()
    await dialog.getByLabel('Last day').fill(dayIn(150))
    await dialog.getByLabel('Conditions').fill('Report when half is done')
  })
  await act(hanna, 'Reject', async (dialog) => {
    await dialog.getByLabel('Ground').selectOption({ label: 'Another ground' })
    await dialog.getByLabel('Reason').fill('Lungs are no part of the abdomen')
  })
  await expect(state(hanna, 'Approved')).toBeVisible()
}

type Listed = { path: string; sha256: string; size: number }
type Fetched = { link: string; image: string; file: Listed }

/** The co-applicant accepts the terms for herself, fetches a file, and one in two parts; every checksum is right. */
async function download(dana: Page, at: string): Promise<Fetched> {
  await dana.goto(at)
  await expect(dana.getByText('Report when half is done')).toBeVisible()
  await acceptOwed(dana)
  await dana.goto('/datasets/ctpel/files')
  await expect(dana.getByText('You may use this dataset now')).toBeVisible()
  const { files } = (await (await dana.request.get('/api/v1/datasets/ctpel/files')).json()) as { files: Listed[] }
  const fetch = async (path: string) => {
    const [saved] = await Promise.all([
      dana.waitForEvent('download'),
      dana.getByRole('button', { name: `Download ${path}` }).click(),
    ])
    return saved
  }
  const table = await fetch('tables/SYNTHETIC-annotations.csv')
  const listed = (path: string) => files.find((file) => file.path === path)
  expect(sha256(fs.readFileSync(await table.path()))).toBe(listed('tables/SYNTHETIC-annotations.csv')?.sha256)
  const image = (await fetch('images/SYNTHETIC-2.dcm')).url()
  const part = async (range: string) => {
    const answer = await dana.request.get(image, { headers: { range } })
    expect(answer.status()).toBe(206)
    return answer.body()
  }
  const file = listed('images/SYNTHETIC-2.dcm') as Listed
  expect(sha256(await part('bytes=0-4999'), await part('bytes=5000-'))).toBe(file.sha256)
  return { link: table.url(), image, file }
}

/** The approval's last day passes: the page says so, and links that worked a moment ago do not. */
async function lapse(dana: Page, { link, image }: Fetched, databaseUrl: string): Promise<void> {
  await approvalEnds(databaseUrl, number)
  await dana.goto(link)
  await expect(dana).toHaveURL(/\/datasets\/ctpel\/files$/)
  await expect(dana.getByText('The ethics approval is not valid now (expired).')).toBeVisible()
  await expect(dana.getByRole('button', { name: /^Download/ })).toHaveCount(0)
  const refused = await dana.request.get(image, { headers: { accept: 'application/json', range: 'bytes=5000-' } })
  expect([refused.status(), await refused.json()]).toMatchObject([403, { code: 'delivery.no-access' }])
  await dana.goto('/grants')
  const row = dana.getByRole('row').filter({ hasText: study })
  await row.getByRole('link', { name: 'What it rests on' }).first().click()
  await expect(dana.getByText('Dana Demo may not use the dataset by this grant now.')).toBeVisible()
}

/** The authority amends its decision; registered and verified, it makes the same link work again. */
async function renew(petra: Page, eva: Page, dana: Page, approval: string, { image, file }: Fetched): Promise<void> {
  await petra.goto(`/ethics/${approval}`)
  await expect(petra.getByText('Expired', { exact: true }).first()).toBeVisible()
  await petra.getByRole('link', { name: 'Register an amendment' }).click()
  await expect(petra.getByLabel('What this decision does')).toHaveValue(`amends ${approval}`)
  const days = { decidedOn: dayIn(-10), endsOn: dayIn(700) }
  await fillApproval(petra, { number: '2026-07171-02', title: `${study}: two more years`, ...days })
  const amendment = await handInNew(petra, '2026-07171-02')
  await dana.goto('/datasets/ctpel/files')
  await expect(dana.getByText('You may not use this dataset now')).toBeVisible()
  await verify(eva, amendment)
  await petra.goto(`/ethics/${approval}`)
  await expect(petra.getByRole('link', { name: '2026-07171-02' })).toBeVisible()
  await dana.reload()
  await expect(dana.getByText('You may use this dataset now')).toBeVisible()
  const whole = await dana.request.get(image)
  expect([whole.status(), sha256(await whole.body())]).toEqual([200, file.sha256])
}

/** Somebody with an account of their own, and one who may write but not decide, try what they can think of. */
async function attack({ browser, origin }: Portal, dana: Page, at: string, { image }: Fetched): Promise<void> {
  const mallory = await (await browser.newContext({ baseURL: origin })).newPage()
  await signInByPassword(mallory, await register(mallory, 'Mallory Mal'))
  const never = '/requests/01900000-0000-7000-8000-00000000ffff'
  for (const below of ['', '/ethics']) {
    expect((await mallory.goto(`${at}${below}`))?.status()).toBe(404)
    await expect(mallory.getByText(study)).toHaveCount(0)
  }
  const post = (page: Page, address: string, data: object, from = origin) =>
    page.request.post(address, { data, headers: { origin: from } })
  const approving = { datasets: ['brln'], until: dayIn(30) }
  for (const [verb, data] of [
    ['approve', approving],
    ['revoke', { reach: 'grant', reason: 'They are rivals' }],
    ['remarks', { text: 'Hello' }],
    ['download', {}],
  ] as const) {
    const [theirs, nobodys] = [
      await post(mallory, `/api/v1${at}/${verb}`, data),
      await post(mallory, `/api/v1${never}/${verb}`, data),
    ]
    expect([theirs.status(), (await theirs.json()).code], verb).toEqual([404, (await nobodys.json()).code])
  }
  expect((await mallory.request.get(image)).status()).toBe(404)
  const guess = { ticket: `${at.split('/').at(-1)?.replaceAll('-', '')}.${'A'.repeat(43)}` }
  const joining = await post(mallory, '/api/v1/requests/accept-invitation', guess)
  expect((await joining.json()).code).toBe('access.invitation-over')
  // Who asks decides nothing, not even through REST; and nothing is done by a page of somebody else.
  expect((await post(dana, `/api/v1${at}/approve`, approving)).status()).toBe(403)
  expect((await post(dana, `/api/v1${at}/remarks`, { text: 'Hello' }, 'https://evil.example')).status()).toBe(403)
}

test('a request from the ethics approval to the download, its end and its renewal; and what attackers get', async ({
  page: petra,
  browser,
  ownPortal: { origin, databaseUrl },
}) => {
  test.setTimeout(300_000)
  const ada = await as(browser, origin, 'ada', '/administration/workflows')
  const deciding = { decidedBy: 'deciders', rule: 'majority', quorum: 2 }
  await group(ada, 'Organs of the story', ['ctpel'], deciding)
  await appoint(ada, 'hanna', 'handler', 'Organs of the story')
  await appoint(ada, 'rut', 'reviewer', 'Organs of the story')
  for (const who of ['dan', 'sten'] as const) await appoint(ada, who, 'decider', 'Organs of the story')

  await signIn(petra, 'petra', '/ethics')
  const [eva, dana] = [await as(browser, origin, 'eva', '/ethics'), await as(browser, origin, 'dana', '/account')]
  const approval = await toHaveAnApproval(petra, eva)
  const at = await assemble(petra)
  await complete(petra, dana, at)
  const hanna = await as(browser, origin, 'hanna', '/requests/queue')
  await open(hanna, study)
  await judge({ browser, origin }, hanna, at)
  await approveInPart(hanna)
  const fetched = await download(dana, at)
  await lapse(dana, fetched, databaseUrl)
  await renew(petra, eva, dana, approval, fetched)
  await attack({ browser, origin }, dana, at, fetched)
})
