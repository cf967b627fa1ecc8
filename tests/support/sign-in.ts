import type { Page } from '@playwright/test'
import { people } from '../../prisma/seed/people'

export type PersonaKey = (typeof people)[number]['key']

/** Signs the page's browser in as a persona of the demonstration by its button, and ends at `next`. */
export async function signIn(page: Page, as: PersonaKey, next = '/'): Promise<void> {
  const persona = people.find(({ key }) => key === as)
  if (!persona) throw new Error(`no persona is called ${as}`)
  await page.goto(`/sign-in?${new URLSearchParams({ next })}`)
  await page.getByRole('button', { name: persona.name }).click()
  await page.waitForURL((url) => url.pathname !== '/sign-in')
}
