import 'server-only'
import { newId } from '@/lib/platform/id'
import { storeFile } from '@/lib/platform/storage'
import { happened } from '../events/requests'
import { judgeFiling } from '../rules/file-limits'
import { Remark } from '../schema/requests'
import { filedIn } from '../store/files'
import { onRequest } from './on-request'

/**
 * Writes a remark, with a file if there is one. What somebody who asks writes is seen by everybody; what the hub writes, by the applicant
 * only where it says so; the file by who sees the remark. Refuses: access.too-many-files, access.files-too-large.
 */
export const remark = onRequest({
  verb: 'remark',
  input: Remark,
  load: (tx, { request }) => filedIn(tx, request.id),
  decide: (_, { request, standing, hides, actor, more: filed, input: { text, isPublic, file } }) => {
    const asks = standing.side === 'asking'
    const refused = file ? judgeFiling(filed, file.bytes.byteLength, !asks) : null
    if (refused) return refused
    const shown = { isPublic: asks || isPublic, withheld: hides && !asks }
    const row = { id: newId(), requestId: request.id, authorId: actor.id, text, ...shown, fields: [] }
    const [id, fileId] = [newId(), newId()]
    const kept = file && {
      id,
      requestId: request.id,
      fileId,
      name: file.name,
      size: file.bytes.byteLength,
      byId: actor.id,
    }
    const fact = happened.remarked(request, { remark: row.id, ...(kept && { attachment: id }) })
    return { facts: [fact], row, kept }
  },
  apply: async (tx, { row, kept }, { input: { file } }, ctx) => {
    await tx.accessRemark.create({ data: { ...row, at: ctx.now }, select: { id: true } })
    if (file && kept) {
      await storeFile(tx, ctx, kept.fileId, file)
      await tx.accessAttachment.create({ data: { ...kept, remarkId: row.id, at: ctx.now }, select: { id: true } })
    }
    return { remark: row.id, attachment: kept?.id ?? null }
  },
})
