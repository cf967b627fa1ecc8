import type { Tx } from '@/lib/platform/db'

/** The filters that somebody keeps, held so that there are never too many. */
export async function lockFilters(tx: Tx, personId: string) {
  await tx.$queryRaw`SELECT 1 FROM pg_advisory_xact_lock(hashtextextended('queue-filters:' || ${personId}, 0))`
  return tx.accessSavedFilter.findMany({ where: { personId }, select: { id: true, name: true } })
}

export async function insertFilter(
  tx: Tx,
  filter: { id: string; personId: string; name: string; query: string; createdAt: Date },
): Promise<void> {
  await tx.accessSavedFilter.create({ data: filter, select: { id: true } })
}

export async function deleteFilter(tx: Tx, id: string): Promise<void> {
  await tx.accessSavedFilter.delete({ where: { id }, select: { id: true } })
}
