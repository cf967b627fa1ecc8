import { expect, test } from 'vitest'
import { approveDatasets, closeRequest, rejectDatasets, returnRequest } from '@/lib/access/commands/decisions'
import { askRenewal, declineRenewal, extendGrants } from '@/lib/access/commands/grants'
import { revokeGrants } from '@/lib/access/commands/revocations'
import { decide, requestDecision } from '@/lib/access/commands/rounds'
import { reopenRequest, submitRequest } from '@/lib/access/commands/submission'
import { db } from '@/lib/platform/db'
import { mailsTo, react } from '../identity/mails'
import { as } from '../identity/people'
import { approvalOf, codeOf, datasets, reason, rowOf, stateOf, submitted, until, workflowOf, world } from './requests'

const textsTo = async (who: { email: string }) => (await mailsTo(who.email)).map(({ text }) => text).join('\n')

/** A submitted request for two datasets of which Hanna handles one and Hugo the other, with deciders of his own. */
async function shared() {
  const first = await world()
  const [theirs = ''] = await datasets(1)
  const { handler: hugo, deciders, workflow } = await workflowOf([theirs], { rule: 'one', quorum: 1 })
  const slugs = [...first.slugs, theirs]
  const approval = await approvalOf(first.project, slugs)
  const w = { ...first, slugs, approval }
  const request = await submitted(w)
  const itemsNow = async () => {
    const items = await db().accessItem.findMany({ where: { requestId: request } })
    return Object.fromEntries(items.map((item) => [item.workflowId === workflow ? 'theirs' : 'own', item.state]))
  }
  return { ...w, hanna: w.handler, hugo, theirs, own: w.slugs[0] ?? '', hugos: deciders, request, itemsNow }
}

test('a handler closes only what nothing of others waits in or is granted by', async () => {
  const w = await shared()
  const on = { request: w.request, reason }
  await requestDecision(as(w.hugo), { request: w.request })
  expect(await codeOf(closeRequest(as(w.hanna), on))).toBe('access.others-datasets')
  expect((await rowOf(w.request)).rounds[0]?.closedAt).toBeNull()
  const until2 = { request: w.request, until }
  await approveDatasets(as(w.hugo), { ...until2, datasets: [w.theirs] })
  expect(await codeOf(closeRequest(as(w.hanna), on))).toBe('access.others-datasets')
  await rejectDatasets(as(w.hanna), { ...on, datasets: [w.own], ground: 'other' })
  const grant = (await rowOf(w.request)).grants[0]?.id
  await revokeGrants(as(w.hugo), { ...on, reach: 'grant', grants: [grant] })
  expect(await stateOf(w.request)).toBe('revoked')
})

test('who reopens makes their own datasets wait again, and what others judged stays', async () => {
  const w = await shared()
  const on = { request: w.request, reason }
  await rejectDatasets(as(w.hugo), { ...on, datasets: [w.theirs], ground: 'other' })
  await rejectDatasets(as(w.hanna), { ...on, datasets: [w.own], ground: 'other' })
  expect(await stateOf(w.request)).toBe('rejected')
  await reopenRequest(as(w.hanna), on)
  expect(await w.itemsNow()).toEqual({ own: 'requested', theirs: 'rejected' })
  await approveDatasets(as(w.hanna), { request: w.request, until, datasets: [w.own] })
  expect(await stateOf(w.request)).toBe('approved')
})

test('a round of others that a return takes back is told to their handler, and asked anew after', async () => {
  const w = await shared()
  await requestDecision(as(w.hugo), { request: w.request })
  await returnRequest(as(w.hanna), { request: w.request, reason: 'Say which centre' })
  await react('access.round-taken-back')
  expect(await textsTo(w.hugo)).toContain('That round has ended without an outcome')
  expect(await textsTo(w.petra)).not.toContain('without an outcome')
  await submitRequest(as(w.petra), { request: w.request })
  await requestDecision(as(w.hugo), { request: w.request })
  const { tasks, rounds } = await rowOf(w.request)
  expect(rounds.map(({ outcome }) => outcome)).toEqual(['undecided', null])
  const task = tasks.find(({ personId, state }) => personId === w.hugos[0]?.id && state === 'open')?.id
  const [first] = w.hugos
  if (!first) throw new Error('nobody decides')
  await decide(as(first), { request: w.request, task, answer: 'approve' })
  expect((await rowOf(w.request)).rounds[1]?.outcome).toBe('approve')
})

test('of a return that takes back nothing of others nobody else is told', async () => {
  const w = await shared()
  await requestDecision(as(w.hugo), { request: w.request })
  await returnRequest(as(w.hugo), { request: w.request, reason: 'Say which centre' })
  const taken = { stream: `request:${w.request}`, type: 'access.round-taken-back' }
  expect(await db().event.count({ where: taken })).toBe(0)
})

test('a wish for more time is answered by each handler for their own, and stays open for the other', async () => {
  const w = await shared()
  const on = { request: w.request, reason }
  await approveDatasets(as(w.hanna), { request: w.request, until, datasets: [w.own] })
  await approveDatasets(as(w.hugo), { request: w.request, until, datasets: [w.theirs] })
  const wish = async () => {
    const { state, answer } = await db().accessRenewal.findFirstOrThrow({
      where: { requestId: w.request },
      orderBy: { id: 'desc' },
    })
    return [state, answer]
  }
  await askRenewal(as(w.petra), { ...on, until: '2028-06-30' })
  await extendGrants(as(w.hanna), { request: w.request, until: '2028-06-30' })
  expect([await wish(), (await rowOf(w.request)).turn]).toEqual([['open', null], 'handler'])
  expect(await codeOf(declineRenewal(as(w.hanna), on))).toBe('access.no-renewal')
  await declineRenewal(as(w.hugo), { ...on, reason: 'Not this one' })
  expect([await wish(), (await rowOf(w.request)).turn]).toEqual([['granted', 'Not this one'], 'nobody'])
  await askRenewal(as(w.petra), { ...on, until: '2028-12-31' })
  await declineRenewal(as(w.hugo), { ...on, reason: 'Nor now' })
  expect(await wish()).toEqual(['open', 'Nor now'])
  await declineRenewal(as(w.hanna), { ...on, reason: 'Neither here' })
  expect(await wish()).toEqual(['declined', 'Nor now\n\nNeither here'])
})
