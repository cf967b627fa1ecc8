import 'server-only'
import { command } from '@/lib/platform/command'
import { notFound } from '@/lib/platform/refusal'
import { happened } from '../events'
import { maySeeApproval } from '../policy'
import { DocumentAddress } from '../schema/inputs'
import { documentToRead } from '../store/reading'

/** Hands out a document of an approval, to show or to save, and the journal keeps who had it. For who sees the approval. */
export const readDocument = command({
  name: 'ethics.read-document',
  input: DocumentAddress,
  load: documentToRead,
  authorize: ({ actor }, { standing }) => maySeeApproval(actor, standing),
  decide: (_, { project, document, content }, { approval }) => {
    if (!document || !content) return notFound()
    const { id, kind, since } = document
    const data = { slug: project.slug, version: since, document: id, kind }
    return { ...happened.documentRead(project.id, approval, data), content }
  },
  apply: async (_, { content }) => content,
})
