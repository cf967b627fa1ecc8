import type { Tx } from '@/lib/platform/db'

const dayOf = (moment: Date): string => moment.toISOString().slice(0, 10)

/** When the data of a grant were shared, and where to; null: not that the portal knows. */
export async function sharingOf(tx: Tx, grantId: string): Promise<{ sharedOn: string; country: string } | null> {
  const found = await tx.sharingEvent.findUnique({ where: { grantId }, select: { sharedOn: true, country: true } })
  return found?.sharedOn ? { sharedOn: dayOf(found.sharedOn), country: found.country } : null
}

/** A grant as far as it can be recorded as shared. */
export async function shareableGrant(tx: Tx, id: string) {
  const found = await tx.accessGrant.findUnique({ where: { id }, select: { datasetId: true, startsAt: true } })
  if (!found) return null
  const { datasetId, startsAt } = found
  const { slug } = await tx.dataset.findUniqueOrThrow({ where: { id: datasetId }, select: { slug: true } })
  return { id, datasetId, slug, startedOn: dayOf(startsAt), sharedOn: (await sharingOf(tx, id))?.sharedOn ?? null }
}
