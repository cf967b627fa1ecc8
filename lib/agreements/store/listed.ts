import type { Tx } from '@/lib/platform/db'
import { fileFacts } from '@/lib/platform/storage'

const columns = {
  id: true,
  kind: true,
  projectId: true,
  institutionName: true,
  fileId: true,
  countersignedFileId: true,
  state: true,
  submittedById: true,
  submittedAt: true,
  validFrom: true,
  validUntil: true,
  countersignedById: true,
  countersignedAt: true,
  reason: true,
  terminatedAt: true,
  revision: true,
  text: { select: { version: true } },
} as const

type Where = { projectId?: string; state?: string; validUntil?: { gt: Date; lt: Date } }

/** Documents with the facts of their files and the names of who submitted and countersigned them, the newest first. */
export async function listDocuments(tx: Tx, where: Where, take: number) {
  const rows = await tx.signedDocument.findMany({ where, select: columns, orderBy: { id: 'desc' }, take })
  const known = (ids: (string | null)[]) => [...new Set(ids.filter((id) => id !== null))]
  const files = await tx.storedFile.findMany({
    where: { id: { in: known(rows.flatMap((row) => [row.fileId, row.countersignedFileId])) } },
    select: fileFacts,
  })
  const people = await tx.person.findMany({
    where: { id: { in: known(rows.flatMap((row) => [row.submittedById, row.countersignedById])) } },
    select: { id: true, name: true },
  })
  const file = (id: string | null) => files.find((one) => one.id === id) ?? null
  const name = (id: string | null) => people.find((one) => one.id === id)?.name ?? null
  return rows.map(({ text, fileId, countersignedFileId, submittedById, countersignedById, ...row }) => ({
    ...row,
    version: text.version,
    file: file(fileId),
    countersignedFile: file(countersignedFileId),
    submittedBy: name(submittedById),
    countersignedBy: name(countersignedById),
  }))
}
