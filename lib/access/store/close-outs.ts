import type { Tx } from '@/lib/platform/db'
import { closeOutDue, type Ended } from '../rules/close-out'
import type { State } from '../rules/states'

/** What was told of the end of a request, each time, the newest first. */
export const closeOutsOf = (tx: Tx, requestId: string) =>
  tx.accessCloseOut.findMany({ where: { requestId }, orderBy: { ordinal: 'desc' } })

export type NewCloseOut = {
  requestId: string
  outcome: string
  report: string
  publications: string
  copies: string
  certificateId: string | null
  byId: string
}

/** Adds what is told now to what was told before; the request is locked. */
export async function insertCloseOut(tx: Tx, closeOut: NewCloseOut, at: Date): Promise<void> {
  const { requestId } = closeOut
  const before = await tx.accessCloseOut.count({ where: { requestId } })
  await tx.accessCloseOut.create({ data: { ...closeOut, ordinal: before + 1, at }, select: { ordinal: true } })
}

/** What decides whether it is missing how a request came to its end; the request is locked. */
export async function endedOf(tx: Tx, requestId: string, state: State): Promise<Ended> {
  const grants = await tx.accessGrant.findMany({ where: { requestId }, select: { createdAt: true } })
  return { state, grants, told: (await closeOutsOf(tx, requestId))[0] ?? null }
}

type Settled = { readonly state: State; readonly closeOutDueAt: Date | null }

/** Keeps when those who asked are next to be reminded of what they owe of a request that ended; nothing of one that goes on. */
export async function settleCloseOut(tx: Tx, id: string, { state, closeOutDueAt }: Settled, now: Date): Promise<void> {
  const due = closeOutDue(await endedOf(tx, id, state), closeOutDueAt, now)
  if (due?.getTime() === closeOutDueAt?.getTime()) return
  await tx.accessRequest.update({ where: { id }, data: { closeOutDueAt: due }, select: { id: true } })
}
