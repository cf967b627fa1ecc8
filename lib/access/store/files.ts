import type { Tx } from '@/lib/platform/db'
import { seesFile } from '../rules/files'
import { privateKeys } from '../rules/forms-reviewer'
import { formOf } from './answers'
import type { Seen } from './requests'

const columns = {
  id: true,
  fileId: true,
  name: true,
  fieldKey: true,
  remarkId: true,
  remark: { select: { isPublic: true } },
} as const

/** The files of a request that were not redacted and that the reader may have, in the order in which they came. */
export async function filesFor(tx: Tx, { request, standing: { side } }: Pick<Seen, 'request' | 'standing'>) {
  const form = side === 'asked' ? await formOf(tx, request.formVersionId) : null
  const hidden = form ? privateKeys(form) : new Set<string>()
  const rows = await tx.accessAttachment.findMany({
    where: { requestId: request.id, redactedAt: null },
    select: columns,
    orderBy: { id: 'asc' },
  })
  return rows.filter((row) => seesFile(row, side, hidden))
}
