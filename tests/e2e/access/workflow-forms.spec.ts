import type { Page } from '@playwright/test'
import { test } from '@/tests/support/own-portal'
import { signIn } from '@/tests/support/sign-in'
import { expect, expectAccessible } from '@/tests/support/test'
import { acceptOwed, act, appoint, as, dialogOf, group, send, state, told } from './acting'
import { box, save } from './answering'
import { approved, drafted } from './made'

test.use({ expectedFaults: [/status of 4\d\d/], actionTimeout: 20_000 })

const flow = 'Flow of the short form'
const form = 'short-of-a-journey'
const words = (en: string, sv: string) => ({ en, sv })

/** A form of two questions, the first of which the standard form has, too. */
async function published(sten: Page): Promise<void> {
  const fields = [
    { key: 'study', kind: 'description', label: words('Name of the study', 'Studiens namn') },
    { key: 'reader', kind: 'text', label: words('Who reads the slides', 'Vem som läser snitten') },
  ]
  const content = { title: words('Short form of a journey', 'Kort formulär på resa'), fields }
  await told(sten, 'post', '/api/v1/stewardship/forms', { form, content })
  await told(sten, 'post', `/api/v1/stewardship/forms/${form}/versions`, { expectedRevision: 1 })
}

/** An administrator chooses the form on the workflow's page, among those that can be chosen. */
async function chosen(ada: Page): Promise<void> {
  await ada.goto('/administration/workflows')
  const panel = ada.locator('section', { has: ada.getByRole('heading', { name: flow, exact: true }) })
  await expect(panel.getByText('Data access request (standard)')).toBeVisible()
  await panel.locator('summary', { hasText: 'Change it' }).click()
  await panel.getByLabel('Form of its requests').selectOption({ label: `Short form of a journey · ${form}` })
  await expectAccessible(ada)
  await panel.getByRole('button', { name: 'Save' }).click()
  await expect(panel.getByText(`Short form of a journey (${form})`)).toBeVisible()
}

/** What was put together before is divided by form; nothing that was written or chosen is lost. */
async function divided(petra: Page, at: string): Promise<void> {
  await petra.goto(at)
  await expect(petra.getByRole('heading', { name: 'Asked with “Data access request”' })).toBeVisible()
  await expect(petra.getByRole('heading', { name: 'Asked with “Short form of a journey”' })).toBeVisible()
  await expectAccessible(petra)
  await petra.getByRole('button', { name: 'Begin a request for these drov' }).click()
  await petra.waitForURL((url) => url.pathname !== at)
  await expect(box(petra, 'Name of the study')).toHaveValue('Ovaries and breasts')
  await expect(box(petra, 'What the data are for')).toHaveCount(0)
  await expect(petra.getByRole('link', { name: 'drov', exact: true })).toBeVisible()
  await expect(petra.getByRole('link', { name: 'drbr', exact: true })).toHaveCount(0)
}

test('a workflow has a form of its own: a cart of both is divided, the short one is filled in and read, and the form stays in use', async ({
  page: petra,
  browser,
  ownOrigin: origin,
}) => {
  test.setTimeout(180_000)
  const [eva, ada, sten] = [
    await as(browser, origin, 'eva', '/ethics'),
    await as(browser, origin, 'ada', '/administration'),
    await as(browser, origin, 'sten', '/stewardship/forms'),
  ]
  await signIn(petra, 'petra', '/requests')
  const { id: approval } = await approved({ petra, eva }, ['drov', 'drbr'])
  const cart = await drafted(petra, { title: 'Ovaries and breasts', datasets: ['drov', 'drbr'], approval })
  const single = await drafted(petra, { title: 'Ovaries alone', datasets: ['drov'], approval })
  await published(sten)
  await group(ada, flow, ['drov'])
  await appoint(ada, 'hanna', 'handler', flow)
  await chosen(ada)

  await divided(petra, cart)
  await box(petra, 'Who reads the slides').fill('Two pathologists')
  await save(petra)
  await acceptOwed(petra)
  await act(petra, 'Submit')
  await expect(state(petra, 'Submitted')).toBeVisible()
  const at = new URL(petra.url()).pathname

  const hanna = await as(browser, origin, 'hanna', at)
  await expect(hanna.getByText('Two pathologists')).toBeVisible()
  await expect(hanna.getByRole('main')).not.toContainText('What the data are for')

  // The one that is left has what it had; it takes the other dataset no more.
  await petra.goto(cart)
  await expect(box(petra, 'What the data are for')).not.toHaveValue('')
  await expect(petra.getByRole('heading', { name: /^Asked with/ })).toHaveCount(0)
  await petra.goto('/datasets/drov/request')
  await expect(petra.getByText('A request for it is made with the form “Short form of a journey”.')).toBeVisible()
  await expect(
    petra.getByText('These drafts are made with another form').getByRole('link', { name: 'Ovaries and breasts' }),
  ).toBeVisible()

  // A draft shows what is asked by now, and takes it up.
  await petra.goto(single)
  await petra.locator('summary', { hasText: 'What “Short form of a journey” asks otherwise' }).click()
  await expect(petra.getByRole('rowheader', { name: 'Who reads the slides' })).toBeVisible()
  await send(petra, petra.getByRole('button', { name: 'Take up the other form' }))
  await expect(box(petra, 'Who reads the slides')).toBeVisible()
  await expect(box(petra, 'Name of the study')).toHaveValue('Ovaries alone')

  await sten.goto(`/stewardship/forms/${form}`)
  await expect(
    sten.getByText(`The requests of these workflows are made with it: ${flow}.`, { exact: false }),
  ).toBeVisible()
  const dialog = await dialogOf(sten, 'Retire the form')
  await dialog.getByRole('button', { name: 'Retire the form', exact: true }).click()
  await expect(dialog).toContainText(`Requests are made with this form by these workflows: ${flow}.`)
})
