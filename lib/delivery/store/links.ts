import type { Tx } from '@/lib/platform/db'
import { fileColumns } from './files'

export type NewLink = {
  id: string
  tokenHash: string
  personId: string
  grantId: string
  listId: string
  fileId: string | null
  createdAt: Date
  expiresAt: Date
}

export async function insertLink(tx: Tx, link: NewLink): Promise<void> {
  await tx.deliveryLink.create({ data: link, select: { id: true } })
}

/** A link by the hash of its secret, with the version that it is of; null where there is none. */
export const linkOf = (tx: Tx, tokenHash: string) =>
  tx.deliveryLink.findUnique({
    where: { tokenHash },
    select: {
      id: true,
      personId: true,
      listId: true,
      fileId: true,
      expiresAt: true,
      list: { select: { datasetId: true, version: true } },
    },
  })

/** A file of a published list. */
export const deliverableIn = (tx: Tx, listId: string, id: string) =>
  tx.datasetFile.findFirst({ where: { id, listId, list: { state: 'published' } }, select: fileColumns })

type Begun = { id: string; linkId: string; fileId: string; grantId: string; personId: string }

/** Counts one more request of a file by a link. Of several that come at once, one begins the download. Gives its id, and whether this did. */
export async function countRequest(tx: Tx, begun: Begun, now: Date): Promise<{ id: string; isFirst: boolean }> {
  const { id, linkId, fileId, grantId, personId } = begun
  const rows = await tx.$queryRaw<{ id: string; isFirst: boolean }[]>`
    INSERT INTO delivery_download (id, link_id, file_id, grant_id, person_id, began_at, last_at, requests)
    VALUES (${id}::uuid, ${linkId}::uuid, ${fileId}::uuid, ${grantId}::uuid, ${personId}::uuid, ${now}, ${now}, 1)
    ON CONFLICT (link_id, file_id) DO UPDATE SET requests = delivery_download.requests + 1,
      last_at = greatest(delivery_download.last_at, excluded.last_at)
    RETURNING id, id = ${id}::uuid AS "isFirst"`
  const [row] = rows
  if (!row) throw new Error('a download was not counted')
  return row
}

/** Adds bytes that left the portal to a download. */
export async function countBytes(tx: Tx, id: string, bytes: number): Promise<void> {
  await tx.deliveryDownload.updateMany({ where: { id }, data: { bytes: { increment: bytes } } })
}

/** Forgets links that ended before this moment; what was fetched by them stays counted. */
export const forgetLinks = (tx: Tx, before: Date) =>
  tx.deliveryLink.deleteMany({ where: { expiresAt: { lt: before } } })
