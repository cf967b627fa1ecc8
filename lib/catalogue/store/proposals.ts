import type { Context } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db'
import type { ProposeCollection } from '../schema/inputs'

/** How many proposals of this person wait for an answer, with the person's proposals held. */
export async function countWaiting(tx: Tx, personId: string): Promise<number> {
  await tx.$queryRaw`SELECT 1 FROM pg_advisory_xact_lock(hashtextextended('proposals:' || ${personId}, 0))`
  return tx.collectionProposal.count({ where: { proposerId: personId, state: 'proposed' } })
}

export async function insertProposal(tx: Tx, ctx: Context, id: string, proposerId: string, wish: ProposeCollection) {
  const { modality, organ, ...words } = wish
  const lists = { modality: modality === null ? [] : [modality], organ: organ === null ? [] : [organ] }
  const data = { ...words, ...lists, id, proposerId, state: 'proposed', createdAt: ctx.now }
  await tx.collectionProposal.create({ data, select: { id: true } })
}

/** A proposal under lock; null when there is none. */
export async function lockProposal(tx: Tx, id: string) {
  await tx.$queryRaw`SELECT 1 FROM collection_proposal WHERE id = ${id}::uuid FOR NO KEY UPDATE`
  return tx.collectionProposal.findUnique({ where: { id } })
}

export async function closeProposal(
  tx: Tx,
  ctx: Context,
  id: string,
  answer: { state: 'taken-up' | 'declined'; reason: string; priorityId: string | null },
): Promise<void> {
  const decidedById = ctx.actor.kind === 'person' ? ctx.actor.id : null
  const data = { ...answer, decidedById, decidedAt: ctx.now, revision: { increment: 1 } }
  await tx.collectionProposal.update({ where: { id }, data, select: { id: true } })
}
