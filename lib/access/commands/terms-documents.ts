import 'server-only'
import { command } from '@/lib/platform/command'
import { isPerson } from '@/lib/platform/context'
import { newId } from '@/lib/platform/id'
import { storeFile } from '@/lib/platform/storage'
import { happened } from '../events/requests'
import { mayPublishTerms } from '../policy/requests'
import { KeepTermsDocument } from '../schema/workflows'
import { forgetUnnamed } from '../store/terms-documents'

/** Keeps a PDF that the next versions of terms can have as part of them: at once, or it is forgotten after a day. */
export const keepTermsDocument = command({
  name: 'access.keep-terms-document',
  input: KeepTermsDocument,
  load: async (_, { file }) => ({ file }),
  authorize: ({ actor }) => mayPublishTerms(actor),
  decide: ({ actor, now }, { file: { name, bytes, sha256 } }) => {
    const about = { name, size: bytes.byteLength, sha256, addedById: isPerson(actor) ? actor.id : null, addedAt: now }
    const row = { ...about, id: newId(), fileId: newId() }
    return { ...happened.termsDocumentKept('documents', row.id, { sha256 }), row }
  },
  apply: async (tx, { row }, { file }, ctx) => {
    await forgetUnnamed(tx, ctx)
    await storeFile(tx, ctx, row.fileId, file)
    await tx.accessTermsDocument.create({ data: row, select: { id: true } })
    const { id, name, size, sha256 } = row
    return { id, name, size, sha256 }
  },
})
