import { expect, test } from 'vitest'
import { actOnMany } from '@/lib/access/commands/bulk'
import { copyAsNew } from '@/lib/access/commands/copies'
import { changeDatasets } from '@/lib/access/commands/datasets'
import { approveDatasets, rejectDatasets } from '@/lib/access/commands/decisions'
import { extendGrants } from '@/lib/access/commands/grants'
import { resolveUse } from '@/lib/access/commands/handling'
import { inviteDecider } from '@/lib/access/commands/invitations'
import { remark } from '@/lib/access/commands/remarks'
import { requestReview } from '@/lib/access/commands/reviews'
import { requestDecision } from '@/lib/access/commands/rounds'
import { reopenRequest, submitRequest } from '@/lib/access/commands/submission'
import { assignToWorkflow } from '@/lib/access/commands/workflows'
import { requestQueue } from '@/lib/access/queries/queue'
import { oneRequest } from '@/lib/access/queries/request'
import { workflows } from '@/lib/access/queries/workflows'
import { switchable } from '@/lib/access/rules/switched-off'
import { db } from '@/lib/platform/db'
import { as, later } from '../identity/people'
import { withOptions } from './options'
import { approvalOf, codeOf, draft, reason, rowOf, submitted, until, world } from './requests'

const review = 'handler/submitted/request-review'

test('what a workflow has switched off is not offered, is refused with that reason, and comes back', async () => {
  const w = await world()
  const request = await submitted(w)
  const may = async () => (await oneRequest(as(w.handler), { request })).may
  expect(await may()).toContain('request-review')
  await withOptions(w, { disabledVerbs: [review, 'handler/rejected/reopen', 'applicant/submitted/copy-as-new'] })
  expect(await may()).not.toContain('request-review')
  expect(await codeOf(requestReview(as(w.handler), { request }))).toBe('access.switched-off')
  expect(await codeOf(requestReview(as(w.petra), { request }))).toBe('platform.forbidden')
  expect((await oneRequest(as(w.petra), { request })).may).not.toContain('copy-as-new')
  expect(await codeOf(copyAsNew(as(w.petra), { request }))).toBe('access.switched-off')
  await rejectDatasets(as(w.handler), { request, ground: 'other', reason })
  expect(await codeOf(reopenRequest(as(w.handler), { request, reason }))).toBe('access.switched-off')
  await copyAsNew(as(w.petra), { request })
  await withOptions(w, { disabledVerbs: [] })
  expect(await may()).toContain('reopen')
  await reopenRequest(as(w.handler), { request, reason })
})

test('what is off for the applicant is off for members, and for nobody else', async () => {
  const w = await world()
  const request = await submitted(w)
  await withOptions(w, { disabledVerbs: ['applicant/submitted/remark'] })
  expect(await codeOf(remark(as(w.petra), { request, text: 'Hello' }))).toBe('access.switched-off')
  await remark(as(w.handler), { request, text: 'Hello' })
})

/** A request for a dataset of each of two workflows, whose handler is one person. */
async function twoFlows() {
  const w = await world()
  const other = await world()
  await assignToWorkflow(other.admin, { workflow: other.workflow, person: w.handler.id, role: 'handler' })
  const slugs = [...w.slugs, ...other.slugs]
  const approval = await approvalOf(w.project, slugs)
  return { w: { ...w, slugs, approval }, own: w, other }
}

test('of a request for datasets of two workflows the whole follows either, each dataset its own', async () => {
  const { w, own, other } = await twoFlows()
  const off = ['handler/submitted/remark', 'handler/submitted/request-decision', 'handler/approved/extend']
  await withOptions(other, { disabledVerbs: off })
  const request = await submitted(w)
  const handler = as(w.handler)
  expect((await oneRequest(handler, { request })).may).toEqual(expect.arrayContaining(['request-decision']))
  expect(await codeOf(remark(handler, { request, text: 'Hello' }))).toBe('access.switched-off')
  const asked = { request, workflow: other.workflow }
  expect(await codeOf(requestDecision(handler, asked))).toBe('access.switched-off')
  await requestDecision(handler, { request })
  expect((await rowOf(request)).rounds.map(({ workflowId }) => workflowId)).toEqual([own.workflow])
  await approveDatasets(handler, { request, datasets: w.slugs, until })
  const { grants, items } = await rowOf(request)
  const workflowOfGrant = (id: string) => items.find(({ datasetId }) => datasetId === id)?.workflowId
  const theirs = grants.find(({ datasetId }) => workflowOfGrant(datasetId) === other.workflow)
  const later = '2027-12-31'
  expect(await codeOf(extendGrants(handler, { request, grants: [theirs?.id], until: later }))).toBe(
    'access.switched-off',
  )
  await extendGrants(handler, { request, until: later })
  const ends = new Map(
    (await rowOf(request)).grants.map(({ datasetId, endsAt }) => [workflowOfGrant(datasetId), endsAt]),
  )
  expect(ends.get(own.workflow)?.getTime()).toBeGreaterThan(ends.get(other.workflow)?.getTime() ?? 0)
})

test('datasets, conflicts of use and further deciders follow the workflow of the dataset', async () => {
  const { w, own, other } = await twoFlows()
  const off = ['change-datasets', 'resolve-use', 'invite-decider'].map((verb) => `handler/submitted/${verb}`)
  const request = await submitted(w)
  const handler = as(w.handler)
  const [round] = (await requestDecision(handler, { request, workflow: other.workflow })).rounds as string[]
  await withOptions(other, { disabledVerbs: off })
  const [mine, theirs] = [own.slugs[0], other.slugs[0]]
  await db().accessItem.updateMany({ where: { requestId: request }, data: { useFit: 'conflicts' } })
  const invited = { request, round, email: 'decider@example.org' }
  expect(await codeOf(inviteDecider(handler, invited))).toBe('access.switched-off')
  expect(await codeOf(resolveUse(handler, { request, dataset: theirs, reason }))).toBe('access.switched-off')
  expect(await codeOf(changeDatasets(handler, { request, remove: [theirs] }))).toBe('access.switched-off')
  await changeDatasets(handler, { request, remove: [mine] })
  expect((await rowOf(request)).items.map(({ state }) => state).toSorted()).toEqual(['removed', 'requested'])
})

test('many at a time are each refused by their own workflow, and a verb that is off in all of them is not offered', async () => {
  const [w, open] = [await world(), await world()]
  await assignToWorkflow(open.admin, { workflow: open.workflow, person: w.handler.id, role: 'handler' })
  const [one, two] = [await submitted(w), await submitted(open)]
  await withOptions(w, { disabledVerbs: ['handler/submitted/remark'] })
  const outcomes = await actOnMany(as(w.handler), { verb: 'remark', requests: [one, two], text: 'Hello' })
  expect(outcomes).toMatchObject([
    { request: one, done: false, refusal: { code: 'access.switched-off' } },
    { request: two, done: true },
  ])
  const queue = await requestQueue(as(w.handler), {})
  expect(queue.workflows.find(({ id }) => id === w.workflow)?.disabledVerbs).toEqual(['handler/submitted/remark'])
})

test('what a request needs to come to an end cannot be switched off, nor can the database be told so', async () => {
  const w = await world({ flow: { decidedBy: 'deciders' } })
  for (const place of ['handler/submitted/approve', 'applicant/draft/submit', 'decider/submitted/decide', 'x'])
    expect(await codeOf(withOptions(w, { disabledVerbs: [place] }))).toBe('platform.invalid')
  const asking = { disabledVerbs: ['handler/submitted/request-decision'] }
  expect(await codeOf(withOptions(w, asking))).toBe('access.deciders-are-asked')
  await withOptions(w, { ...asking, decidedBy: 'handler' })
  expect((await workflows(w.admin, {})).find(({ id }) => id === w.workflow)).toMatchObject(asking)
  const told = (data: object) => db().accessWorkflow.update({ where: { id: w.workflow }, data })
  await expect(told({ disabledVerbs: ['handler/submitted/approve'] })).rejects.toThrow('access_workflow_switchable')
  await expect(told({ decidedBy: 'deciders' })).rejects.toThrow('access_workflow_deciders_asked')
  const [held] = await db().$queryRaw<{ def: string }[]>`
    SELECT pg_get_constraintdef(oid) AS def FROM pg_constraint WHERE conname = 'access_workflow_switchable'`
  const places = [...(held?.def ?? '').matchAll(/'([a-z-]+\/[a-z-]+\/[a-z-]+)'/g)].map(([, place]) => place)
  expect(places.toSorted()).toEqual(switchable.toSorted())
})

test('whatever is switched off, a request can be sent, decided and ended', async () => {
  const w = await world()
  const all = { disabledVerbs: switchable }
  await withOptions(w, all)
  const request = await draft(w)
  await submitRequest(as(w.petra, later(1000)), { request })
  await approveDatasets(as(w.handler, later(2000)), { request, datasets: w.slugs, until })
  const may = (await oneRequest(as(w.handler, later(3000)), { request })).may
  expect(may).toEqual(expect.arrayContaining(['suspend', 'lift', 'revoke', 'close', 'redact', 'remove-member']))
})
