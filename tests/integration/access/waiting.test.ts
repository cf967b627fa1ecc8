import { expect, test } from 'vitest'
import { handOver } from '@/lib/access/commands/copies'
import { changeDatasets } from '@/lib/access/commands/datasets'
import { approveDatasets, rejectDatasets, returnRequest } from '@/lib/access/commands/decisions'
import { saveDraft } from '@/lib/access/commands/drafts'
import { closeOutRequest } from '@/lib/access/commands/ending'
import { askRenewal, declineRenewal, extendGrants } from '@/lib/access/commands/grants'
import { liftSuspension, revokeGrants, suspendGrant } from '@/lib/access/commands/revocations'
import { resumeRequest, submitRequest, withdrawRequest } from '@/lib/access/commands/submission'
import { accessVerdict } from '@/lib/access/queries/verdict'
import { db } from '@/lib/platform/db'
import { projectOf } from '../agreements/projects'
import { as, noon } from '../identity/people'
import {
  approvalOf,
  approved,
  codeOf,
  factsOf,
  reason,
  rowOf,
  stateOf,
  submitted,
  until,
  type World,
  world,
} from './requests'

const later = '2028-06-30'

/** A request for two datasets of which the first is granted and the second waits. */
async function half(w: World): Promise<{ request: string; grant: string }> {
  const request = await submitted(w)
  await approveDatasets(as(w.handler), {
    request,
    datasets: w.slugs.slice(0, 1),
    until,
  })
  return { request, grant: (await rowOf(request)).grants[0]?.id ?? '' }
}

const mayUse = async (w: World): Promise<boolean> =>
  (await accessVerdict(as(w.petra, noon), { dataset: w.slugs[0] ?? '' })).verdict.may

test.each(['submitted', 'returned'])('what was granted is worked while the rest is %s', async (state) => {
  const w = await world({ n: 2 })
  const { request, grant } = await half(w)
  if (state === 'returned') await returnRequest(as(w.handler), { request, reason })
  await suspendGrant(as(w.handler), { request, grant, reason })
  expect(await mayUse(w)).toBe(false)
  await liftSuspension(as(w.handler), { request, grant })
  expect(await mayUse(w)).toBe(true)
  await askRenewal(as(w.petra), { request, until: later, reason })
  await declineRenewal(as(w.handler), { request, reason })
  await extendGrants(as(w.handler), { request, until: later })
  await revokeGrants(as(w.handler), { request, grants: [grant], reason })
  expect([await mayUse(w), await stateOf(request)]).toEqual([false, state])
  expect(await factsOf(request)).toEqual(expect.arrayContaining(['grant-suspended', 'renewal-asked', 'grant-ended']))
})

test('a request whose last dataset is judged after its grants were taken away is revoked, with their reason', async () => {
  const w = await world({ n: 2 })
  const { request } = await half(w)
  await revokeGrants(as(w.handler), {
    request,
    reason: 'The approval was found to be forged',
  })
  await rejectDatasets(as(w.handler), {
    request,
    ground: 'other',
    reason: 'No',
  })
  expect(await rowOf(request)).toMatchObject({
    state: 'revoked',
    reason: 'The approval was found to be forged',
  })
  const other = await half(w)
  await revokeGrants(as(w.handler), { request: other.request, reason })
  await changeDatasets(as(w.handler), {
    request: other.request,
    remove: w.slugs.slice(1),
  })
  expect(await rowOf(other.request)).toMatchObject({
    state: 'revoked',
    turn: 'nobody',
    reason,
  })
})

test('those who asked close out what was granted while the rest waits; where nothing was, there is nothing to close out', async () => {
  const w = await world({ n: 2 })
  const { request } = await half(w)
  await closeOutRequest(as(w.petra), {
    request,
    outcome: 'completed',
    report: 'Done',
  })
  expect(await rowOf(request)).toMatchObject({
    state: 'closed',
    turn: 'nobody',
    grants: [{ endKind: 'closed' }],
  })
  const waiting = await submitted(w)
  const told = { request: waiting, outcome: 'completed', report: 'Done' }
  expect(await codeOf(closeOutRequest(as(w.petra), told))).toBe('access.nothing-granted')
  expect(await codeOf(askRenewal(as(w.petra), { request: waiting, until: later, reason }))).toBe(
    'access.nothing-granted',
  )
})

test('a returned request of which nothing waits any more is, once submitted, what the rest makes of it', async () => {
  const w = await world({ n: 2 })
  const [first, second] = w.slugs
  const { request } = await half(w)
  await returnRequest(as(w.handler), { request, reason })
  await changeDatasets(as(w.petra), { request, remove: [second] })
  await submitRequest(as(w.petra), { request })
  expect(await rowOf(request)).toMatchObject({
    state: 'approved',
    turn: 'nobody',
    reason: null,
  })
  expect(await mayUse(w)).toBe(true)
  const refused = await submitted(w)
  await rejectDatasets(as(w.handler), {
    request: refused,
    datasets: [first],
    ground: 'other',
    reason: 'Unlawful',
  })
  await returnRequest(as(w.handler), { request: refused, reason })
  await changeDatasets(as(w.petra), { request: refused, remove: [second] })
  await submitRequest(as(w.petra), { request: refused })
  expect(await rowOf(refused)).toMatchObject({
    state: 'rejected',
    turn: 'nobody',
    reason: 'Unlawful',
  })
})

test('what was taken back and resumed is judged anew, whatever was judged of it before', async () => {
  const w = await world({ n: 2 })
  const [first, second] = w.slugs
  const request = await submitted(w)
  await rejectDatasets(as(w.handler), {
    request,
    datasets: [first],
    ground: 'other',
    reason: 'Unlawful',
  })
  await withdrawRequest(as(w.petra), { request })
  await resumeRequest(as(w.petra), { request })
  expect((await rowOf(request)).items.map(({ state }) => state)).toEqual(['requested', 'requested'])
  await changeDatasets(as(w.petra), { request, remove: [second] })
  await submitRequest(as(w.petra), { request })
  expect((await rowOf(request)).state).toBe('submitted')
})

test('the database lets no request wait of which nothing waits', async () => {
  const w = await world()
  const request = await submitted(w)
  const judged = {
    state: 'approved',
    decidedAt: noon,
    decidedById: w.handler.id,
  }
  await expect(db().accessItem.updateMany({ where: { requestId: request }, data: judged })).rejects.toThrow('waits')
  await expect(db().accessItem.deleteMany({ where: { requestId: request } })).rejects.toThrow('waits')
  await rejectDatasets(as(w.handler), { request, ground: 'other', reason })
  const wait = db().accessRequest.update({
    where: { id: request },
    data: { state: 'submitted' },
  })
  await expect(wait).rejects.toThrow('waits')
})

test.each(['approve', 'reject', 'take out', 'submit'])(
  'a request that was handed over ends with what waits of it once the other one is approved by what they %s',
  async (how) => {
    const w = await world({ n: 2 })
    const [first, second] = w.slugs
    const request = await submitted(w)
    await approveDatasets(as(w.handler), { request, datasets: [first], until })
    await changeDatasets(as(w.handler), { request, remove: [second] })
    const project = await projectOf(w.petra.id, {
      type: 'data-access',
      institutionName: 'Lund University',
    })
    const { to } = (await handOver(as(w.petra), {
      request,
      project: project.slug,
    })) as { to?: { id: string } }
    const next = to?.id ?? ''
    // Meanwhile the first one waits again, for a dataset more.
    await changeDatasets(as(w.handler), { request, add: [second] })
    if (how === 'submit') await returnRequest(as(w.handler), { request, reason })
    const approval = await approvalOf(project, w.slugs)
    await changeDatasets(as(w.petra), { request: next, add: [second] })
    await saveDraft(as(w.petra), {
      request: next,
      wantedUntil: until,
      ethicsApproval: approval,
    })
    await submitRequest(as(w.petra), { request: next })
    await approveDatasets(as(w.handler), {
      request: next,
      datasets: [first],
      until,
    })
    expect((await rowOf(request)).grants).toMatchObject([{ endedAt: null }])
    const rest = { request: next, datasets: [second] }
    if (how === 'approve') await approveDatasets(as(w.handler), { ...rest, until })
    if (how === 'reject') await rejectDatasets(as(w.handler), { ...rest, ground: 'other', reason })
    if (how === 'take out') await changeDatasets(as(w.handler), { request: next, remove: [second] })
    if (how === 'submit') {
      await returnRequest(as(w.handler), { request: next, reason })
      await changeDatasets(as(w.petra), { request: next, remove: [second] })
      await submitRequest(as(w.petra), { request: next })
    }
    expect(await stateOf(next)).toBe('approved')
    expect(await rowOf(request)).toMatchObject({
      state: 'closed',
      grants: [{ endKind: 'handed-over' }],
    })
    expect(await mayUse(w)).toBe(true)
  },
)

test('what was approved whole waits with all of it again where a dataset is added, and its grant can be stopped at once', async () => {
  const w = await world({ n: 2 })
  const request = await approved({ ...w, slugs: w.slugs.slice(0, 1) })
  const grant = (await rowOf(request)).grants[0]?.id
  await changeDatasets(as(w.handler), { request, add: w.slugs.slice(1) })
  expect(await stateOf(request)).toBe('submitted')
  await suspendGrant(as(w.handler), { request, grant, reason })
  expect(await mayUse(w)).toBe(false)
})
