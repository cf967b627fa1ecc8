import type { Page } from '@playwright/test'
import { test } from '@/tests/support/own-portal'
import { signIn } from '@/tests/support/sign-in'
import { expect, expectAccessible } from '@/tests/support/test'
import { act, as, open } from './acting'

test.use({ expectedFaults: [/404/] })

const save = (page: Page, word: string) => page.getByRole('button', { name: word, exact: true }).click()

async function addField(page: Page, kind: string, fill: (page: Page) => Promise<void>): Promise<void> {
  await page.getByLabel('Kind of field').selectOption({ label: kind })
  await page.getByRole('button', { name: 'Add a field' }).click()
  await expect(page.getByRole('heading', { level: 1, name: `New field: ${kind}` })).toBeVisible()
  await fill(page)
  await save(page, 'Add the field')
  await expect(page.getByText('Saved into the draft.')).toBeVisible()
}

const label = async (page: Page, words: string) => {
  await page.getByLabel('Label, English').fill(words)
  await page.getByLabel('Label, Swedish').fill(`${words} (sv)`)
}
const order = (page: Page) => page.getByRole('main').locator('form ol li a').allInnerTexts()

async function build(page: Page): Promise<void> {
  await page.goto('/stewardship/forms')
  await page.getByText('New form').click()
  await page.getByLabel('Address').fill('journey')
  await page.getByLabel('An empty form').check()
  await page.getByLabel('Title, English').fill('A form of a journey')
  await page.getByLabel('Title, Swedish').fill('Ett formulär på resa')
  await save(page, 'Make the draft')
  await expect(page.getByRole('heading', { level: 1, name: 'A form of a journey' })).toBeVisible()
  await addField(page, 'Name of the request', (at) => label(at, 'Study'))
  await addField(page, 'One of several options', async (at) => {
    await label(at, 'Shared?')
    await at.getByLabel('Options').fill('yes | Yes | Ja\nno | No')
    await save(at, 'Add the field')
    await expect(at.getByRole('main').getByRole('alert')).toContainText('Line 2')
    await at.getByLabel('Options').fill('yes | Yes | Ja\nno | No | Nej')
  })
  await addField(page, 'Text, one line', async (at) => {
    await label(at, 'With whom')
    await at.getByLabel('Shared?: Yes').check()
  })
  await addField(page, 'Pseudonymization strategy', (at) => label(at, 'Strategy'))
}

test('a steward builds a form, tries it out, publishes it, and changes it in a second version', async ({
  page,
  ownOrigin,
}) => {
  test.setTimeout(180_000)
  await signIn(page, 'sten', '/stewardship/forms')
  await build(page)
  expect((await page.request.get(`${ownOrigin}/api/v1/forms/journey`)).status()).toBe(404)

  // By keyboard, staying on the button; then by mouse.
  await page.getByRole('button', { name: 'Move “Strategy” up' }).press('Enter')
  await expect.poll(() => order(page)).toEqual(['Study', 'Shared?', 'Strategy', 'With whom'])
  await expect(page.getByRole('button', { name: 'Move “Strategy” up' })).toBeFocused()
  await page
    .getByRole('listitem')
    .filter({ hasText: 'Study' })
    .first()
    .dragTo(page.getByRole('listitem').filter({ hasText: 'Strategy' }).first())
  await expect.poll(() => order(page)).toEqual(['Shared?', 'Strategy', 'Study', 'With whom'])
  // What hangs on a choice cannot stand before it.
  await page.getByRole('button', { name: 'Move “Shared?” down' }).click()
  await expect.poll(() => order(page)).toEqual(['Strategy', 'Shared?', 'Study', 'With whom'])
  await page.getByRole('button', { name: 'Move “Shared?” down' }).click()
  await expect.poll(() => order(page)).toEqual(['Strategy', 'Study', 'Shared?', 'With whom'])
  await page.getByRole('button', { name: 'Move “Shared?” down' }).click()
  await expect(page.getByText('The condition names an option of a choice that stands before this field.')).toBeVisible()

  await page.getByRole('link', { name: 'Preview' }).click()
  await expect(page.getByLabel('With whom')).toBeHidden()
  await page.getByLabel('Yes', { exact: true }).check()
  await expect(page.getByLabel('With whom')).toBeVisible()
  await page.getByLabel('With whom').fill('19121212-1212')
  await page.getByRole('button', { name: 'Add a row' }).click()
  const third = page.getByRole('group', { name: 'Row 3' })
  await third.getByLabel('Parameter').fill('PIN')
  await third.getByLabel('Source').fill('LIS')
  await third.getByLabel('In the key').selectOption('yes')
  await third.getByLabel('In the data').selectOption('no')
  await third.getByLabel('Pseudonymize by').fill('811218-9876')
  await save(page, 'Try the answers')
  const alert = page.getByRole('main').getByRole('alert')
  await expect(alert).toContainText('Row 3, column 5: what looks like a Swedish personal number stands at character 1')
  await expect(alert).toContainText('With whom: What looks like a Swedish personal number')
  await expect(alert).toContainText('Study: This is not answered yet.')
  await expect(third.getByLabel('Source')).toHaveValue('LIS')
  await third.getByLabel('Pseudonymize by').fill('Delete.')
  await page.getByLabel('With whom').fill('A partner')
  await page.getByLabel('Study').fill('Lungs of a journey')
  await save(page, 'Try the answers')
  await expect(page.getByText('With these answers a request could be submitted.')).toBeVisible()
  await page.getByRole('navigation', { name: 'Language of the form' }).getByRole('link', { name: 'Svenska' }).click()
  await expect(page.getByLabel('Study (sv)')).toBeVisible()

  await page.goto('/stewardship/forms/journey')
  await save(page, 'Publish version 1')
  await expect(page.getByText('Version 1 is published.')).toBeVisible()
  const shown = await page.request.get('/api/v1/forms/journey')
  expect(await shown.json()).toMatchObject({
    form: 'journey',
    number: 1,
    content: { title: { sv: 'Ett formulär på resa' } },
  })

  await page.getByRole('link', { name: 'With whom' }).click()
  await page.getByLabel('It need not be answered').check()
  await save(page, 'Save')
  await expect(page.getByText('Changed: whether it is optional')).toBeVisible()
  await page.getByLabel('What changed').fill('Nobody must say with whom')
  await save(page, 'Publish version 2')
  await page.getByRole('link', { name: 'Version 2' }).click()
  await expect(page.getByText('Nobody must say with whom')).toBeVisible()
  await expect(page.getByText('Changed: whether it is optional')).toBeVisible()
  await expectAccessible(page)

  await page.goto('/stewardship/forms/journey')
  await page.getByRole('button', { name: 'Retire the form…' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Retire the form' }).click()
  await expect(page.getByText('The form is retired.')).toBeVisible()
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a form is edited and tried out by plain forms', async ({ page, ownOrigin }) => {
    test.setTimeout(90_000)
    await signIn(page, 'sten', '/stewardship/forms/standard')
    await page
      .getByRole('button', { name: 'Move “Studiens namn” up' })
      .or(page.getByRole('button', { name: 'Move “Name of the study” down' }))
      .click()
    await expect(page.getByText('Changed: ').or(page.getByText('Moved')).first()).toBeVisible()
    await page.goto(`${ownOrigin}/stewardship/forms/standard/preview`)
    // What hangs on another answer is simply shown.
    await expect(page.getByLabel('Which service')).toBeVisible()
    await page.getByLabel('Department').fill('of 811218-9876')
    await page.getByRole('button', { name: 'Try the answers' }).click()
    await expect(page.getByText(/personal number stands at character 4/).first()).toBeVisible()
    await expect(page.getByLabel('Department')).toHaveValue('of 811218-9876')
  })
})

test('a steward states the data use of a dataset; everyone reads it and programs compare with it', async ({
  page,
  browser,
  ownOrigin,
}) => {
  test.setTimeout(90_000)
  await signIn(page, 'sten', '/stewardship/datasets/affai')
  await page.getByRole('link', { name: 'Data use' }).click()
  await page.getByLabel('May be used for research on health').check()
  await page.getByLabel('Only within certain countries').fill('Narnia')
  await page.getByLabel('Basis').fill('Ethics approval 2024-01234-01')
  await save(page, 'State it')
  await expect(page.getByRole('main').getByRole('alert')).toContainText('country codes of two letters')
  await page.getByLabel('Only within certain countries').fill('SE')
  await save(page, 'State it')
  await expect(page.getByText('It is stated, and holds from now on.')).toBeVisible()
  const visitor = await (await browser.newContext({ baseURL: ownOrigin })).newPage()
  await visitor.goto('/datasets/affai')
  await expect(visitor.getByText('Only within certain countries: Sweden')).toBeVisible()
  await visitor.getByRole('link', { name: 'Compare your purpose with it' }).click()
  await visitor.getByLabel('One or several diseases').check()
  await visitor.getByLabel('Countries where').fill('SE, US')
  await visitor.getByRole('button', { name: 'Compare' }).click()
  await expect(visitor.getByText('The data may not be processed here: United States.')).toBeVisible()
  await expect(visitor.getByRole('main').getByText('Conflicts', { exact: true })).toBeVisible()
  const record = await (await visitor.request.get('/api/v1/datasets/affai')).json()
  expect(record.dataUse).toEqual([
    { term: 'DUO:0000006', values: [] },
    { term: 'DUO:0000022', values: ['SE'] },
  ])
  const match = await (
    await visitor.request.get('/api/v1/duo/match?dataset=affai&aim=DUO:0000007&diseases=Stroke&countries=SE,US')
  ).json()
  expect(match.datasets[0]).toMatchObject({ dataset: 'affai', verdict: 'conflicts' })
  expect(match.datasets[0].reasons.at(-1).words.en).toBe('The data may not be processed here: United States.')
})

test('a request keeps the form that it was made with, and shows what a newer version asks otherwise', async ({
  page,
  browser,
  ownOrigin,
}) => {
  test.setTimeout(120_000)
  await signIn(page, 'sten', '/stewardship/forms/standard')
  await addField(page, 'Text, one line', async (at) => {
    await label(at, 'Where the machine stands')
    await at.getByLabel('It need not be answered').check()
  })
  await page.goto('/stewardship/forms/standard')
  await page.getByLabel('What changed').fill('Where the machine stands may be said')
  await save(page, 'Publish version 2')
  await expect(page.getByText('Version 2 is published.')).toBeVisible()

  const petra = await as(browser, ownOrigin, 'petra', '/requests')
  await open(petra, 'Sent twice')
  await expect(petra.getByText('The request keeps version 1 of the form')).toBeVisible()
  await petra.locator('summary', { hasText: 'What version 2 asks otherwise' }).click()
  await expect(petra.getByRole('row', { name: /Where the machine stands/ })).toContainText('Added')
  await expectAccessible(petra)
  await act(petra, 'Copy as new')
  await expect(petra.getByLabel('Where the machine stands')).toBeVisible()
  await expect(petra.getByText('The request keeps version')).toHaveCount(0)
})
