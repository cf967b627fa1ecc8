import type { Locator, Page } from '@playwright/test'
import { test } from '@/tests/support/own-portal'
import { signIn } from '@/tests/support/sign-in'
import { expect, expectAccessible } from '@/tests/support/test'
import { act, as, open, told } from './acting'

const all = '/api/v1/access-workflows'

/** The default workflow, whole, as it is sent back to be kept. */
async function standardOf(ada: Page) {
  const workflows = await (await ada.request.get(all)).json()
  const {
    assignments: _,
    createdAt: __,
    revision,
    isDefault: ___,
    id,
    ...words
  } = workflows.find(({ isDefault }: { isDefault: boolean }) => isDefault)
  return { id, revision, words }
}

const standard = (page: Page): Locator =>
  page.locator('section', { has: page.getByRole('heading', { name: 'Standard', exact: true }) })

/** Opens the form by which the default workflow is changed, with all that it folds away. */
async function changing(page: Page): Promise<Locator> {
  const panel = standard(page)
  await panel.locator('summary', { hasText: 'Change it' }).click()
  await panel.locator('summary', { hasText: /^Switched off/ }).click()
  await panel.locator('summary', { hasText: /^Processing states/ }).click()
  return panel
}

const off = (panel: Locator, role: string, verb: string, state: string) =>
  panel
    .getByRole('group', { name: role, exact: true })
    .getByRole('group', { name: verb, exact: true })
    .getByLabel(state)

test('an administrator says how requests are worked: what is off, who is told what, and how far the hub can have come', async ({
  page: ada,
  browser,
  ownOrigin: origin,
}) => {
  test.setTimeout(120_000)
  await signIn(ada, 'ada', '/administration/workflows')
  const before = await standardOf(ada)
  const panel = await changing(ada)
  await expectAccessible(ada)
  await off(panel, 'Handlers', 'Ask reviewers', 'Submitted').check()
  await panel.getByLabel('Those who ask are not told who of the hub did what').check()
  const row = panel.getByRole('group', { name: 'Processing state 5' })
  await row.getByLabel('In English').fill('Shipped on disk')
  await panel.getByRole('button', { name: 'Save' }).click()
  await expect(panel.getByText('Name it in both languages.').first()).toBeVisible()
  await expect(row.getByLabel('In English')).toHaveValue('Shipped on disk')
  await expect(off(panel, 'Handlers', 'Ask reviewers', 'Submitted')).toBeChecked()
  await row.getByLabel('In Swedish').fill('Skickat på disk')
  await row.getByLabel('Order').fill('2')
  await panel.getByRole('button', { name: 'Save' }).click()
  await expect(panel.getByText('Handlers: Ask reviewers')).toBeVisible()
  await expect(
    panel.getByText(
      'Waiting for extraction, Being extracted, Shipped on disk, Being checked, Delivered to the project',
    ),
  ).toBeVisible()

  const hanna = await as(browser, origin, 'hanna', '/requests/queue')
  const at = await open(hanna, 'Dose and image quality')
  await expect(hanna.getByRole('button', { name: 'Ask the deciders…' })).toBeVisible()
  await expect(hanna.getByRole('button', { name: 'Ask reviewers…' })).toHaveCount(0)
  await expect(hanna.getByText('Those who ask are not told who of the hub did what.', { exact: false })).toBeVisible()
  await act(hanna, 'Say how far it has come', (dialog) =>
    dialog.getByLabel('How far the hub has come').selectOption({ label: 'Shipped on disk' }),
  )
  await act(hanna, 'Write a remark', async (dialog) => {
    await dialog.getByLabel('Remark', { exact: true }).fill('The signatory has called')
    await dialog.getByRole('checkbox').check()
  })
  await expect(hanna.getByRole('main')).toContainText('Hanna')

  await hanna.goto('/requests/queue')
  await hanna.getByRole('navigation', { name: 'By how far the hub has come' }).getByText('Shipped on disk').click()
  await expect(hanna.getByRole('rowheader').getByRole('link')).toHaveText(['Dose and image quality (demonstration)'])
  await expect(hanna.getByRole('cell', { name: 'Shipped on disk' })).toBeVisible()

  const petra = await as(browser, origin, 'petra', at)
  const main = petra.getByRole('main')
  await expect(main.getByText('Shipped on disk', { exact: true }).first()).toBeVisible()
  await expect(main).toContainText('The signatory has called')
  await expect(main).toContainText('The hub’s handlers')
  await expect(main).not.toContainText('Hanna')

  // The journeys that follow on this portal work by the workflow as it was.
  const { revision: expectedRevision } = await standardOf(ada)
  await told(ada, 'put', `${all}/${before.id}`, { ...before.words, expectedRevision })
})
