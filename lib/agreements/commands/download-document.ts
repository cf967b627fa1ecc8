import 'server-only'
import { command } from '@/lib/platform/command'
import { isPerson } from '@/lib/platform/context'
import { notFound } from '@/lib/platform/refusal'
import { fileContent } from '@/lib/platform/storage'
import { standingIn } from '@/lib/projects/store/standing'
import { happened } from '../events'
import { maySeeDocuments } from '../policy'
import { DownloadDocument } from '../schema/inputs'
import { documentIn } from '../store/documents'

/** Hands out a signed document, and the journal keeps who took it. For who sees the project; to others there is none. */
export const downloadDocument = command({
  name: 'agreements.download-document',
  input: DownloadDocument,
  load: async (tx, wanted, { actor, now }) => {
    const select = { id: true, slug: true, piId: true } as const
    const project = await tx.project.findUnique({ where: { slug: wanted.project }, select })
    if (!project) return null
    const standing = await standingIn(tx, project, isPerson(actor) ? actor.id : null, now)
    const document = await documentIn(tx, project.id, wanted.document)
    const id = wanted.file === 'countersigned' ? document?.countersignedFileId : document?.fileId
    return { project, standing, document, content: id ? await fileContent(tx, id) : null, id }
  },
  authorize: ({ actor }, { standing }) => maySeeDocuments(actor, standing),
  decide: (_, { project, document, content, id }) => {
    if (!document || !content || !id) return notFound()
    const { kind, version } = document
    const fact = happened.documentDownloaded(project.id, document.id, { kind, version, slug: project.slug, file: id })
    return { ...fact, content }
  },
  apply: async (_, { content }) => content,
})
