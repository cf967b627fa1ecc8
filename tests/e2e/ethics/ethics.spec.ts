import type { Page } from '@playwright/test'
import { test } from '@/tests/support/own-portal'
import { signIn } from '@/tests/support/sign-in'
import { expect } from '@/tests/support/test'
import { as, dayIn } from '../access/acting'
import { agreeToAll, decisionOf, fillApproval, handIn, handInNew, verify } from './approving'

const number = '2026-09876-01'
const file = decisionOf(number)

async function register(page: Page): Promise<string> {
  await page.goto('/ethics')
  await page.getByRole('link', { name: 'Register an approval' }).click()
  await page.getByRole('link', { name: 'Demo lung nodules' }).click()
  await page.getByLabel('Registration number').fill('Dnr 2026–09876–01')
  await page.getByLabel('Approved', { exact: true }).check()
  await page.getByLabel('Date of the decision').fill('2026-01-10')
  await page.getByLabel('Legal force (laga kraft)').fill('2026-02-01')
  await page.getByLabel('Start of research').fill('2026-03-01')
  await page.getByLabel('Name of the study').fill('Nodules, once more')
  await page.getByLabel('Responsible researcher').fill('Petra PI')
  await page.getByLabel('Principal organisation').fill('Linköping University')
  await page.getByLabel('Purposes').fill('About the patient 19121212-1212')
  await page.getByLabel('Data', { exact: true }).fill('Chest CT')
  await page.getByRole('button', { name: 'Go on to the documents' }).click()
  await expect(page.getByText('personal number').first()).toBeVisible()
  await page.getByLabel('Purposes').fill('To find nodules')
  await page.getByRole('button', { name: 'Go on to the documents' }).click()
  await page.waitForURL(/\/ethics\/[0-9a-f-]{36}$/)
  return page.url().split('/').at(-1) ?? ''
}

async function addDecision(page: Page): Promise<void> {
  await page.getByLabel('File', { exact: true }).setInputFiles(file)
  await page.getByRole('button', { name: 'Add a document' }).click()
  await expect(page.getByText('decision.pdf')).toBeVisible()
}

const field = (page: Page, name: string) => page.locator(`[data-check=${name}]`)

test('an approval is registered, returned with what is missing, corrected, and verified beside its document', async ({
  page,
  browser,
  ownOrigin,
}) => {
  await signIn(page, 'petra', '/ethics')
  const id = await register(page)
  await expect(page.getByText(number).first()).toBeVisible()
  await expect(page.getByText('Add the decision as a PDF first.')).toBeVisible()
  await addDecision(page)
  await handIn(page)

  const eva = await as(browser, ownOrigin, 'eva', `/ethics/${id}/verify`)
  await expect(eva.getByRole('heading', { level: 1 })).toHaveText(`Verify ${number}`)
  // The document is drawn in the page itself, and its words are there to be read.
  await expect(eva.locator('canvas')).toHaveCount(2)
  await expect(eva.getByRole('region', { name: 'Page 2' })).toContainText('Laga kraft 2026-02-03')
  await agreeToAll(eva)
  await field(eva, 'legalForceOn').getByLabel('Missing or wrong', { exact: true }).check()
  await field(eva, 'legalForceOn').getByLabel('What is missing or wrong').fill('The document says 3 February')
  await eva.getByLabel('To the project').fill('See the date of legal force')
  await eva.getByRole('button', { name: 'Return with what is missing' }).click()
  await eva.waitForURL(`/ethics/${id}`)

  await page.reload()
  await expect(page.getByText('Returned: something is missing')).toBeVisible()
  await expect(page.getByText('The document says 3 February').first()).toBeVisible()
  await page.getByRole('link', { name: 'Mend it' }).click()
  await page.getByLabel('Legal force (laga kraft)').fill('2026-02-03')
  await page.getByRole('button', { name: 'Save the change' }).click()
  await page.waitForURL(`/ethics/${id}`)
  await handIn(page)

  await eva.goto('/ethics')
  await eva.getByRole('link', { name: number }).click()
  await eva.getByRole('button', { name: 'Verify', exact: true }).click()
  await expect(eva.getByText('have not been confirmed').first()).toBeVisible()
  await agreeToAll(eva)
  await eva.getByRole('button', { name: 'Verify', exact: true }).click()
  await eva.waitForURL(`/ethics/${id}`)
  await page.reload()
  await expect(page.getByText('Valid', { exact: true }).first()).toBeVisible()
  await expect(page.getByText('Verified by Eva Ethics,')).toBeVisible()

  const stranger = await as(browser, ownOrigin, 'rut', '/account')
  const document = await page.locator('input[name=document]').first().inputValue()
  const headers = { origin: ownOrigin }
  const asked = { form: { approval: id, document }, headers }
  for (const address of [`/ethics/${id}`, `/ethics/${id}/verify`, `/ethics/${id}/change`])
    expect((await stranger.request.get(address)).status(), address).toBe(404)
  expect((await stranger.request.post('/ethics/file', asked)).status()).toBe(404)
  const taken = await page.request.post('/ethics/file', asked)
  expect(taken.headers()['content-disposition']).toContain('decision.pdf')
  expect((await taken.body()).equals(file.buffer)).toBe(true)
})

test('approvals of the demonstration stand at every stage, and an officer sees what waits', async ({
  page,
  browser,
  ownOrigin,
}) => {
  const eva = await as(browser, ownOrigin, 'eva', '/ethics')
  for (const waiting of ['2026-03789-02', '2026-02222-01'])
    await expect(eva.getByRole('link', { name: waiting })).toBeVisible()
  await signIn(page, 'petra', '/ethics')
  const row = (text: string) => page.getByRole('row').filter({ has: page.getByRole('link', { name: text }) })
  await expect(row('2025-01234-01')).toContainText('Valid')
  await row('2025-01234-01').getByRole('link').click()
  await expect(page.getByRole('link', { name: '2026-00456-02' })).toBeVisible()
  await expect(page.getByText('End of the approval').first()).toBeVisible()
})

test('everything that an approval says is registered, its file judged by content, its deadlines shown, and a chain of amendments adds to it', async ({
  page,
  browser,
  ownOrigin,
}) => {
  test.setTimeout(120_000)
  const [first, second] = ['2025-06161-01', '2026-06262-02']
  await signIn(page, 'petra', '/ethics/new?project=demo-lung-nodules')
  await fillApproval(page, {
    number: `Dnr ${first.replaceAll('-', '–')}`,
    title: 'Rims of the lung',
    decidedOn: dayIn(-400),
    endsOn: dayIn(60),
    datasets: ['ctpa'],
  })
  await page.getByLabel('Approved with conditions').check()
  await page.getByRole('textbox', { name: /^Conditions/ }).fill('Adults only')
  await page.getByRole('button', { name: 'Go on to the documents' }).click()
  await page.waitForURL(/\/ethics\/[0-9a-f-]{36}$/)
  const id = page.url().split('/').at(-1) ?? ''
  for (const fact of [first, 'Adults only', 'Linköping, Norrköping', 'Linköping University', 'Images without names'])
    await expect(page.getByText(fact).first()).toBeVisible()

  // What its name and its sender say counts for nothing.
  await page.getByLabel('File', { exact: true }).setInputFiles({
    name: 'decision.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('<html>No document of anybody</html>'),
  })
  await page.getByRole('button', { name: 'Add a document' }).click()
  await expect(page.getByText('of another type than is asked for').first()).toBeVisible()
  await addDecision(page)
  await handIn(page)
  const eva = await as(browser, ownOrigin, 'eva', '/ethics')
  await verify(eva, id, ['ctpa'])
  await page.reload()
  await expect(page.getByText('Valid with conditions').first()).toBeVisible()
  await expect(page.getByText('Start of research').first()).toBeVisible()
  await expect(page.getByText('61 days left')).toBeVisible()
  await page.goto('/ethics')
  await expect(page.getByRole('row', { name: new RegExp(first) })).toContainText('61 days left')

  // An amendment: it begins the research, adds a dataset, and ends later.
  await page.getByRole('link', { name: first }).click()
  await page.getByRole('link', { name: 'Register an amendment' }).click()
  const more = { startedOn: dayIn(-5), endsOn: dayIn(500), datasets: ['ctskull'] }
  await fillApproval(page, { number: second, title: 'Rims of the lung, and skulls', decidedOn: dayIn(-20), ...more })
  const amendment = await handInNew(page, second)
  await expect(page.getByText('Amends').first()).toBeVisible()
  await eva.goto('/ethics')
  await expect(eva.getByRole('row', { name: new RegExp(second) })).toContainText(`Amends ${first}`)
  await verify(eva, amendment, ['ctskull'])
  await page.goto(`/ethics/${id}`)
  await expect(page.getByRole('link', { name: second })).toBeVisible()
  await expect(page.getByText('501 days left')).toBeVisible()
  await expect(page.getByText('61 days left')).toHaveCount(0)

  // A change of what was verified waits, and what was verified goes on counting.
  await page.goto(`/ethics/${amendment}/change`)
  await page.getByLabel('Sites').fill('Linköping\nNorrköping\nMotala')
  await page.getByLabel('What is new').fill('Motala takes part')
  await page.getByRole('button', { name: 'Save the change' }).click()
  await page.waitForURL(`/ethics/${amendment}`)
  await handIn(page)
  await eva.goto(`/ethics/${amendment}/verify`)
  await expect(eva.locator('[data-check]')).toHaveCount(1)
  await expect(field(eva, 'sites')).toContainText('Until now: Linköping, Norrköping')
  await expect(eva.getByText('Motala takes part')).toBeVisible()
  await agreeToAll(eva)
  await eva.getByRole('button', { name: 'Verify', exact: true }).click()
  await eva.waitForURL(`/ethics/${amendment}`)
  await expect(eva.getByText('Linköping, Norrköping, Motala').first()).toBeVisible()
})

test('an applicant of another country registers a decision as it is written there', async ({
  page,
  browser,
  ownOrigin,
}) => {
  await signIn(page, 'petra', '/ethics/new?project=fellowship-bone-fractures')
  await fillApproval(page, { number: 'REK 2026/77-C', title: 'Hips of two countries', decidedOn: dayIn(-50) })
  await page.getByLabel('Legal force (laga kraft)').fill('')
  await page.getByLabel('Start of research').fill(dayIn(-20))
  await page.locator('input[name=datasets][value=affai]').check()
  await page.getByRole('button', { name: 'Go on to the documents' }).click()
  // Of a Swedish decision it is no number.
  await expect(page.getByRole('alert').first()).toContainText('2021-05794-01')
  await page.getByLabel('Country').selectOption({ label: 'Norway' })
  await page.getByLabel('Authority').fill('Regionale komiteer for medisinsk og helsefaglig forskningsetikk')
  const id = await handInNew(page, 'REK 2026/77-C')
  const eva = await as(browser, ownOrigin, 'eva', '/ethics')
  await verify(eva, id, ['affai'])
  await page.reload()
  await expect(page.getByText('Norway').first()).toBeVisible()
  await expect(page.getByText('Valid', { exact: true }).first()).toBeVisible()
})
