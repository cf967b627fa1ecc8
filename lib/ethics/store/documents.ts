import type { Context } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db'
import { forgetFile } from '@/lib/platform/storage'

type New = {
  id: string
  approvalId: string
  fileId: string
  kind: string
  since: number
  addedById: string
  addedAt: Date
}

export async function insertDocument(tx: Tx, document: New): Promise<void> {
  await tx.ethicsDocument.create({ data: document, select: { id: true } })
}

type Kept = { id: string; fileId: string; since: number }

/** Forgets a document that no version which was handed in ever had, its file too. */
async function forget(tx: Tx, ctx: Context, { id, fileId }: Kept): Promise<void> {
  await tx.ethicsDocument.delete({ where: { id }, select: { id: true } })
  await forgetFile(tx, ctx, fileId)
}

/** Takes a document out of the versions from this one on; one that came with this very version never was in any. */
export async function endDocument(
  tx: Tx,
  ctx: Context,
  document: Kept,
  ordinal: number,
  removedById: string,
): Promise<void> {
  if (document.since === ordinal) return forget(tx, ctx, document)
  const data = { until: ordinal, removedById, removedAt: ctx.now }
  await tx.ethicsDocument.update({ where: { id: document.id }, data, select: { id: true } })
}

/** As before the draft of this number: what came with it goes, what it took out is back. */
export async function restoreDocuments(tx: Tx, ctx: Context, approvalId: string, ordinal: number): Promise<void> {
  const select = { id: true, fileId: true, since: true } as const
  const came = await tx.ethicsDocument.findMany({ where: { approvalId, since: ordinal }, select })
  for (const document of came) await forget(tx, ctx, document)
  const back = { until: null, removedAt: null, removedById: null }
  await tx.ethicsDocument.updateMany({ where: { approvalId, until: ordinal }, data: back })
}
