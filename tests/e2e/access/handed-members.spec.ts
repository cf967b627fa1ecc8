import type { Page } from '@playwright/test'
import { followMailedLink } from '@/tests/support/accounts'
import { test } from '@/tests/support/own-portal'
import { expect } from '@/tests/support/test'
import { acceptOwed, act, as, referenceOf } from './acting'
import { onStage, submitted } from './made'

test.use({ expectedFaults: [/status of 4\d\d/], actionTimeout: 20_000 })

/** That a mail about a request, with these words, went to this address. */
async function mailed(reader: Page, to: string, reference: string, words: string): Promise<void> {
  const heading = reader.getByRole('heading', { name: `Data access request ${reference}`, exact: false })
  const mail = reader.locator('section', { has: heading, hasText: `To ${to}` }).filter({ hasText: words })
  await expect(async () => {
    await reader.goto('/outbox')
    await expect(mail.first()).toBeVisible({ timeout: 1000 })
  }).toPass({ timeout: 30_000 })
}

const usersOf = (page: Page) => page.locator('dt', { hasText: 'Members' }).locator('xpath=following-sibling::dd[1]')

test('a handler invites a co-applicant, who follows the link, and adds somebody who has an account; each side is told', async ({
  page: petra,
  browser,
  ownOrigin: origin,
}) => {
  test.setTimeout(150_000)
  const { hanna, approval } = await onStage(petra, { browser, origin }, ['drov'])
  const at = await submitted(petra, { title: 'Handed in together', datasets: ['drov'], approval })
  const dana = await as(browser, origin, 'dana', '/account')

  // By a link that is mailed in the hub's name.
  await hanna.goto(at)
  const reference = await referenceOf(hanna)
  await act(hanna, 'Invite somebody', async (dialog) => {
    await dialog.getByLabel('Name').fill('Dana')
    await dialog.getByLabel('E-mail address').fill('dana.handed@demo.invalid')
  })
  await expect(hanna.getByText('Dana, dana.handed@demo.invalid')).toBeVisible()
  await petra.goto(at)
  await expect(petra.getByText('Invited by the hub')).toBeVisible()
  await mailed(petra, 'petra@demo.invalid', reference, 'has invited Dana (dana.handed@demo.invalid)')
  await followMailedLink(dana, 'dana.handed@demo.invalid', `Invitation: data access request ${reference}`)
  await dana.getByRole('button', { name: 'Accept' }).click()
  await dana.waitForURL(`**${at}`)
  await acceptOwed(dana)
  await expect(usersOf(dana)).toContainText('Dana Demo')
  await mailed(hanna, 'hanna@demo.invalid', reference, 'Dana Demo now takes part')

  // Somebody who has an account; nobody who works on it, nor who has none.
  await hanna.goto(at)
  const add = async (email: string) => {
    await hanna.getByRole('button', { name: 'Add somebody…' }).click()
    const dialog = hanna.getByRole('dialog', { name: 'Add somebody' })
    await dialog.getByLabel('E-mail address').fill(email)
    await dialog.getByRole('button', { name: 'Add somebody', exact: true }).click()
    return dialog
  }
  const refused = await add('nobody.at.all@demo.invalid')
  await expect(refused.getByText('Nobody signs in with this address.')).toBeVisible()
  await refused.getByLabel('E-mail address').fill('carl@demo.invalid')
  await refused.getByRole('button', { name: 'Add somebody', exact: true }).click()
  await expect(refused).toBeHidden()
  await expect(usersOf(hanna)).toContainText('Carl Compute')
  await mailed(petra, 'petra@demo.invalid', reference, 'has added Carl Compute')
  await mailed(petra, 'carl@demo.invalid', reference, 'has made you a member')

  // The applicant sees them, and who did it; whom she takes out the handler hears of.
  await petra.goto(at)
  await expect(usersOf(petra)).toContainText('Carl Compute')
  await expect(petra.getByText(`Added Carl Compute to the request ${reference}`)).toBeVisible()
  await act(petra, 'Remove somebody', (dialog) => dialog.getByLabel('Person').selectOption({ label: 'Carl Compute' }))
  await expect(usersOf(petra)).not.toContainText('Carl Compute')
  await mailed(hanna, 'hanna@demo.invalid', reference, 'have taken Carl Compute out')
})
