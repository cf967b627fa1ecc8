import 'server-only'
import { command } from '@/lib/platform/command'
import { isPerson } from '@/lib/platform/context'
import { notFound } from '@/lib/platform/refusal'
import { fileContent } from '@/lib/platform/storage'
import { standingIn } from '@/lib/projects/store/standing'
import { happened } from '../events'
import { maySeeApproval } from '../policy'
import { DocumentAddress } from '../schema/inputs'

/** Hands out a document of an approval, to show or to save, and the journal keeps who had it. For who sees the approval. */
export const readDocument = command({
  name: 'ethics.read-document',
  input: DocumentAddress,
  load: async (tx, { approval: id, document: documentId }, { actor, now }) => {
    const approval = await tx.ethicsApproval.findUnique({ where: { id }, select: { id: true, projectId: true } })
    const where = { id: approval?.projectId ?? id }
    const project = await tx.project.findUnique({ where, select: { id: true, slug: true, piId: true } })
    if (!approval || !project) return null
    const standing = await standingIn(tx, project, isPerson(actor) ? actor.id : null, now)
    const select = { id: true, fileId: true, kind: true, since: true } as const
    const document = await tx.ethicsDocument.findFirst({ where: { id: documentId, approvalId: id }, select })
    return { project, standing, document, content: document && (await fileContent(tx, document.fileId)) }
  },
  authorize: ({ actor }, { standing }) => maySeeApproval(actor, standing),
  decide: (_, { project, document, content }, { approval }) => {
    if (!document || !content) return notFound()
    const { id, kind, since } = document
    const data = { slug: project.slug, version: since, document: id, kind }
    return { ...happened.documentRead(project.id, approval, data), content }
  },
  apply: async (_, { content }) => content,
})
