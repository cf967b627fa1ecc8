import type { Tx } from '@/lib/platform/db'
import type { Filed } from '../rules/file-limits'
import { type Reviewed, reviewedOf, seesFile } from '../rules/files'
import type { Answers } from '../schema/forms-answers'
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

/** What the files of a request come to that were not redacted. Counted under the request's lock. */
export async function filedIn(tx: Tx, requestId: string): Promise<Filed> {
  const where = { requestId, redactedAt: null }
  const { _count, _sum } = await tx.accessAttachment.aggregate({ where, _count: true, _sum: { size: true } })
  return { files: _count, bytes: _sum.size ?? 0 }
}

type Reading = Pick<Seen, 'request' | 'standing'>

/** What of the form and its answers is left to a reader who only reviews; null where nothing is kept from them. */
export async function reviewedFor(tx: Tx, { request, standing }: Reading): Promise<Reviewed | null> {
  const form = standing.reviewsOnly ? await formOf(tx, request.formVersionId) : null
  return form && reviewedOf(form, request.answers as Answers)
}

/** The files of a request that were not redacted and that the reader may have, in the order in which they came. */
export async function filesFor(tx: Tx, seen: Reading) {
  const { request, standing } = seen
  const reviewed = await reviewedFor(tx, seen)
  const rows = await tx.accessAttachment.findMany({
    where: { requestId: request.id, redactedAt: null },
    select: columns,
    orderBy: { id: 'asc' },
  })
  return rows.filter((row) => seesFile(row, standing.side, reviewed))
}
