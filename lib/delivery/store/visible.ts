import { maySeeUnpublished } from '@/lib/catalogue/policy'
import { inScope } from '@/lib/identity/policy'
import { type Actor, isPerson } from '@/lib/platform/context'
import { db } from '@/lib/platform/db'
import { verdictOn } from './verdicts'

/**
 * A dataset whose files somebody may know of: everybody's once it is published; a hidden one's, who has to do with it. A draft is there for
 * nobody, nor is one that never was.
 */
export async function visibleDataset(actor: Actor, slug: string, now: Date): Promise<{ id: string } | null> {
  const dataset = await db().dataset.findUnique({ where: { slug }, select: { id: true, state: true } })
  if (!dataset || dataset.state === 'draft') return null
  if (dataset.state !== 'hidden' || maySeeUnpublished(actor)) return dataset
  if (!isPerson(actor) || !inScope(actor, 'data:read')) return null
  return (await verdictOn(db(), actor.id, dataset, now)).grants.length > 0 ? dataset : null
}
