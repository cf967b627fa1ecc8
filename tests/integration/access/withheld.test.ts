import { expect, test } from 'vitest'
import { addMember } from '@/lib/access/commands/adding'
import { attachFile, redactFile } from '@/lib/access/commands/attachments'
import { changeDatasets } from '@/lib/access/commands/datasets'
import { approveDatasets, closeRequest, rejectDatasets, returnRequest } from '@/lib/access/commands/decisions'
import { askRenewal, declineRenewal } from '@/lib/access/commands/grants'
import { inviteMember, revokeInvitation } from '@/lib/access/commands/invitations'
import { acceptAccessInvitation, leaveRequest, removeMember } from '@/lib/access/commands/members'
import { changeProcessingState } from '@/lib/access/commands/processing'
import { remark } from '@/lib/access/commands/remarks'
import { requestReview, review } from '@/lib/access/commands/reviews'
import { liftSuspension, revokeGrants, suspendGrant } from '@/lib/access/commands/revocations'
import { decide, requestDecision } from '@/lib/access/commands/rounds'
import { reopenRequest, submitRequest } from '@/lib/access/commands/submission'
import { requestHistory } from '@/lib/access/queries/history'
import { oneRequest } from '@/lib/access/queries/request'
import { accessTicket } from '@/lib/access/store/invitations'
import { takeOwnData } from '@/lib/identity/commands/take-own-data'
import { journal } from '@/lib/identity/queries/journal'
import type { Person } from '@/lib/platform/context'
import { db } from '@/lib/platform/db'
import { pdf } from '../agreements/files'
import { mailsTo, react } from '../identity/mails'
import { as, later, somebody } from '../identity/people'
import { programOf } from '../rest/program'
import { taken } from './archives'
import { progress, statesOf, withOptions } from './options'
import { draft, reason, rowOf, until, type World, world } from './requests'

const minute = 60_000

/** A member who joined, and everything that the hub can do with a request: each by somebody of the hub. */
async function everything(w: World): Promise<string> {
  let at = 0
  const by = (person: Person) => as(person, later(minute * ++at))
  const request = await draft(w)
  const slug = w.slugs[0]
  await db().accessMember.create({ data: { requestId: request, personId: w.emil.id, joinedAt: later(0) } })
  const { attachment } = (await attachFile(by(w.petra), { request, file: await pdf() })) as { attachment?: string }
  await submitRequest(by(w.petra), { request })
  const { handler, reviewer } = w
  await remark(by(handler), { request, text: 'Name the signatory', isPublic: true, file: await pdf() })
  await remark(by(handler), { request, text: 'Kept inside' })
  await requestReview(by(handler), { request })
  await review(by(reviewer), { request, task: (await rowOf(request)).tasks[0]?.id, answer: 'approve', text: 'Clear' })
  await remark(by(reviewer), { request, text: 'Well made', isPublic: true }).catch(() => null)
  await requestDecision(by(handler), { request })
  for (const decider of w.deciders.slice(0, 2)) {
    const task = (await rowOf(request)).tasks.find(
      ({ personId, kind }) => personId === decider.id && kind === 'decision',
    )
    await decide(by(decider), { request, task: task?.id, answer: 'approve' })
  }
  await returnRequest(by(handler), { request, reason: 'Say who pays' })
  await redactFile(by(handler), { request, attachment })
  await submitRequest(by(w.petra), { request })
  const [far] = await statesOf(w.workflow)
  if (far) await changeProcessingState(by(handler), { request, state: far.id })
  await rejectDatasets(by(handler), { request, datasets: w.slugs.slice(1), ground: 'other', reason })
  await approveDatasets(by(handler), { request, datasets: [slug], until, conditions: 'Report once a year' })
  const grant = (await rowOf(request)).grants[0]?.id
  await suspendGrant(by(handler), { request, grant, reason })
  await liftSuspension(by(handler), { request, grant })
  await askRenewal(by(w.petra), { request, until: '2027-12-31', reason })
  await declineRenewal(by(handler), { request, reason })
  await revokeGrants(by(handler), { request, reach: 'person', person: w.emil.id, reason })
  await removeMember(by(handler), { request, person: w.emil.id })
  await revokeGrants(by(handler), { request, reason })
  await reopenRequest(by(handler), { request, reason })
  await changeDatasets(by(handler), { request, remove: w.slugs.slice(1) })
  const invite = async (email: string) =>
    (await inviteMember(by(handler), { request, email, name: 'Gunnar' })) as { invitation?: string }
  await invite('gunnar@example.org')
  const { invitation } = await invite('wrong@example.org')
  await revokeInvitation(by(handler), { request, invitation })
  await addMember(by(handler), { request, email: w.emil.email })
  return request
}

const hubOf = ({ handler, reviewer, deciders }: World): readonly (Person & { email: string })[] => [
  handler,
  reviewer,
  ...deciders,
]

/** What of the hub's people is in this text: their names, addresses and ids. */
const told = (w: World, text: string): string[] =>
  hubOf(w)
    .flatMap(({ id, name, email }) => [id, name, email])
    .filter((word) => text.includes(word))

const mailed = [
  'request-submitted',
  'request-returned',
  'datasets-approved',
  'datasets-refused',
  'grant-suspended',
  'suspension-lifted',
  'grant-taken-from-person',
  'renewal-declined',
  'request-revoked',
  'processing-state-changed',
  'member-invited-by-hub',
  'member-added',
]

/** What somebody who asks is told through each door. */
async function throughDoors(who: World['petra'], request: string): Promise<Record<string, string>> {
  for (const type of mailed) await react(`access.${type}`)
  const program = await programOf(who, ['requests:read'])
  const rest = async (address: string) => JSON.stringify((await program('GET', address)).said)
  return {
    page: JSON.stringify(await oneRequest(as(who), { request })),
    history: JSON.stringify(await requestHistory(as(who), { request })),
    'REST, the request': await rest(`/api/v1/requests/${request}`),
    'REST, its history': await rest(`/api/v1/requests/${request}/history`),
    pdf: (await taken(who, request)).words,
    'pdf in Swedish': (await taken(who, request, 'sv')).words,
    journal: JSON.stringify(await journal(as(who), { limit: 200 })),
    'own data': JSON.stringify(await takeOwnData(as(who), {})),
    mails: (await mailsTo(who.email)).map(({ subject, text }) => `${subject} ${text}`).join('\n'),
    'REST, the list': await rest('/api/v1/requests'),
    'REST, grants': await rest('/api/v1/grants?expired=true'),
  }
}

test('nobody who asks learns through any door who of the hub did what; the hub sees it all', async () => {
  const w = await world({ n: 2, flow: { rule: 'majority', quorum: 2 } })
  await withOptions(w, { hidesHandlers: true, processing: progress })
  const request = await everything(w)
  // Somebody who came by a link of the hub's.
  await react('access.member-invited-by-hub')
  const gunnar = await somebody({ name: 'Gunnar Guest' })
  const { id } = await db().accessInvitation.findFirstOrThrow({ where: { requestId: request, revokedAt: null } })
  await acceptAccessInvitation(as(gunnar, later(minute * 90)), { ticket: accessTicket(id) })
  for (const who of [w.petra, w.emil, gunnar])
    for (const [door, text] of Object.entries(await throughDoors(who, request))) {
      expect(text.length, door).toBeGreaterThan(10)
      expect(told(w, text), `${who.name}: ${door}`).toEqual([])
    }
  const asks = await oneRequest(as(w.petra), { request })
  expect(told(w, (await mailsTo('gunnar@example.org')).map(({ text }) => text).join())).toEqual([])
  expect((await mailsTo(w.petra.email)).some(({ text }) => text.includes('Gunnar (gunnar@example.org)'))).toBe(true)
  expect(asks.remarks.map(({ author, text }) => [author, text])).toEqual(
    expect.arrayContaining([[null, 'Name the signatory']]),
  )
  const { said } = await (await programOf(w.petra, ['requests:read']))('GET', `/api/v1/requests/${request}`)
  expect(said.remarks[0].author).toBe('The hub’s handlers')
  expect((await taken(w.petra, request)).words).toContain('The hub’s handlers')
  const mine = await oneRequest(as(w.handler), { request })
  expect([mine.hides, mine.remarks[0]?.author]).toEqual([true, 'Hanna Handler'])
  const { entries } = await requestHistory(as(w.handler), { request })
  expect(entries.filter(({ actorKind }) => actorKind === 'withheld')).toEqual([])
  expect(new Set(entries.map(({ actor }) => actor))).toEqual(
    new Set([
      'Petra PI',
      'Emil Example',
      'Gunnar Guest',
      'Hanna Handler',
      'Rut Reviewer',
      'Dan Decider',
      'Disa Decider',
    ]),
  )
}, 180_000)

test('whoever is kept from a person is not found by that person either, and the journal keeps the truth', async () => {
  const w = await world({ n: 2 })
  await withOptions(w, { hidesHandlers: true })
  const request = await everything(w)
  const found = async (who: Person, person: string) => (await journal(as(who), { person, limit: 200 })).entries.length
  expect(await found(w.emil, 'Hanna')).toBe(0)
  expect(await found(w.emil, w.handler.email)).toBe(0)
  const taking = (await journal(as(w.emil), { type: 'access.grant-taken' })).entries
  expect(taking).toMatchObject([{ actorKind: 'withheld', actor: null }])
  const all = (await journal(w.admin, { subject: `request:${request}`, limit: 200 })).entries
  expect(all.some(({ type, actor }) => type === 'access.grant-taken-from-person' && actor === 'Hanna Handler')).toBe(
    true,
  )
  expect((await journal(as(w.handler), { type: 'access.request-returned' })).entries[0]?.actor).toBe('Hanna Handler')
  const own = JSON.stringify((await takeOwnData(as(w.handler), {})).tables)
  expect(own).toContain('Name the signatory')
})

test('what was done while handlers were kept from those who ask stays so; what is done after that does not', async () => {
  const w = await world({ n: 2 })
  await withOptions(w, { hidesHandlers: true })
  const request = await draft(w)
  await submitRequest(as(w.petra), { request })
  const say = (text: string) => remark(as(w.handler), { request, text, isPublic: true })
  await say('Before')
  await withOptions(w, { hidesHandlers: false })
  await say('After')
  const authors = async (who: Person) => (await oneRequest(as(who), { request })).remarks.map(({ author }) => author)
  expect(await authors(w.petra)).toEqual([null, 'Hanna Handler'])
  await withOptions(w, { hidesHandlers: true })
  expect(await authors(w.petra)).toEqual([null, null])
  expect(await authors(w.handler)).toEqual(['Hanna Handler', 'Hanna Handler'])
})

test('those who ask know each other: a member who has left is no handler', async () => {
  const w = await world()
  await withOptions(w, { hidesHandlers: true })
  const request = await draft(w)
  const gustav = await somebody({ name: 'Gustav Guest' })
  await db().accessMember.create({ data: { requestId: request, personId: gustav.id, joinedAt: later(0) } })
  await attachFile(as(gustav), { request, file: await pdf() })
  await submitRequest(as(w.petra), { request })
  await remark(as(gustav), { request, text: 'From us' })
  await leaveRequest(as(gustav), { request })
  await closeRequest(as(w.handler), { request, reason })
  expect((await oneRequest(as(w.petra), { request })).remarks[0]?.author).toBe('Gustav Guest')
  const { entries } = await requestHistory(as(w.petra), { request })
  expect(new Set(entries.map(({ actor, type }) => (actor === null ? type : actor)))).toEqual(
    new Set(['access.request-closed', 'Gustav Guest', 'Petra PI']),
  )
})
