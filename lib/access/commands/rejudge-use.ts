import 'server-only'
import { z } from 'zod'
import { command } from '@/lib/platform/command'
import { refuse } from '@/lib/platform/refusal'
import { happened } from '../events/requests'
import { isClock } from '../policy/requests'
import { conflictsAnew } from '../rules/resolved'
import type { Answers } from '../schema/forms-answers'
import { judgedAnswers } from '../store/answers'
import { datasetsById } from '../store/datasets'
import { lockedRow } from '../store/requests'
import { fitsOf, noteConflict } from '../store/use'

/**
 * Notes that an approved purpose conflicts with what a dataset may be used for since somebody stated that anew: what a handler had let pass
 * for other conditions is to be looked at again. Refuses: access.nothing-due.
 */
export const rejudgeUse = command({
  name: 'access.rejudge-use',
  input: z.object({ request: z.uuid(), dataset: z.uuid() }),
  load: async (tx, { request: id, dataset: datasetId }) => {
    const request = await lockedRow(tx, id)
    const [dataset] = await datasetsById(tx, [datasetId])
    const item = request?.items.find((one) => one.datasetId === datasetId)
    if (!request || !dataset || !item) return null
    const { purpose } = await judgedAnswers(tx, request, request.answers as Answers)
    const fit = (await fitsOf(tx, purpose, [dataset], request.ethicsApprovalId !== null)).get(datasetId)
    return { request, dataset, due: fit !== undefined && conflictsAnew(item, fit) }
  },
  authorize: ({ actor }) => isClock(actor),
  decide: (_, { request, dataset, due }) =>
    due ? happened.conflictFound(request, { dataset: dataset.slug }) : refuse('access.nothing-due'),
  apply: async (tx, { subjectId: requestId }, { dataset: { id: datasetId } }) => {
    await noteConflict(tx, requestId, datasetId)
    return { conflicts: true }
  },
})
