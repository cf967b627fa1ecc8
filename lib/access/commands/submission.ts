import 'server-only'
import { refuse } from '@/lib/platform/refusal'
import { lifeOf } from '@/lib/projects/rules/periods'
import { happened } from '../events/requests'
import { checklistOf, missingOf } from '../rules/checklist'
import { OneRequest, WithReason } from '../schema/requests'
import { endAsking } from '../store/asking'
import { draftFacts } from '../store/readiness'
import { fitsOf } from '../store/use'
import { nothingElse, nothingMore, onRequest } from './on-request'

/**
 * Submits a request, the first time or after its return: from then on the hub sees it. Refuses: access.incomplete with what is
 * missing, projects.over.
 */
export const submitRequest = onRequest({
  verb: 'submit',
  input: OneRequest,
  load: (tx, { request, actor }, { now }) => draftFacts(tx, request, actor.id, now),
  decide: ({ now }, { request, project, more }) => {
    if (lifeOf(project, now) === 'over') return refuse('projects.over')
    const missing = missingOf(checklistOf(more.facts, now))
    if (missing.length > 0) return refuse('access.incomplete', { missing })
    const change = { state: 'submitted' as const, reason: null, submittedAt: request.submittedAt ?? now }
    return { facts: [happened.submitted(request, { again: request.submittedAt ? 'yes' : 'no' })], change }
  },
  apply: async (tx, _, { request, project, more: { datasets, purpose } }) => {
    const fits = await fitsOf(tx, purpose, datasets, request.ethicsApprovalId !== null)
    for (const { id: datasetId, workflowId } of datasets) {
      const where = { requestId: request.id, datasetId, state: 'requested' }
      await tx.accessItem.updateMany({ where, data: { workflowId, useFit: fits.get(datasetId) ?? null } })
    }
    return { project: project.slug }
  },
})

/** Takes a request back before it is decided. Refuses: access.grants-run where some of it was approved already. */
export const withdrawRequest = onRequest({
  verb: 'withdraw',
  input: OneRequest,
  load: (tx, { request }) => tx.accessGrant.count({ where: { requestId: request.id, endedAt: null } }),
  decide: (_, { request, more: running }) =>
    running > 0
      ? refuse('access.grants-run')
      : { facts: [happened.withdrawn(request, {})], change: { state: 'withdrawn' as const, reason: null } },
  apply: async (tx, _, { request }, { now }) => {
    await endAsking(tx, request.id, now)
    return undefined
  },
})

/** Makes a draft again of what was taken back. */
export const resumeRequest = onRequest({
  verb: 'resume',
  input: OneRequest,
  load: nothingMore,
  decide: (_, { request }) => ({ facts: [happened.resumed(request, {})], change: { state: 'draft' as const } }),
  apply: nothingElse,
})

/** Lets the hub judge again what was rejected, closed or revoked, with the reason; nothing is granted by that. */
export const reopenRequest = onRequest({
  verb: 'reopen',
  input: WithReason,
  load: nothingMore,
  decide: (_, { request, input: { reason } }) => ({
    facts: [happened.reopened(request, {})],
    change: { state: 'submitted' as const, reason },
  }),
  apply: async (tx, _, { request }) => {
    const undecided = { state: 'requested', decidedAt: null, decidedById: null, ground: null, reason: null }
    await tx.accessItem.updateMany({ where: { requestId: request.id, state: { not: 'removed' } }, data: undecided })
    return undefined
  },
})
