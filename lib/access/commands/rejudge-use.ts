import 'server-only'
import { z } from 'zod'
import { command } from '@/lib/platform/command'
import type { Tx } from '@/lib/platform/db'
import { refuse } from '@/lib/platform/refusal'
import { happened } from '../events/requests'
import { isClock } from '../policy/requests'
import { datasetsById } from '../store/datasets'
import { lockedRow } from '../store/requests'
import { itemsJudgedNow } from '../store/use'

/** Whether it is the newest statement of what the dataset may be used for, and the request was not looked at for it. */
async function isToJudge(tx: Tx, request: string, dataset: string, because: string): Promise<boolean> {
  const stated = { subjectId: dataset, type: 'catalogue.data-use-stated' }
  const newest = await tx.event.findFirst({ where: stated, orderBy: { id: 'desc' }, select: { id: true } })
  const noted = { stream: `request:${request}`, type: 'access.use-conflicts' }
  const data = { path: ['because'], equals: because }
  return newest?.id === because && (await tx.event.count({ where: { ...noted, data } })) === 0
}

/**
 * Notes that an approved purpose conflicts with what a dataset may be used for since somebody stated that anew (`because`: that entry of
 * the journal): what a handler had let pass before is to be looked at again. Refuses: access.nothing-due.
 */
export const rejudgeUse = command({
  name: 'access.rejudge-use',
  input: z.object({ request: z.uuid(), dataset: z.uuid(), because: z.uuid() }),
  load: async (tx, { request: id, dataset, because }) => {
    const request = await lockedRow(tx, id)
    const items = request ? await itemsJudgedNow(tx, request, await datasetsById(tx, [dataset])) : []
    const item = items.find((one) => one.datasetId === dataset && one.state === 'approved')
    const before = request?.items.find((one) => one.datasetId === dataset)
    const due = await isToJudge(tx, id, dataset, because)
    const conflicts = item?.useFit === 'conflicts' && (before?.useFit !== 'conflicts' || before.useResolved !== null)
    return {
      request,
      datasetId: dataset,
      slug: (await datasetsById(tx, [dataset]))[0]?.slug ?? '',
      due: conflicts && due,
    }
  },
  authorize: ({ actor }) => isClock(actor),
  decide: (_, { request, slug, due }, { because }) =>
    request && due ? happened.conflictFound(request, { dataset: slug, because }) : refuse('access.nothing-due'),
  apply: async (tx, { subjectId: requestId }, { datasetId }) => {
    const where = { requestId_datasetId: { requestId, datasetId } }
    await tx.accessItem.update({
      where,
      data: { useFit: 'conflicts', useResolved: null },
      select: { datasetId: true },
    })
    return { conflicts: true }
  },
})
