import 'server-only'
import type { Tx } from '@/lib/platform/db'
import type { Happening } from '@/lib/platform/journal'
import { isRefusal, refuse } from '@/lib/platform/refusal'
import { happened } from '../events/requests'
import { judgeAsked, mostDatasets } from '../rules/asked'
import { becameOf, reasonOf } from '../rules/became'
import { type Became, type ItemState, type State, stateOfItems } from '../rules/states'
import { offAmong } from '../rules/switched-off'
import { ChangeDatasets } from '../schema/requests'
import { endAsking } from '../store/asking'
import { type AskedDataset, datasetsById, datasetsBySlug } from '../store/datasets'
import { insertItems } from '../store/drafts'
import { endGrants, type GrantRow, grantsOf } from '../store/grants'
import { lockPredecessor } from '../store/predecessors'
import { type RequestRow, type Seen, workflowsOf } from '../store/requests'
import { formsOfAdding, keepLeftBehind } from '../store/taking-form'
import { onRequest } from './on-request'

const isThere = (state: ItemState): boolean => state !== 'removed'

/** What the datasets that are left have become, with those that are added. */
function left(
  { request }: Seen,
  grants: readonly GrantRow[],
  added: readonly AskedDataset[],
  removed: ReadonlySet<string>,
): Became[] {
  const kept = request.items.filter(({ datasetId, state }) => isThere(state) && !removed.has(datasetId))
  return [...kept.map((item) => becameOf(item, grants)), ...added.map(() => 'requested' as const)]
}

/** What the request becomes with these datasets: one that was approved waits again while an added one does. */
const stateAfter = ({ request }: Seen, states: readonly Became[]): State =>
  request.state === 'draft' || request.state === 'returned' ? request.state : stateOfItems(states)

/** Which datasets come and go, and what that means for the form of the request. */
async function changeOf(tx: Tx, request: RequestRow, input: { add: readonly string[]; remove: readonly string[] }) {
  const there = request.items.filter(({ state }) => isThere(state)).map(({ datasetId }) => datasetId)
  const [wanted, had] = [await datasetsBySlug(tx, input.add), await datasetsById(tx, there)]
  const added = wanted.filter(({ id }) => !there.includes(id))
  const removed = had.filter(({ slug }) => input.remove.includes(slug))
  const kept = had.filter((one) => !removed.includes(one))
  return { wanted, added, removed, form: await formsOfAdding(tx, request, kept, added) }
}

/**
 * Puts datasets into a request and takes others out; of what was submitted the handler of those datasets does, and a grant ends with
 * its dataset. All that a request asks for is asked with one form; a draft without datasets takes up that of its first. Refuses:
 * access.no-such-dataset, access.too-many-datasets, access.no-datasets, access.not-your-datasets, access.different-forms.
 */
export const changeDatasets = onRequest({
  verb: 'change-datasets',
  input: ChangeDatasets,
  load: async (tx, { request, input }) => ({
    ...(await changeOf(tx, request, input)),
    grants: await grantsOf(tx, request.id),
    before: await lockPredecessor(tx, request.handedOverFromId),
  }),
  decide: (_, on) => {
    const { request, standing, input, actor, more } = on
    const { added, removed, form } = more
    const refused = judgeAsked(input.add, more.wanted)
    if (refused) return refused
    if (isRefusal(form)) return form
    const gone = new Set(removed.map(({ id }) => id))
    const states = left(on, more.grants, added, gone)
    if (states.length > mostDatasets) return refuse('access.too-many-datasets', { limit: mostDatasets })
    const asHub = standing.roles.includes('handler')
    // Nobody rejects a request by taking out what was not rejected.
    if (asHub && states.every((state) => state === 'rejected')) return refuse('access.no-datasets')
    const foreign = [...added, ...removed].filter(({ workflowId }) => !standing.handles.includes(workflowId))
    if (asHub && foreign.length > 0)
      return refuse('access.not-your-datasets', { datasets: foreign.map(({ slug }) => slug) })
    const off = asHub ? offAmong(workflowsOf(request), request.state, 'change-datasets') : []
    if ([...added, ...removed].some(({ workflowId }) => off.includes(workflowId)))
      return refuse('access.switched-off', { state: request.state, verb: 'change-datasets' })
    const none = { facts: [], added, removed, ended: [], byId: actor.id, decided: false, approves: false }
    if (added.length + removed.length === 0) return none
    const ended = more.grants.filter(({ datasetId, endedAt }) => endedAt === null && gone.has(datasetId))
    const slugs = (all: readonly AskedDataset[]) => all.map(({ slug }) => slug)
    const facts: Happening[] = [
      happened.datasetsChanged(request, { added: slugs(added), removed: slugs(removed) }),
      ...ended.map(({ id }) => happened.grantEnded(request, { grant: id, how: 'removed' })),
    ]
    const state = stateAfter(on, states)
    const decided = request.state === 'submitted' && state !== 'submitted'
    const approves = decided && state === 'approved'
    if (approves) facts.push(...(more.before?.facts ?? []))
    if (form) facts.push(form.fact)
    const reason = state === 'revoked' && { reason: reasonOf(state, request.items, more.grants) }
    const change = { state, ...reason, ...form?.change }
    return { ...none, facts, change, ended, decided, approves }
  },
  apply: async (tx, { added, removed, ended, byId, decided, approves }, { request, more }, { now }) => {
    const requestId = request.id
    const gone = removed.map(({ id }) => id)
    const known = new Set(request.items.map(({ datasetId }) => datasetId))
    const wasHere = added.filter(({ id }) => known.has(id)).map(({ id }) => id)
    const undecided = { state: 'requested', decidedAt: null, decidedById: null, ground: null, reason: null }
    await tx.accessItem.updateMany({ where: { requestId, datasetId: { in: wasHere } }, data: undecided })
    await insertItems(
      tx,
      requestId,
      added.filter(({ id }) => !known.has(id)),
      now,
    )
    await endGrants(
      tx,
      ended.map(({ id }) => id),
      { kind: 'removed', reason: 'removed from the request', byId },
      now,
    )
    const where = { requestId, datasetId: { in: gone } }
    // What nobody at the hub has seen leaves no trace; what they have, stays as removed.
    if (request.submittedAt === null) await tx.accessItem.deleteMany({ where })
    else await tx.accessItem.updateMany({ where, data: { state: 'removed', decidedAt: now, decidedById: byId } })
    if (decided) await endAsking(tx, requestId, now)
    if (approves) await more.before?.close(byId, now)
    if (more.form && !isRefusal(more.form)) await keepLeftBehind(tx, more.form, request, byId, now)
    return undefined
  },
})
