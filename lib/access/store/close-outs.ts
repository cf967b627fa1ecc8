import type { Tx } from '@/lib/platform/db'

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
