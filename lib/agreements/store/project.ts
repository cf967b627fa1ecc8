import type { Context } from '@/lib/platform/context'
import { isPerson } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db'
import type { Standing } from '@/lib/projects/rules/authority'
import { type LockedProject, lockProjects, standingIn } from '@/lib/projects/store/standing'
import { type Document, lockDocument } from './documents'

export type OnProject = { readonly project: LockedProject; readonly standing: Standing }

/** A project by its address, its row locked, with how the actor stands to it; null where there is none. */
export async function lockProject(tx: Tx, slug: string, { actor, now }: Context): Promise<OnProject | null> {
  const found = await tx.project.findUnique({ where: { slug }, select: { id: true } })
  const [project] = found ? await lockProjects(tx, [found.id]) : []
  if (!project) return null
  return { project, standing: await standingIn(tx, project, isPerson(actor) ? actor.id : null, now) }
}

export type OnDocument = OnProject & { readonly document: Document | null }

/** One of a project's documents, both locked in that order. */
export async function lockProjectDocument(
  tx: Tx,
  wanted: { project: string; document: string },
  ctx: Context,
): Promise<OnDocument | null> {
  const loaded = await lockProject(tx, wanted.project, ctx)
  return loaded && { ...loaded, document: await lockDocument(tx, loaded.project.id, wanted.document) }
}
