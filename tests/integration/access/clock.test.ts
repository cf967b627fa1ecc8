import { expect, test } from 'vitest'
import { approveDatasets, returnRequest } from '@/lib/access/commands/decisions'
import { tellGrantEnd } from '@/lib/access/commands/ending'
import { extendGrants } from '@/lib/access/commands/grants'
import { assignExternalId } from '@/lib/access/commands/handling'
import { inviteMember } from '@/lib/access/commands/invitations'
import { acceptAccessInvitation } from '@/lib/access/commands/members'
import { remark } from '@/lib/access/commands/remarks'
import { requestReview } from '@/lib/access/commands/reviews'
import { requestDecision } from '@/lib/access/commands/rounds'
import { submitRequest, withdrawRequest } from '@/lib/access/commands/submission'
import { entitlements } from '@/lib/access/queries/entitlements'
import { grants } from '@/lib/access/queries/grants'
import { db } from '@/lib/platform/db'
import { mailsTo, react, ticketIn } from '../identity/mails'
import { as, later, somebody } from '../identity/people'
import { system } from '../projects/projects'
import { approved, codeOf, draft, factsOf, grantOf, rowOf, submitted, until, world } from './requests'

const day = 86_400_000
const ends = new Date('2027-07-01T00:00:00Z')
const before = (days: number) => new Date(ends.getTime() - days * day)
const textsTo = async ({ email }: { email: string }) => (await mailsTo(email)).map(({ text }) => text)

test('the end of a grant is told thirty and seven days before and when it comes, each once; an extension begins anew', async () => {
  const w = await world()
  const { id: grant, requestId: request } = await grantOf(w)
  const tell = (days: number, now: Date) => tellGrantEnd(system(now), { grant, days })
  expect(await codeOf(tell(30, before(31)))).toBe('access.nothing-due')
  expect(await codeOf(tellGrantEnd(as(w.handler), { grant, days: 30 }))).toBe('platform.not-found')
  await tell(30, before(30))
  expect(await codeOf(tell(30, before(29)))).toBe('access.nothing-due')
  await tell(7, before(7))
  await extendGrants(as(w.handler, before(6)), { request, until: '2028-06-30' })
  expect(await codeOf(tell(0, ends))).toBe('access.nothing-due')
  await tell(0, new Date('2028-07-01T00:00:00Z'))
  expect((await factsOf(request)).slice(-4)).toEqual([
    'grant-end-neared',
    'grant-end-neared',
    'grant-extended',
    'grant-ran-out',
  ])
})

test('what waits for whom is told by mail', async () => {
  const w = await world({ flow: { decidedBy: 'deciders' } })
  const now = new Date()
  const request = await draft(w, now)
  await submitRequest(as(w.petra, now), { request })
  await react('access.request-submitted')
  await react('access.request-submitted')
  expect(await textsTo(w.handler)).toEqual([expect.stringContaining('waits for you')])
  await requestReview(as(w.handler, now), { request })
  await react('access.review-requested')
  expect((await textsTo(w.reviewer)).length).toBe(1)
  await requestDecision(as(w.handler, now), { request })
  await react('access.decision-requested')
  for (const decider of w.deciders) expect((await textsTo(decider)).length).toBe(1)
  await returnRequest(as(w.handler, now), { request, reason: 'Name the signatory' })
  await react('access.request-returned')
  expect((await textsTo(w.petra)).at(-1)).toContain('Name the signatory')
  await db().notificationSetting.create({ data: { personId: w.petra.id, topic: 'requests', enabled: false } })
  const wish = { flow: {}, n: 1 }
  const other = await world(wish)
  const whole = await submitted(other, now)
  await approveDatasets(as(other.handler, now), { request: whole, datasets: other.slugs, until })
  await react('access.datasets-approved')
  expect((await textsTo(other.petra)).at(-1)).toContain(other.slugs[0])
  expect((await textsTo(w.petra)).length).toBe(1)
})

test('an invitation’s link leads in, by whatever address one is signed in', async () => {
  const w = await world()
  const now = new Date()
  const request = await draft(w, now)
  const email = `nora-${request}@example.org`
  await inviteMember(as(w.petra, now), { request, email })
  await react('access.member-invited')
  const [mail] = await mailsTo(email)
  expect(mail).toMatchObject({ topic: 'access-invitation' })
  await acceptAccessInvitation(as(await somebody(), now), { ticket: ticketIn(mail?.text) })
  expect((await rowOf(request)).members).toHaveLength(2)
})

test('some acts have their time: a draft has no remarks, and what was taken back is not named elsewhere', async () => {
  const w = await world()
  const request = await draft(w)
  expect(await codeOf(remark(as(w.petra), { request, text: 'Hello' }))).toBe('access.not-in-this-state')
  await submitRequest(as(w.petra), { request })
  await withdrawRequest(as(w.petra), { request })
  const named = { request, externalId: 'LiU-2026-2' }
  expect(await codeOf(assignExternalId(as(w.handler), named))).toBe('access.not-in-this-state')
})

test('grants and entitlements are listed for who may see them: one for each person, while the verdict says yes', async () => {
  const w = await world()
  const request = await approved(w)
  await db().accessMember.create({ data: { requestId: request, personId: w.emil.id, joinedAt: later(0) } })
  const ofHandler = await entitlements(as(w.handler), {})
  const here = ofHandler.filter((one) => one['application-id'] === request)
  expect(here.map(({ user }) => user.name).toSorted()).toEqual(['Emil Example', 'Petra PI'])
  expect(here[0]).toMatchObject({ resource: `10.23698/aida/${w.slugs[0]}`, end: ends, active: true })
  expect(await entitlements(as(await somebody()), {})).toEqual([])
  expect((await grants(as(w.petra), {})).items.map(({ requestId }) => requestId)).toEqual([request])
  await db().project.update({ where: { id: w.project.id }, data: { state: 'ended' } })
  expect((await entitlements(as(w.petra), {})).length).toBe(0)
  expect((await entitlements(as(w.petra), { expired: 'true' })).map(({ active }) => active)).toEqual([false, false])
})
