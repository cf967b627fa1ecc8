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

type Method = 'put' | 'post' | 'patch'

/** What somebody does through REST with the browser's own session: what a journey needs and is not about. */
export async function told<Answer = unknown>(
  page: Page,
  method: Method,
  address: string,
  data: object,
): Promise<Answer> {
  const headers = { origin: new URL(page.url()).origin }
  const answer = await page.request[method](address, { data, headers })
  expect(answer.ok(), `${address}: ${await answer.text()}`).toBe(true)
  return (answer.status() === 204 ? null : await answer.json()) as Answer
}

/** Presses a button that sends a form, with scripts or before they run, and ends when the server has answered. */
export async function send(page: Page, button: Locator): Promise<void> {
  await Promise.all([
    page.waitForResponse(
      (one) => one.request().method() === 'POST' && new URL(one.url()).pathname === new URL(page.url()).pathname,
    ),
    button.click(),
  ])
}

/** The day so many days from now. */
export const dayIn = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

/** The number of a request, as its page says it. */
export const referenceOf = async (page: Page): Promise<string> =>
  (
    await page
      .locator('header')
      .getByText(/^\d{4}-\d{4}$/)
      .innerText()
  ).trim()

/** Accepts whatever terms wait for the reader on a request's page. */
export async function acceptOwed(page: Page): Promise<void> {
  const owed = page.getByRole('button', { name: 'I accept these terms' })
  for (let left = await owed.count(); left > 0; left--) {
    await owed.first().click()
    await expect(owed).toHaveCount(left - 1)
  }
}

/** Gives a persona a hub role, unless they hold it. */
export async function giveRole(ada: Page, who: PersonaKey, role: string): Promise<void> {
  const headers = { origin: new URL(ada.url()).origin }
  const data = { reason: 'Needed for a journey' }
  const answer = await ada.request.put(`/api/v1/people/${personaId(who)}/roles/${role}`, { data, headers })
  if (!answer.ok()) expect((await answer.json()).code).toBe('identity.role-held')
}

/** Gives a persona a hub role and assigns them to the workflow of this name. */
export async function appoint(ada: Page, who: PersonaKey, role: string, workflow: string): Promise<void> {
  const person = personaId(who)
  await giveRole(ada, who, role === 'handler' ? 'request-handler' : role)
  const all = (await (await ada.request.get('/api/v1/access-workflows')).json()) as { id: string; name: string }[]
  const id = all.find(({ name }) => name === workflow)?.id
  await told(ada, 'post', `/api/v1/access-workflows/${id}/assignments`, { person, role })
}

/** Makes a group of datasets with a workflow of its own, in which the handler decides unless said. */
export async function group(ada: Page, name: string, datasets: string[], over: object = {}): Promise<void> {
  const days = { decisionDays: 5, reviewDays: 5, onDeadline: 'remind' }
  const rule = { decidedBy: 'handler', rule: 'one', quorum: 1, ...days, ...over }
  await told(ada, 'post', '/api/v1/access-workflows', { name, ...rule, datasets })
}
