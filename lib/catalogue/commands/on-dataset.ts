import 'server-only'
import type { Context } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db'
import { type Refusal, refuse } from '@/lib/platform/refusal'
import { mayStewardCatalogue } from '../policy'
import { DatasetRecord } from '../schema/record'
import { type LockedDataset, lockDataset } from '../store/datasets'

type Found = { dataset: LockedDataset | null }

/**
 * The first steps of every command on one dataset. Who may not steward is answered before it is known whether there is
 * such a dataset, so that a hidden one and an unknown one read alike.
 */
export const onDataset = {
  load: (tx: Tx, { slug }: { slug: string }): Promise<Found> => lockDataset(tx, slug),
  authorize: ({ actor }: Context) => mayStewardCatalogue(actor),
}

/** The whole record as it would be stored, or what is wrong with it, by field. */
export function wholeRecord(record: DatasetRecord): DatasetRecord | Refusal {
  const parsed = DatasetRecord.safeParse(record)
  if (parsed.success) return parsed.data
  const fields = Object.fromEntries(parsed.error.issues.map(({ path, message }) => [path.join('.'), [message]]))
  return refuse('platform.invalid', { fields })
}
