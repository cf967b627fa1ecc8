import type { Page } from '@playwright/test'
import { followMailedLink, password } from '@/tests/support/accounts'
import { press, tabTo } from '@/tests/support/keyboard'
import { signIn } from '@/tests/support/sign-in'
import { expect, test } from '@/tests/support/test'
import { projectOf } from '../booking/lent'

async function invite(page: Page, email: string): Promise<void> {
  await tabTo(page, page.getByLabel('E-mail address'))
  await page.keyboard.type(email)
  await page.keyboard.press('Enter')
  await expect(page.getByText('The invitation is on its way.')).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: email })).toBeVisible()
}

test('with the keyboard alone a PI invites somebody, who follows the mailed link, signs in and joins; the link is good once', async ({
  page,
  browser,
}) => {
  const name = `Joined ${Date.now()}`
  const project = await projectOf({ name, pi: 'petra' })
  const email = `guest-${Date.now()}@example.org`
  await signIn(page, 'petra', `/projects/${project}/members`)
  await invite(page, email)

  const guest = await (await browser.newContext()).newPage()
  await followMailedLink(guest, email, `Invitation to the project ${name}`)
  await expect(guest.getByText(`Petra PI invites you to take part in ${name}.`)).toBeVisible()
  const link = guest.url()
  await press(guest, guest.getByRole('link', { name: 'Sign in to join' }))
  await press(guest, guest.getByRole('button', { name: 'Hanna Handler' }))
  await expect(guest.getByText('You join as Hanna Handler.')).toBeVisible()
  await press(guest, guest.getByRole('button', { name: 'Join' }))
  await expect(guest).toHaveURL(`/projects/${project}`)
  await expect(guest.getByText('You take part in this project.')).toBeVisible()
  await guest.goto(link)
  await expect(guest.getByText('The invitation has been accepted already')).toBeVisible()

  await page.reload()
  const member = page.getByRole('row').filter({ hasText: 'Hanna Handler' })
  await expect(member).toContainText('View')
  await press(page, member.locator('summary'))
  await press(page, member.getByRole('button', { name: 'Remove Hanna Handler' }))
  await expect(member).toHaveCount(0)
  await guest.goto('/projects')
  await expect(guest.getByRole('link', { name })).toHaveCount(0)
  expect((await guest.request.get(`/projects/${project}`)).status()).toBe(404)
})

test('an invitation is sent again and revoked, and the revoked link says so; a member leaves', async ({
  page,
  browser,
}) => {
  const name = `Left ${Date.now()}`
  const project = await projectOf({ name, pi: 'petra', members: ['dana'] })
  const email = `late-${Date.now()}@example.org`
  await signIn(page, 'petra', `/projects/${project}/members`)
  await invite(page, email)
  const open = page.getByRole('listitem').filter({ hasText: email })
  await open.getByRole('button', { name: 'Send again' }).click()
  await expect(open.getByText('Sent again.')).toBeVisible()
  const guest = await (await browser.newContext()).newPage()
  await followMailedLink(guest, email, `Invitation to the project ${name}`)
  await expect(guest.getByRole('link', { name: 'Sign in to join' })).toBeVisible()
  await open.getByRole('button', { name: 'Revoke' }).click()
  await expect(open).toHaveCount(0)
  await guest.reload()
  await expect(guest.getByText('The invitation has been taken back')).toBeVisible()
  await page.getByRole('button', { name: 'Confirm these 2 people' }).click()
  await expect(page.getByText('Confirmed for a year.')).toBeVisible()

  await signIn(guest, 'dana', `/projects/${project}/members`)
  await expect(guest.getByText('Invite somebody')).toHaveCount(0)
  await guest.locator('summary').filter({ hasText: 'Leave the project' }).click()
  await guest.getByRole('button', { name: 'Leave the project' }).click()
  await expect(guest).toHaveURL('/projects')
  expect((await guest.request.get(`/projects/${project}`)).status()).toBe(404)
})

test('who has no account yet makes one on the way, and comes back to the invitation', async ({ page, browser }) => {
  const name = `Newcomers ${Date.now()}`
  const project = await projectOf({ name, pi: 'petra' })
  const email = `newcomer-${Date.now()}@example.org`
  await signIn(page, 'petra', `/projects/${project}/members`)
  await invite(page, email)

  const guest = await (await browser.newContext()).newPage()
  await followMailedLink(guest, email, `Invitation to the project ${name}`)
  await guest.getByRole('link', { name: 'Make an account' }).click()
  await guest.getByLabel('Name').fill('Nora Newcomer')
  await guest.getByLabel('E-mail address').fill(email)
  await guest.getByRole('button', { name: 'Send the link' }).click()
  await expect(guest.getByText('a mail is on its way')).toBeVisible()
  await followMailedLink(guest, email, 'Your account at AIDA Data Hub')
  await guest.getByLabel('Password').fill(password)
  await guest.getByRole('button', { name: 'Save the password' }).click()
  await expect(guest.getByText('Your password is set.')).toBeVisible()
  await guest.getByLabel('E-mail address').fill(email)
  await guest.getByLabel('Password').fill(password)
  await guest.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(guest.getByText('You join as Nora Newcomer.')).toBeVisible()
  await guest.getByRole('button', { name: 'Join' }).click()
  await expect(guest).toHaveURL(`/projects/${project}`)
  await guest.context().close()
})
