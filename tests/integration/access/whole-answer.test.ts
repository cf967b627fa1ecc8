import { expect, test } from 'vitest'
import { Whole } from '@/app/api/operations/access-answers'
import { readRequest } from '@/app/api/operations/access-requests'
import { askRenewal } from '@/lib/access/commands/grants'
import { inviteMember, inviteReviewer, revokeInvitation } from '@/lib/access/commands/invitations'
import { remark } from '@/lib/access/commands/remarks'
import { requestReview } from '@/lib/access/commands/reviews'
import { suspendGrant } from '@/lib/access/commands/revocations'
import { decide, requestDecision } from '@/lib/access/commands/rounds'
import { submitRequest } from '@/lib/access/commands/submission'
import { requestHistory } from '@/lib/access/queries/history'
import { oneRequest } from '@/lib/access/queries/request'
import type { Person } from '@/lib/platform/context'
import { db } from '@/lib/platform/db'
import { as, noon } from '../identity/people'
import { formed } from './formed'
import { approved, draft, reason, rowOf, submitted, world } from './requests'

/** What the API answers somebody who reads a request. */
async function told(who: Person, request: string) {
  const ctx = as(who)
  const said = readRequest.render(await oneRequest(ctx, { request }), ctx)
  expect(Whole.strict().parse(said)).toEqual(said)
  return said
}

test('a request answers what is declared of it, and of bars those for everybody and for the reader', async () => {
  const w = await world()
  const request = await approved(w)
  await db().accessMember.create({ data: { requestId: request, personId: w.emil.id, joinedAt: noon } })
  const grant = (await rowOf(request)).grants[0]?.id
  await suspendGrant(as(w.handler), { request, grant, reach: 'person', person: w.emil.id, reason })
  await inviteMember(as(w.petra), { request, email: 'guest@example.org' })
  await askRenewal(as(w.petra), { request, until: '2028-01-31', reason })
  await remark(as(w.handler), { request, text: 'Ask the lawyers first' })
  const [asks, barred, hub] = [
    await told(w.petra, request),
    await told(w.emil, request),
    await told(w.handler, request),
  ]
  expect(asks.grants[0]?.bars).toEqual([])
  const facts = async (who: Person) => (await requestHistory(as(who), { request })).entries.map(({ type }) => type)
  expect(await facts(w.petra)).not.toContain('access.grant-suspended')
  for (const who of [w.emil, w.handler]) expect(await facts(who)).toContain('access.grant-suspended')
  for (const { grants } of [barred, hub]) expect(grants[0]?.bars).toMatchObject([{ personId: w.emil.id, reason }])
  expect([asks.invitations.length, hub.invitations.length]).toEqual([1, 0])
  expect([asks.renewals.length, asks.remarks.length, hub.remarks.length]).toEqual([1, 0, 1])
})

test('who was asked is told no purpose that they may not see, and who handles whom they invited', async () => {
  const w = await world()
  const request = await draft(w)
  await formed(request)
  await db().accessRequest.update({ where: { id: request }, data: { purposes: ['DUO:0000006'] } })
  await submitRequest(as(w.petra), { request })
  await requestReview(as(w.handler), { request })
  await requestDecision(as(w.handler), { request })
  await inviteReviewer(as(w.handler), { request, email: 'expert@example.org' })
  const asked = await told(w.reviewer, request)
  expect(JSON.stringify(await oneRequest(as(w.reviewer), { request }))).not.toContain('DUO:0000006')
  expect([asked.answers, asked.invitations, asked.edits]).toEqual([{ aim: expect.any(String) }, [], []])
  expect((await told(w.handler, request)).invitations).toMatchObject([
    { kind: 'reviewer', email: 'expert@example.org' },
  ])
  expect((await told(w.petra, request)).tasks).toEqual([])
})

test('that one answer closes a round tells those who ask the outcome, and not whose it was', async () => {
  const w = await world({ flow: { decidedBy: 'deciders', rule: 'one', quorum: 1 } })
  const request = await submitted(w)
  await requestDecision(as(w.handler), { request })
  const task = (await rowOf(request)).tasks.find(({ personId }) => personId === w.deciders[0]?.id)?.id
  await decide(as(w.deciders[0] as Person), { request, task, answer: 'reject', text: 'Too few cases' })
  const wrong = String((await inviteReviewer(as(w.handler), { request, email: 'x@example.org' })).invitation)
  await revokeInvitation(as(w.handler), { request, invitation: wrong })
  const read = async (who: Person) => (await requestHistory(as(who), { request })).entries
  const [asks, hub] = [await read(w.petra), await read(w.handler)]
  const closed = { type: 'access.round-closed', data: { outcome: 'reject' } }
  expect(asks.find(({ type }) => type === closed.type)).toMatchObject({
    ...closed,
    actorKind: 'system',
    actor: 'rounds',
  })
  expect(hub.find(({ type }) => type === closed.type)).toMatchObject({
    ...closed,
    actorKind: 'person',
    actor: 'Dan Decider',
  })
  expect(JSON.stringify(asks)).not.toContain('Dan Decider')
  const revoked = (entries: typeof asks) =>
    entries.filter(({ type }) => type.endsWith('-revoked')).map(({ type }) => type)
  expect([revoked(asks), revoked(hub)]).toEqual([[], ['access.asking-revoked']])
})
