import type { Context } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db'

/** How many searches a person keeps, with the person's searches held. */
export async function countSaved(tx: Tx, personId: string): Promise<number> {
  await tx.$queryRaw`SELECT 1 FROM pg_advisory_xact_lock(hashtextextended('saved-searches:' || ${personId}, 0))`
  return tx.savedSearch.count({ where: { personId } })
}

/** A saved search under lock; null when there is none. */
export async function lockSavedSearch(tx: Tx, id: string) {
  await tx.$queryRaw`SELECT 1 FROM saved_search WHERE id = ${id}::uuid FOR NO KEY UPDATE`
  return tx.savedSearch.findUnique({ where: { id }, select: { id: true, personId: true, mail: true } })
}

type Saved = { id: string; personId: string; name: string; query: string; mail: boolean }

export async function insertSavedSearch(tx: Tx, ctx: Context, saved: Saved): Promise<void> {
  const data = { ...saved, createdAt: ctx.now, toldUpTo: ctx.now }
  await tx.savedSearch.create({ data, select: { id: true } })
}

export async function updateSavedSearch(
  tx: Tx,
  id: string,
  data: { name?: string; mail?: boolean; feedHash?: string | null; toldUpTo?: Date },
): Promise<void> {
  await tx.savedSearch.update({ where: { id }, data, select: { id: true } })
}

export async function deleteSavedSearch(tx: Tx, id: string): Promise<void> {
  await tx.savedSearch.delete({ where: { id }, select: { id: true } })
}
