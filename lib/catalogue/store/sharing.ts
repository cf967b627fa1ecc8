import type { Tx } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'

/** That the data of a grant came to its recipient. */
export type Shared = {
  readonly datasetId: string
  readonly grantId: string
  /** ISO 3166-1 alpha-2. */
  readonly country: string
  readonly institution: string | null
  readonly ror: string | null
  readonly department: string | null
  readonly recipient: string | null
  readonly optedOut: boolean
}

/** Adds a sharing event to the public record, once a grant; what is public is then read anew. */
export async function recordSharing(tx: Tx, shared: Shared, now: Date): Promise<void> {
  const { datasetId, grantId, country, institution, ror, department, recipient, optedOut } = shared
  const added = await tx.$executeRaw`
    INSERT INTO sharing_event (id, dataset_id, grant_id, country, institution, ror, department, recipient, opted_out, shared_on)
    VALUES (${newId()}::uuid, ${datasetId}::uuid, ${grantId}::uuid, ${country}, ${institution}, ${ror}, ${department}, ${recipient},
      ${optedOut}, ${now}::timestamptz::date) ON CONFLICT (grant_id) DO NOTHING`
  if (added > 0) await tx.$queryRaw`SELECT cache_advance('catalogue')`
}
