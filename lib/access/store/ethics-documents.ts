import type { Tx } from '@/lib/platform/db'

/**
 * The documents of an ethics approval and of what amends it, as far as they came with a version that was handed in: what the project still
 * writes is its own affair. The oldest first.
 */
export async function documentsHandedIn(tx: Tx, approvalId: string) {
  const approvals = await tx.ethicsApproval.findMany({
    where: { OR: [{ id: approvalId }, { amendsId: approvalId }] },
    select: {
      id: true,
      number: true,
      projectId: true,
      versions: { where: { state: { not: 'draft' } }, select: { ordinal: true } },
      documents: { select: { id: true, fileId: true, kind: true, since: true }, orderBy: { id: 'asc' } },
    },
    orderBy: { id: 'asc' },
  })
  return approvals.flatMap(({ id: approval, number, projectId, versions, documents }) =>
    documents
      .filter(({ since }) => versions.some(({ ordinal }) => ordinal === since))
      .map((document) => ({ ...document, approval, number, projectId })),
  )
}
