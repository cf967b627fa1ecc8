import 'server-only'
import { db } from '@/lib/platform/db'

/** Notes that the owners of these saved searches were told of a version. Again changes nothing. For reactions, after the mail. */
export async function noteTold(searchIds: readonly string[], versionId: string, toldAt: Date): Promise<void> {
  const data = searchIds.map((searchId) => ({ searchId, versionId, toldAt }))
  await db().savedSearchTold.createMany({ data, skipDuplicates: true })
}
