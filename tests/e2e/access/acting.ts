import type { Browser, Locator, Page } from '@playwright/test'
import { personaId } from '@/prisma/seed/people'
import { type PersonaKey, signIn } from '@/tests/support/sign-in'
import { expect } from '@/tests/support/test'

/** A browser of its own for somebody else. */
export async function as(browser: Browser, baseURL: string, who: PersonaKey, at: string): Promise<Page> {
  const page = await (await browser.newContext({ baseURL })).newPage()
  await signIn(page, who, at)
  return page
}

/** Opens the request of this name from a list, and gives its address. */
export async function open(page: Page, name: string): Promise<string> {
  await page.getByRole('link', { name }).first().click()
  await page.waitForURL(/\/requests\/[0-9a-f-]{36}$/)
  return new URL(page.url()).pathname
}

/** Opens the dialog of a verb; of several of the same name the one that is about something. */
export async function dialogOf(page: Page, verb: string, about = ''): Promise<Locator> {
  await page
    .getByRole('button', { name: `${verb}… ${about}`.trim() })
    .first()
    .click()
  return page.getByRole('dialog', { name: verb })
}

/** Does a verb: opens its dialog, fills it in, and sends it; ends when the dialog is gone. */
export async function act(page: Page, verb: string, fill?: (dialog: Locator) => Promise<unknown>, about = '') {
  const dialog = await dialogOf(page, verb, about)
  await fill?.(dialog)
  await dialog.getByRole('button', { name: verb, exact: true }).click()
  await expect(dialog).toBeHidden()
}

/** The state that a request's page says. */
export const state = (page: Page, word: string): Locator => page.locator('header').getByText(word, { exact: true })

/** What an administrator does through REST with the browser's own session. */
async function told(page: Page, method: 'put' | 'post', address: string, data: object): Promise<unknown> {
  const headers = { origin: new URL(page.url()).origin }
  const answer = await page.request[method](address, { data, headers })
  expect(answer.ok(), `${address}: ${await answer.text()}`).toBe(true)
  return answer.status() === 204 ? null : answer.json()
}

/** Gives a persona a hub role and assigns them to the workflow of this name. */
export async function appoint(ada: Page, who: PersonaKey, role: string, workflow: string): Promise<void> {
  const person = personaId(who)
  const hubRole = role === 'handler' ? 'request-handler' : role
  await told(ada, 'put', `/api/v1/people/${person}/roles/${hubRole}`, { reason: 'Needed for a journey' })
  const all = (await (await ada.request.get('/api/v1/access-workflows')).json()) as { id: string; name: string }[]
  const id = all.find(({ name }) => name === workflow)?.id
  await told(ada, 'post', `/api/v1/access-workflows/${id}/assignments`, { person, role })
}

/** Makes a group of datasets with a workflow of its own. */
export async function group(ada: Page, name: string, datasets: string[]): Promise<void> {
  const rule = { decidedBy: 'handler', rule: 'one', quorum: 1, decisionDays: 5, reviewDays: 5, onDeadline: 'remind' }
  await told(ada, 'post', '/api/v1/access-workflows', { name, ...rule, datasets })
}
