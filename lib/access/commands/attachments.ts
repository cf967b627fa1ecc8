import 'server-only'
import { command } from '@/lib/platform/command'
import { isPerson } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { notFound, Refused, refuse } from '@/lib/platform/refusal'
import { fileContent, forgetFile, storeFile } from '@/lib/platform/storage'
import { happened } from '../events/requests'
import { maySeeRequest } from '../policy/requests'
import { judgeFiling } from '../rules/file-limits'
import { namesFields } from '../rules/forms-named'
import { Attach, OneAttachment } from '../schema/requests'
import { formOf } from '../store/answers'
import { filedIn, filesFor } from '../store/files'
import { seenRequest } from '../store/requests'
import { onRequest } from './on-request'

const attachmentIn = (tx: Tx, requestId: string, id: string, only: { remarkId?: null } = {}) =>
  tx.accessAttachment.findFirst({
    where: { id, requestId, redactedAt: null, ...only },
    select: { id: true, fileId: true },
  })

/**
 * Adds a file to a draft, in answer to a field or besides. Refuses: access.no-such-field where that is no field for files of its form,
 * access.too-many-files, access.files-too-large.
 */
export const attachFile = onRequest({
  verb: 'attach',
  input: Attach,
  load: async (tx, { request }) => ({
    form: await formOf(tx, request.formVersionId),
    filed: await filedIn(tx, request.id),
  }),
  decide: (_, { request, more: { form, filed }, input: { fieldKey, file }, actor }) => {
    if (fieldKey !== null && !namesFields(form, [fieldKey], 'attachment')) return refuse('access.no-such-field')
    const refused = judgeFiling(filed, file.bytes.byteLength, false)
    if (refused) return refused
    const about = { name: file.name, size: file.bytes.byteLength, fieldKey, byId: actor.id }
    const row = { ...about, id: newId(), requestId: request.id, fileId: newId() }
    return { facts: [happened.attached(request, { attachment: row.id })], row }
  },
  apply: async (tx, { row }, { input: { file } }, ctx) => {
    await storeFile(tx, ctx, row.fileId, file)
    await tx.accessAttachment.create({ data: { ...row, at: ctx.now }, select: { id: true } })
    return { attachment: row.id }
  },
})

/** Takes a file out of a draft; what came with a remark stays with it. Refuses: access.no-such-file. */
export const detachFile = onRequest({
  verb: 'detach',
  input: OneAttachment,
  load: (tx, { request, input }) => attachmentIn(tx, request.id, input.attachment, { remarkId: null }),
  decide: (_, { request, more }) =>
    more
      ? { facts: [happened.detached(request, { attachment: more.id })], attachment: more }
      : refuse('access.no-such-file'),
  apply: async (tx, { attachment: { id, fileId } }, _, ctx) => {
    await tx.accessAttachment.delete({ where: { id }, select: { id: true } })
    if (fileId) await forgetFile(tx, ctx, fileId)
    return undefined
  },
})

/** Erases what a file holds and keeps the entry that there was one. Refuses: access.no-such-file. */
export const redactFile = onRequest({
  verb: 'redact',
  input: OneAttachment,
  load: (tx, { request, input }) => attachmentIn(tx, request.id, input.attachment),
  decide: (_, { request, more, actor }) =>
    more
      ? { facts: [happened.redacted(request, { attachment: more.id })], attachment: more, byId: actor.id }
      : refuse('access.no-such-file'),
  apply: async (tx, { attachment: { id, fileId }, byId }, _, ctx) => {
    const redacted = { fileId: null, redactedAt: ctx.now, redactedBy: byId }
    await tx.accessAttachment.update({ where: { id }, data: redacted, select: { id: true } })
    if (fileId) await forgetFile(tx, ctx, fileId)
    return undefined
  },
})

/** Hands out a file of a request to who sees it (`rules/files.ts`), and the journal keeps who took it. */
export const downloadAttachment = command({
  name: 'access.download-attachment',
  input: OneAttachment,
  load: async (tx, input, ctx) => {
    if (!isPerson(ctx.actor)) throw new Refused(refuse('platform.not-signed-in'))
    const seen = await seenRequest(tx, input.request, ctx)
    if (!seen) return null
    const found = (await filesFor(tx, seen)).find(({ id }) => id === input.attachment)
    const content = found?.fileId ? await fileContent(tx, found.fileId) : null
    return { ...seen, found, content }
  },
  authorize: ({ actor }, { standing }) => maySeeRequest(actor, standing),
  decide: (_, { request, found, content }) =>
    found && content ? { ...happened.downloaded(request, { attachment: found.id }), content } : notFound(),
  apply: async (_, { content }) => content,
})
