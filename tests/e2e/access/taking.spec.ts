import type { Browser, Page } from '@playwright/test'
import { personaId } from '@/prisma/seed/people'
import { followMailedLink } from '@/tests/support/accounts'
import { test } from '@/tests/support/own-portal'
import type { PersonaKey } from '@/tests/support/sign-in'
import { expect } from '@/tests/support/test'
import { acceptOwed, act, as, dialogOf, referenceOf, state } from './acting'
import { archive, type Heard } from './listening'
import { granted, onStage } from './made'

test.use({ expectedFaults: [/status of 4\d\d/], actionTimeout: 20_000 })

type Hub = { browser: Browser; origin: string }

async function join(petra: Page, who: Page, at: string, email: string): Promise<string> {
  await petra.goto(at)
  const reference = await referenceOf(petra)
  await act(petra, 'Invite somebody', (dialog) => dialog.getByLabel('E-mail address').fill(email))
  await followMailedLink(who, email, `Invitation: data access request ${reference}`)
  await who.getByRole('button', { name: 'Accept' }).click()
  await who.waitForURL(`**${at}`)
  await acceptOwed(who)
  return reference
}

/** What the dataset's page says to somebody. */
async function says(page: Page, dataset: string, words: string): Promise<void> {
  await page.goto(`/datasets/${dataset}/request`)
  await expect(page.getByText(words).first()).toBeVisible()
}

async function connect({ browser, origin }: Hub, url: string): Promise<Page> {
  const ada = await as(browser, origin, 'ada', '/administration/systems')
  await ada.getByLabel('Name').fill('Archive of a journey')
  await ada.getByLabel('Address').fill(url)
  await ada.getByRole('button', { name: 'Connect a system' }).click()
  await expect(ada.getByText('shown this once')).toBeVisible()
  return ada
}

async function disconnect(ada: Page): Promise<void> {
  await ada.goto('/administration/systems')
  await ada.getByRole('link', { name: 'Archive of a journey' }).click()
  await ada.getByLabel('I know that it will not hear').check()
  await ada.getByRole('button', { name: 'Disconnect it' }).click()
  await ada.waitForURL('**/administration/systems')
}

/** What the handler sees of the system on the page of a grant, for one person. */
async function known(hanna: Page, grant: string, who: PersonaKey, words: readonly string[]): Promise<void> {
  await expect(async () => {
    await hanna.goto(`/grants/${grant}?person=${personaId(who)}`)
    const row = hanna.getByRole('row', { name: /^Archive of a journey/ })
    for (const one of words) await expect(row).toContainText(one, { timeout: 1000 })
  }).toPass({ timeout: 30_000 })
}

const grantsOf = async (page: Page, at: string): Promise<{ id: string; dataset: string; life: string }[]> =>
  (await (await page.request.get(`/api/v1${at}`)).json()).grants

test('what is taken says beforehand how far it reaches, from one person, of one grant, of the project; systems acknowledge it', async ({
  page: petra,
  browser,
  ownOrigin: origin,
}) => {
  test.setTimeout(300_000)
  const hub = { browser, origin }
  const { heard, state: answering, close, url } = await archive()
  const { hanna, approval } = await onStage(petra, { browser, origin }, ['mbtst-dm', 'drsk', 'bccc'])
  const at = await granted({ petra, hanna }, { title: 'Skin and breast', datasets: ['mbtst-dm', 'drsk'], approval })
  const other = await granted({ petra, hanna }, { title: 'Only skin', datasets: ['bccc'], approval })
  const dana = await as(browser, origin, 'dana', '/account')
  const reference = await join(petra, dana, at, 'dana.taking@demo.invalid')
  const another = await join(petra, dana, other, 'dana.other@demo.invalid')
  await says(dana, 'bccc', 'You may use this dataset now')
  const ada = await connect(hub, url)
  // What was not acknowledged in time is sent again, under the number that it had.
  const told = (type: string, grant: string) =>
    new Set(
      heard.flatMap(({ said, headers }: Heard) =>
        said.type === type && said.data.grant === grant ? headers['webhook-id'] : [],
      ),
    )
  const grants = await grantsOf(hanna, at)
  const of = (dataset: string) => grants.find((grant) => grant.dataset === dataset)?.id ?? ''
  await expect(async () => expect(told('grant.given', of('drsk')).size).toBe(2)).toPass({ timeout: 30_000 })

  // Until it is lifted, for everybody.
  await hanna.goto(at)
  await act(hanna, 'Suspend', async (dialog) => {
    await dialog.getByLabel('Grant', { exact: true }).selectOption({ label: 'drsk' })
    await dialog.getByLabel('Reason').fill('Until the server is patched')
  })
  await says(dana, 'drsk', 'The grant is suspended.')
  await act(hanna, 'Lift a suspension', (dialog) =>
    dialog.getByLabel(/^drsk, for everybody, since .*: Until the server is patched$/).check(),
  )
  await says(dana, 'drsk', 'You may use this dataset now')

  // From one person, whatever they have: the other member goes on.
  answering.status = 500
  await hanna.goto(at)
  const taking = await dialogOf(hanna, 'Revoke')
  const whom = taking.getByLabel('Person', { exact: false }).last()
  const dananas = taking.locator('option', { hasText: /^Dana Demo: \d+ grants/ })
  await expect(dananas).toContainText(reference)
  await expect(dananas).toContainText(another)
  await taking.getByLabel('One person, in every request').check()
  await whom.selectOption(await dananas.getAttribute('value'))
  await taking.getByLabel('Reason').fill('She has left the project')
  await taking.getByRole('button', { name: 'Revoke', exact: true }).click()
  await expect(taking).toBeHidden()
  await expect(state(hanna, 'Approved')).toBeVisible()
  await expect(hanna.getByText('Taken from Dana Demo: She has left the project')).toHaveCount(2)
  await says(dana, 'drsk', 'The grant was taken from you.')
  await says(dana, 'bccc', 'The grant was taken from you.')
  await says(petra, 'bccc', 'You may use this dataset now')
  await known(hanna, of('drsk'), 'dana', ['Access withdrawn', 'Fails'])
  await known(hanna, of('drsk'), 'petra', ['Access given', 'Acknowledged'])
  answering.status = 204
  await ada.goto('/administration/systems')
  await ada.getByRole('link', { name: 'Archive of a journey' }).click()
  await ada.getByRole('link', { name: /^Not acknowledged/ }).click()
  const again = ada.getByRole('row', { name: /Access withdrawn/ }).getByRole('button', { name: /Send again/ })
  await expect(async () => {
    await ada.reload()
    // By itself it is sent again too, and may be gone before the button is pressed.
    if ((await again.count()) > 0) await again.first().click({ timeout: 2000 })
    await expect(ada.getByText('It has acknowledged everything.')).toBeVisible({ timeout: 2000 })
  }).toPass({ timeout: 60_000 })
  await known(hanna, of('drsk'), 'dana', ['Access withdrawn', 'Acknowledged'])

  // One grant of the request: the request goes on with the other.
  await hanna.goto(at)
  await act(hanna, 'Revoke', async (dialog) => {
    await dialog.getByLabel('drsk', { exact: true }).check()
    await dialog.getByLabel('Reason').fill('The images are needed no more')
  })
  await expect(state(hanna, 'Approved')).toBeVisible()
  expect((await grantsOf(hanna, at)).map(({ life }) => life).toSorted()).toEqual(['over', 'running'])

  // Everything of the project.
  await act(hanna, 'Revoke', async (dialog) => {
    await expect(dialog).toContainText(new RegExp(`grants \\(.*bccc.*\\), by .*${another}`))
    await dialog.getByLabel('Every request of the project').check()
    await dialog.getByLabel('Reason').fill('Copies lay where they must not')
  })
  await expect(state(hanna, 'Revoked')).toBeVisible()
  await hanna.goto(other)
  await expect(state(hanna, 'Revoked')).toBeVisible()
  await says(petra, 'bccc', 'The request is not approved for it (Revoked).')
  const [last] = await grantsOf(hanna, other)
  await known(hanna, last?.id ?? '', 'petra', ['Access withdrawn', 'Acknowledged'])
  await disconnect(ada)
  close()
})
