import { expect, test } from 'vitest'
import { addMember } from '@/lib/access/commands/adding'
import { inviteMember } from '@/lib/access/commands/invitations'
import { acceptAccessInvitation } from '@/lib/access/commands/members'
import { liftSuspension, suspendGrant } from '@/lib/access/commands/revocations'
import { accessVerdict } from '@/lib/access/queries/verdict'
import { accessTicket } from '@/lib/access/store/invitations'
import type { Person } from '@/lib/platform/context'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { mailsTo, react } from '../identity/mails'
import { as, somebody } from '../identity/people'
import { approvalOf, approved, codeOf, datasets, reason, rowOf, type World, workflowOf, world } from './requests'

type Open = Person & { email: string }
const now = () => new Date()
const barsOf = async (request: string) =>
  db().accessBar.findMany({ where: { grant: { requestId: request }, liftedAt: null }, orderBy: { id: 'asc' } })
const reasons = async (request: string) => (await barsOf(request)).map((bar) => bar.reason).toSorted()
const reached = (request: string) => ({ stream: `request:${request}`, type: 'access.suspension-reached' })

async function join(w: World, request: string, who: Open) {
  const { email } = who
  const sent = await inviteMember(as(w.petra, now()), { request, email })
  const { invitation } = sent as unknown as { invitation: string }
  await acceptAccessInvitation(as(who, now()), { ticket: accessTicket(invitation) })
}

/** A request whose grant is suspended for everybody until a server is patched, and for Emil alone for misuse. */
async function twice() {
  const w = await world()
  const request = await approved(w, now())
  await join(w, request, w.emil)
  const grant = (await rowOf(request)).grants[0]?.id ?? ''
  const suspend = (more: object) => suspendGrant(as(w.handler, now()), { request, grant, reason, ...more })
  await suspend({ reason: 'Until the server is patched' })
  await suspend({ reach: 'person', person: w.emil.id, reason: 'Misuse' })
  const lift = (more: object, who: Person = w.handler) => liftSuspension(as(who, now()), { request, ...more })
  const barWith = async (why: string) => (await barsOf(request)).find((bar) => bar.reason === why)?.id
  return { ...w, request, grant, suspend, lift, barWith }
}

test('each suspension is lifted by itself: lifting everybody’s does not let in who is suspended alone', async () => {
  const w = await twice()
  expect(await codeOf(w.lift({ grant: w.grant }))).toBe('access.which-suspension')
  expect(await codeOf(w.lift({ bar: newId() }))).toBe('access.not-suspended')
  await w.lift({ grant: w.grant, bar: await w.barWith('Until the server is patched') })
  expect(await reasons(w.request)).toEqual(['Misuse'])
  const may = async (who: Person) => (await accessVerdict(as(who, now()), { dataset: w.slugs[0] })).verdict
  const codes = JSON.stringify(await may(w.emil))
  expect(codes).toContain('suspended-for-you')
  await w.lift({ grant: w.grant })
  expect(await reasons(w.request)).toEqual([])
  expect(await codeOf(w.lift({ grant: w.grant }))).toBe('access.not-suspended')
  await react('access.suspension-lifted')
  const told = async (who: Open) => (await mailsTo(who.email)).length
  expect(await told(w.emil)).toBeGreaterThan(await told(w.petra))
})

test('an act that reached several grants is lifted as a whole, as far as the actor handles them', async () => {
  const first = await world()
  const [theirs = ''] = await datasets(1)
  const { handler: hugo } = await workflowOf([theirs])
  const w = { ...first, approval: await approvalOf(first.project, [...first.slugs, theirs]) }
  const [one, two] = [await approved(w, now()), await approved(w, now())]
  const other = await approved({ ...w, slugs: [theirs], handler: hugo }, now())
  for (const request of [one, other]) {
    const grant = (await rowOf(request)).grants[0]?.id
    const who = request === other ? hugo : w.handler
    await suspendGrant(as(who, now()), { request, grant, reach: 'person', person: w.petra.id, reason })
  }
  expect([await barsOf(one), await barsOf(two), await barsOf(other)].map((bars) => bars.length)).toEqual([1, 1, 1])
  const bar = (await barsOf(one))[0]?.id
  expect(await codeOf(liftSuspension(as(hugo, now()), { request: other, bar, whole: true }))).toBe(
    'access.not-suspended',
  )
  await liftSuspension(as(w.handler, now()), { request: one, bar, whole: true })
  expect([await barsOf(one), await barsOf(two), await barsOf(other)].map((bars) => bars.length)).toEqual([0, 0, 1])
  const facts = await db().event.count({ where: { stream: `request:${two}`, type: 'access.suspension-lifted' } })
  expect(facts).toBe(1)
})

test('what reaches somebody while they are suspended is barred by the same act: a grant, or a request that they join', async () => {
  const w = await twice()
  const act = (await barsOf(w.request)).find((bar) => bar.personId === w.emil.id)?.actId
  const second = await approved(w, now())
  expect(await barsOf(second)).toEqual([])
  await join(w, second, w.emil)
  expect(await barsOf(second)).toMatchObject([
    { actId: act, personId: w.emil.id, reason: 'Misuse', byId: w.handler.id },
  ])
  const third = await approved(w, now())
  await addMember(as(w.handler, now()), { request: third, email: w.emil.email })
  expect(await barsOf(third)).toMatchObject([{ actId: act, personId: w.emil.id }])
  await react('access.suspension-reached')
  expect((await mailsTo(w.emil.email)).length).toBeGreaterThan(0)
  expect(await db().event.count({ where: reached(third) })).toBe(1)
  // Somebody else who comes is barred by nothing.
  const nora = await somebody({ name: 'Nora Nära' })
  await join(w, third, nora)
  expect((await barsOf(third)).filter(({ personId }) => personId === nora.id)).toEqual([])
  await w.lift({ bar: await w.barWith('Misuse'), whole: true })
  expect([...(await barsOf(second)), ...(await barsOf(third))]).toEqual([])
})

test('a suspension and a grant at once: whichever comes first, the person is barred', async () => {
  const w = await twice()
  await w.lift({ bar: await w.barWith('Misuse') })
  const drafted = await approved(w, now())
  await Promise.all([join(w, drafted, w.emil), w.suspend({ reach: 'person', person: w.emil.id, reason: 'Misuse' })])
  const bars = (await barsOf(drafted)).filter(({ personId }) => personId === w.emil.id)
  expect(bars).toHaveLength(1)
})
