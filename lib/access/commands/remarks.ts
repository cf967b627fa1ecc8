import 'server-only'
import { newId } from '@/lib/platform/id'
import { happened } from '../events/requests'
import { Remark } from '../schema/requests'
import { nothingMore, onRequest } from './on-request'

/**
 * Writes a remark. What somebody who asks writes is seen by everybody; what the hub writes, by the applicant only where it says so.
 */
export const remark = onRequest({
  verb: 'remark',
  input: Remark,
  load: nothingMore,
  decide: (_, { request, standing, hides, actor, input: { text, isPublic } }) => {
    const asks = standing.side === 'asking'
    const shown = { isPublic: asks || isPublic, withheld: hides && !asks }
    const row = { id: newId(), requestId: request.id, authorId: actor.id, text, ...shown, fields: [] }
    return { facts: [happened.remarked(request, { remark: row.id })], row }
  },
  apply: async (tx, { row }, _, { now }) => {
    await tx.accessRemark.create({ data: { ...row, at: now }, select: { id: true } })
    return { remark: row.id }
  },
})
