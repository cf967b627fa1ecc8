import 'server-only'
import { refuse } from '@/lib/platform/refusal'
import { happened } from '../events/requests'
import { offAmong } from '../rules/switched-off'
import { AddTerms, AssignExternalId, ResolveUse } from '../schema/requests'
import { datasetsById } from '../store/datasets'
import { workflowsOf } from '../store/requests'
import { extraSubjects, termsOf } from '../store/terms'
import { itemsJudgedNow } from '../store/use'
import { nothingElse, nothingMore, onRequest } from './on-request'

/** Keeps what another system calls the request. */
export const assignExternalId = onRequest({
  verb: 'assign-external-id',
  input: AssignExternalId,
  load: nothingMore,
  decide: (_, { request, input: { externalId } }) => ({
    facts: [happened.externalIdAssigned(request, {})],
    change: { externalId },
  }),
  apply: nothingElse,
})

/** Demands further terms of every member; who has not accepted them may not use the data. Refuses: access.no-such-terms, access.terms-already. */
export const addTerms = onRequest({
  verb: 'add-terms',
  input: AddTerms,
  load: async (tx, { request, input }) => ({
    published: await termsOf(tx, [input.subject]),
    extra: await extraSubjects(tx, request.id),
  }),
  decide: (_, { request, input: { subject }, actor, more: { published, extra } }) => {
    if (published.length === 0) return refuse('access.no-such-terms')
    if (extra.includes(subject)) return refuse('access.terms-already')
    return { facts: [happened.termsAdded(request, { subject })], addedById: actor.id }
  },
  apply: async (tx, { addedById }, { request, input: { subject } }, { now }) => {
    const row = { requestId: request.id, subject, addedAt: now, addedById }
    await tx.accessRequestTerms.create({ data: row, select: { subject: true } })
    return undefined
  },
})

/** Lets a purpose pass though it conflicts with a dataset's conditions of use, with the reason. Refuses: access.no-conflict, access.not-your-datasets. */
export const resolveUse = onRequest({
  verb: 'resolve-use',
  input: ResolveUse,
  load: async (tx, { request }) => {
    const datasets = await datasetsById(
      tx,
      request.items.map(({ datasetId }) => datasetId),
    )
    return { datasets, items: await itemsJudgedNow(tx, request, datasets) }
  },
  decide: (_, { request, standing, input: { dataset: slug }, more: { datasets, items } }) => {
    const dataset = datasets.find((one) => one.slug === slug)
    const item = items.find(({ datasetId }) => datasetId === dataset?.id)
    if (item?.useFit !== 'conflicts' || item.useResolved !== null) return refuse('access.no-conflict')
    if (!standing.handles.includes(item.workflowId)) return refuse('access.not-your-datasets', { datasets: [slug] })
    const { state } = request
    if (offAmong(workflowsOf(request), state, 'resolve-use').includes(item.workflowId))
      return refuse('access.switched-off', { state, verb: 'resolve-use' })
    return {
      facts: [happened.conflictPassed(request, { dataset: slug })],
      datasetId: item.datasetId,
      basis: item.basis,
    }
  },
  apply: async (tx, { datasetId, basis }, { request: { id: requestId }, input: { reason } }) => {
    const where = { requestId_datasetId: { requestId, datasetId } }
    await tx.accessItem.update({
      where,
      data: { useFit: 'conflicts', useResolved: reason, useResolvedFor: basis },
      select: { datasetId: true },
    })
    return undefined
  },
})
