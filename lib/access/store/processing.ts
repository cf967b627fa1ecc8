import type { Tx } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { allows } from '../rules/states'
import { offAmong } from '../rules/switched-off'
import type { ProcessingGiven } from '../schema/processing'
import { type Seen, workflowsOf } from './requests'

/** The ids of the processing states that a workflow has now. */
export async function currentProcessing(tx: Tx, workflowId: string): Promise<string[]> {
  const rows = await tx.accessProcessingState.findMany({
    where: { workflowId, retiredAt: null },
    select: { id: true },
  })
  return rows.map(({ id }) => id)
}

/** Gives a workflow these processing states in this order; those left out are retired, and requests that are in them stay so. */
export async function keepProcessing(
  tx: Tx,
  workflowId: string,
  wanted: readonly ProcessingGiven[],
  now: Date,
): Promise<void> {
  const kept = wanted.flatMap(({ id }) => id ?? [])
  const gone = { workflowId, retiredAt: null, id: { notIn: kept } }
  await tx.accessProcessingState.updateMany({ where: gone, data: { retiredAt: now } })
  for (const [index, { id, en: nameEn, sv: nameSv }] of wanted.entries()) {
    const named = { position: index + 1, nameEn, nameSv }
    if (id === null) await tx.accessProcessingState.create({ data: { ...named, id: newId(), workflowId } })
    else await tx.accessProcessingState.update({ where: { id }, data: named, select: { id: true } })
  }
}

type Named = { readonly id: string; readonly nameEn: string; readonly nameSv: string }

/** A processing state that a request is in, by its names, and since when; null: it is in none. */
export const processingOf = (state: Named | null, since: Date | null) =>
  state && since ? { id: state.id, en: state.nameEn, sv: state.nameSv, since } : null

/** The processing states that the reader can give the request now: of the workflows that they handle and that have not switched it off. */
export async function processingFor(tx: Tx, { request, standing, off }: Seen) {
  const verb = 'change-processing-state'
  if (!allows(request.state, standing.roles, verb, off)) return []
  const closed = offAmong(workflowsOf(request), request.state, verb)
  const open = standing.handles.filter((id) => !closed.includes(id))
  const rows = await tx.accessProcessingState.findMany({
    where: { workflowId: { in: open }, retiredAt: null },
    select: { id: true, nameEn: true, nameSv: true, workflow: { select: { name: true } } },
    orderBy: [{ workflow: { name: 'asc' } }, { position: 'asc' }],
  })
  return rows.map(({ id, nameEn, nameSv, workflow }) => ({ id, en: nameEn, sv: nameSv, workflow: workflow.name }))
}
