import type { Browser, Page } from '@playwright/test'
import { checkedFields } from '@/lib/ethics/rules/fields'
import { signIn } from '@/tests/support/sign-in'
import { expect } from '@/tests/support/test'
import { decisionOf } from '../ethics/approving'
import { as, dayIn, told } from './acting'

/** The project of these journeys, which has no requests in the demonstration. */
export const project = 'fellowship-bone-fractures'

type People = { petra: Page; eva: Page; hanna: Page }
type Stood = { id: string; revision: number }

const numbers = { next: 0 }
const newNumber = () => `2026-${String(Date.now() % 90_000).padStart(5, '0')}-${String(++numbers.next + 10)}`

/** An ethics approval, registered and verified through REST: for journeys that are about what rests on one. */
export async function approved({ petra, eva }: Omit<People, 'hanna'>, datasets: string[], of = project) {
  const all = '/api/v1/ethics-approvals'
  const number = newNumber()
  const said = { number, authority: 'Etikprövningsmyndigheten', title: 'A study of a journey', decision: 'approved' }
  const days = { decidedOn: dayIn(-200), legalForceOn: dayIn(-180), startedOn: dayIn(-90), endsOn: dayIn(900) }
  const who = { responsibleResearcher: 'Petra PI', principalOrganisation: 'Linköping University' }
  const what = { sites: ['Linköping'], purposes: 'To see', dataDescription: 'Images', datasets }
  const { id } = await told<{ id: string }>(petra, 'post', all, { project: of, ...said, ...days, ...who, ...what })
  const query = new URLSearchParams({ expectedRevision: '1', kind: 'decision', fileName: 'decision.pdf' })
  const headers = { origin: new URL(petra.url()).origin, 'content-type': 'application/pdf' }
  const data = decisionOf(number).buffer
  const added = await petra.request.post(`${all}/${id}/documents?${query}`, { data, headers })
  expect(added.ok(), await added.text()).toBe(true)
  await told(petra, 'post', `${all}/${id}/submit`, { expectedRevision: 2 })
  await told(eva, 'post', `${all}/${id}/verify`, { expectedRevision: 3, confirmed: checkedFields, datasets })
  return { id, number }
}

/** The answers of a request of the demonstration: everything that the standard form asks. */
async function answersOf(petra: Page): Promise<Record<string, unknown>> {
  const { items } = await (await petra.request.get('/api/v1/requests?state=withdrawn')).json()
  const found = (items as { id: string; title: string }[]).find(({ title }) => title.startsWith('Sent twice'))
  return (await (await petra.request.get(`/api/v1/requests/${found?.id}`)).json()).answers
}

export type Made = { title: string; datasets: string[]; approval: string; project?: string }

/** A draft that lacks nothing but to be submitted, made through REST; gives its address. */
export async function drafted(
  petra: Page,
  { title, datasets, approval, project: of = project }: Made,
): Promise<string> {
  const begun = await told<Stood>(petra, 'post', '/api/v1/requests', { project: of, datasets, title })
  const answers = { ...(await answersOf(petra)), study: title }
  const columns = { wantedUntil: dayIn(300), ethicsApproval: approval }
  await told(petra, 'patch', `/api/v1/requests/${begun.id}`, { ...columns, answers })
  return `/requests/${begun.id}`
}

export async function submitted(petra: Page, made: Made): Promise<string> {
  const at = await drafted(petra, made)
  await told(petra, 'post', `/api/v1${at}/submit`, {})
  return at
}

/** A request all of whose datasets were granted for so many days. */
export async function granted({ petra, hanna }: Omit<People, 'eva'>, made: Made, days = 200): Promise<string> {
  const at = await submitted(petra, made)
  await told(hanna, 'post', `/api/v1${at}/approve`, { datasets: made.datasets, until: dayIn(days) })
  return at
}

/** Petra signs in, with a verified approval for these datasets; Eva and Hanna have browsers of their own. */
export async function onStage(petra: Page, at: { browser: Browser; origin: string }, datasets: string[]) {
  const eva = await as(at.browser, at.origin, 'eva', '/ethics')
  const hanna = await as(at.browser, at.origin, 'hanna', '/requests/queue')
  await signIn(petra, 'petra', '/requests')
  return { eva, hanna, approval: (await approved({ petra, eva }, datasets)).id }
}
