import { type Context, isPerson } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db'
import { fileContent } from '@/lib/platform/storage'
import { standingIn } from '@/lib/projects/store/standing'

/**
 * A document of an approval to hand out, with its project and how the actor stands to that; null where there is no such approval, `document`
 * null where it has none of this id. Whoever hands it out journals that.
 */
export async function documentToRead(
  tx: Tx,
  { approval: id, document: documentId }: { approval: string; document: string },
  { actor, now }: Context,
) {
  const approval = await tx.ethicsApproval.findUnique({ where: { id }, select: { id: true, projectId: true } })
  const where = { id: approval?.projectId ?? id }
  const project = await tx.project.findUnique({ where, select: { id: true, slug: true, piId: true } })
  if (!approval || !project) return null
  const standing = await standingIn(tx, project, isPerson(actor) ? actor.id : null, now)
  const select = { id: true, fileId: true, kind: true, since: true } as const
  const document = await tx.ethicsDocument.findFirst({ where: { id: documentId, approvalId: id }, select })
  return { project, standing, document, content: document && (await fileContent(tx, document.fileId)) }
}
