import 'server-only'
import type { Tx } from '@/lib/platform/db'
import { refuse } from '@/lib/platform/refusal'
import { lifeOf } from '@/lib/projects/rules/periods'
import { happened } from '../events/requests'
import { becameOf, reasonOf } from '../rules/became'
import { checklistOf, missingOf } from '../rules/checklist'
import { lifeOfGrant } from '../rules/grants'
import { waitingAgain } from '../rules/others'
import { conflictingAnew } from '../rules/resolved'
import { stateOfItems } from '../rules/states'
import { OneRequest, WithReason } from '../schema/requests'
import { endAsking, setRoundsAside } from '../store/asking'
import { type AskedDataset, datasetsById } from '../store/datasets'
import { endGrants, grantsOf } from '../store/grants'
import { lockPredecessor } from '../store/predecessors'
import { draftFacts } from '../store/readiness'
import { fitsOf, noteConflict } from '../store/use'
import { nothingMore, onRequest } from './on-request'

type Fits = Awaited<ReturnType<typeof fitsOf>>

/** What waits is compared with the conditions of use as it is submitted; what a handler had let pass was another purpose, or other conditions. */
async function judgeWaiting(tx: Tx, requestId: string, datasets: readonly AskedDataset[], fits: Fits): Promise<void> {
  for (const { id: datasetId, workflowId } of datasets) {
    const where = { requestId, datasetId, state: 'requested' }
    const fit = fits.get(datasetId)
    await tx.accessItem.updateMany({ where, data: { workflowId, useFit: fit?.verdict ?? null } })
    const other = { OR: [{ useResolvedFor: null }, { useResolvedFor: { not: fit?.basis ?? '' } }] }
    await tx.accessItem.updateMany({ where: { ...where, ...other }, data: { useResolved: null, useResolvedFor: null } })
  }
}

/**
 * Submits a request, the first time or after its return: from then on the hub sees it. One that was returned, and whose datasets that
 * waited were taken out, is what the others make of it. What was approved before and conflicts with what is asked for now is used no
 * more until a handler lets it pass. Refuses: access.incomplete with what is missing, projects.over.
 */
export const submitRequest = onRequest({
  verb: 'submit',
  input: OneRequest,
  load: async (tx, { request, actor }, { now }) => {
    const facts = await draftFacts(tx, request, actor.id, now)
    const fits = await fitsOf(tx, facts.purpose, facts.datasets, request.ethicsApprovalId !== null)
    const anew = conflictingAnew(request.items, fits)
    return {
      ...facts,
      fits,
      conflicting: facts.datasets.filter(({ id }) => anew.includes(id)),
      grants: await grantsOf(tx, request.id),
      before: await lockPredecessor(tx, request.handedOverFromId),
    }
  },
  decide: ({ now }, { request, project, actor, more }) => {
    if (lifeOf(project, now) === 'over') return refuse('projects.over')
    const missing = missingOf(checklistOf(more.facts, now))
    if (missing.length > 0) return refuse('access.incomplete', { missing })
    const state = stateOfItems(request.items.map((item) => becameOf(item, more.grants)))
    const reason = reasonOf(state, request.items, more.grants)
    const facts = [
      happened.submitted(request, { again: request.submittedAt ? 'yes' : 'no' }),
      ...more.conflicting.map(({ slug: dataset }) => happened.conflictFound(request, { dataset })),
      ...(state === 'approved' ? (more.before?.facts ?? []) : []),
    ]
    return { facts, change: { state, reason, submittedAt: request.submittedAt ?? now }, byId: actor.id }
  },
  apply: async (tx, { change, byId }, { request, project, more: { datasets, fits, conflicting, before } }, { now }) => {
    await judgeWaiting(tx, request.id, datasets, fits)
    for (const { id } of conflicting) await noteConflict(tx, request.id, id)
    if (change.state === 'approved') await before?.close(byId, now)
    return { project: project.slug }
  },
})

/**
 * Takes a request back before it is decided; grants of it that ran out are not renewed any more. Refuses: access.grants-run where some of it
 * was approved and runs, or is to.
 */
export const withdrawRequest = onRequest({
  verb: 'withdraw',
  input: OneRequest,
  load: (tx, { request }) => grantsOf(tx, request.id),
  decide: ({ now }, { request, actor, more }) => {
    if (more.some((grant) => lifeOfGrant(grant, now) !== 'over')) return refuse('access.grants-run')
    const ids = more.filter(({ endedAt }) => endedAt === null).map(({ id }) => id)
    const facts = [
      happened.withdrawn(request, {}),
      ...ids.map((grant) => happened.grantEnded(request, { grant, how: 'closed' })),
    ]
    return { facts, change: { state: 'withdrawn' as const, reason: null }, ids, byId: actor.id }
  },
  apply: async (tx, { ids, byId }, { request }, { now }) => {
    await endGrants(tx, ids, { kind: 'closed', reason: 'withdrawn', byId }, now)
    await endAsking(tx, request.id, now)
    return undefined
  },
})

type Which = { readonly datasets?: readonly string[]; readonly workflows?: readonly string[] }

/** Whatever was judged waits to be judged anew, by new rounds where deciders decide; of these datasets and workflows where that is said. */
async function undecide(tx: Tx, requestId: string, now: Date, { datasets, workflows }: Which = {}): Promise<undefined> {
  await setRoundsAside(tx, requestId, now, workflows)
  const undecided = { state: 'requested', decidedAt: null, decidedById: null, ground: null, reason: null }
  const where = { requestId, state: { not: 'removed' }, ...(datasets && { datasetId: { in: [...datasets] } }) }
  await tx.accessItem.updateMany({ where, data: undecided })
  return undefined
}

/** Makes a draft again of what was taken back: of its datasets none is judged any more. */
export const resumeRequest = onRequest({
  verb: 'resume',
  input: OneRequest,
  load: nothingMore,
  decide: (_, { request }) => ({ facts: [happened.resumed(request, {})], change: { state: 'draft' as const } }),
  apply: (tx, _, { request }, { now }) => undecide(tx, request.id, now),
})

/**
 * Lets the hub judge again what was rejected, closed or revoked, with the reason, as far as the actor handles it; nothing is granted by
 * that, and what others judged stays so. Refuses: access.not-your-datasets.
 */
export const reopenRequest = onRequest({
  verb: 'reopen',
  input: WithReason,
  load: (tx, { request, standing }) => datasetsById(tx, waitingAgain(request.items, standing.handles)),
  decide: (_, { request, input: { reason }, more }) => {
    if (more.length === 0) return refuse('access.not-your-datasets', { datasets: [] })
    const facts = [happened.reopened(request, { datasets: more.map(({ slug }) => slug) })]
    return { facts, change: { state: 'submitted' as const, reason } }
  },
  apply: (tx, _, { request, standing: { handles: workflows }, more }, { now }) =>
    undecide(tx, request.id, now, { datasets: more.map(({ id }) => id), workflows }),
})
