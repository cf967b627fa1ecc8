import { type Context, isPerson } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db'
import type { Standing } from '@/lib/projects/rules/authority'
import { type LockedProject, lockProject, lockProjects, standingIn } from '@/lib/projects/store/standing'
import { type Version, versionOf } from './versions'

const columns = {
  id: true,
  projectId: true,
  amendsId: true,
  replacesId: true,
  country: true,
  number: true,
  governingId: true,
  supersededAt: true,
  supersededById: true,
  supersededToldAt: true,
  withdrawnAt: true,
  revision: true,
} as const

export type Document = { id: string; fileId: string; kind: string; since: number; until: number | null }

/** An approval under lock, with everything that the rules of its commands ask. */
export type OnApproval = {
  readonly project: LockedProject
  readonly standing: Standing
  /** In whose name a delegate acts: the PI. */
  readonly behalf: string | null
  readonly approval: {
    readonly id: string
    readonly projectId: string
    readonly amendsId: string | null
    readonly replacesId: string | null
    readonly country: string
    readonly number: string
    readonly withdrawnAt: Date | null
    readonly supersededAt: Date | null
    readonly supersededById: string | null
    readonly supersededToldAt: Date | null
    readonly revision: number
  }
  readonly latest: Version
  /** The last verified version, which governs. */
  readonly governing: Version | null
  /** Every document, those that were removed too. */
  readonly documents: readonly Document[]
}

async function standing(tx: Tx, project: LockedProject, { actor, now }: Context) {
  const own = await standingIn(tx, project, isPerson(actor) ? actor.id : null, now)
  return { project, standing: own, behalf: own.role === 'member' ? project.piId : null }
}

/** The project at this address, its row locked, with how the actor stands to it. */
export async function lockForNew(tx: Tx, slug: string, ctx: Context) {
  const project = await lockProject(tx, slug)
  return project && standing(tx, project, ctx)
}

/** An approval with its project, both locked in that order; null where there is none. */
export async function lockApproval(tx: Tx, id: string, ctx: Context): Promise<OnApproval | null> {
  const found = await tx.ethicsApproval.findUnique({ where: { id }, select: { projectId: true } })
  const [project] = found ? await lockProjects(tx, [found.projectId]) : []
  if (!project) return null
  await tx.$queryRaw`SELECT 1 FROM ethics_approval WHERE id = ${id}::uuid FOR NO KEY UPDATE`
  const select = {
    ...columns,
    versions: { orderBy: { ordinal: 'desc' }, take: 1 },
    governing: true,
    documents: { select: { id: true, fileId: true, kind: true, since: true, until: true }, orderBy: { id: 'asc' } },
  } as const
  const row = await tx.ethicsApproval.findUniqueOrThrow({ where: { id }, select })
  const { versions, governing, documents, ...approval } = row
  const latest = versions[0]
  if (!latest) throw new Error(`ethics approval ${id} has no version`)
  const own = await standing(tx, project, ctx)
  return { ...own, approval, latest: versionOf(latest), governing: governing && versionOf(governing), documents }
}

/** The documents that a version has. */
export const documentsAt = (documents: readonly Document[], ordinal: number): Document[] =>
  documents.filter(({ since, until }) => since <= ordinal && (until === null || until > ordinal))

/** An approval of this project that another one can cite: an original that stands, whatever will take its place. Null: none of this id. */
export const citableIn = (tx: Tx, projectId: string, id: string, now: Date) =>
  tx.ethicsApproval.findFirst({
    where: {
      id,
      projectId,
      amendsId: null,
      withdrawnAt: null,
      OR: [{ supersededAt: null }, { supersededAt: { gt: now } }],
    },
    select: { id: true },
  })

/** Whether the project has a living approval of this number besides `id`. */
export const isRegistered = async (
  tx: Tx,
  { projectId, country, number }: { projectId: string; country: string; number: string },
  id: string | null,
): Promise<boolean> => {
  const where = { projectId, country, number, withdrawnAt: null, ...(id && { id: { not: id } }) }
  return (await tx.ethicsApproval.count({ where })) > 0
}

type New = {
  id: string
  projectId: string
  amendsId: string | null
  replacesId: string | null
  country: string
  number: string
  createdById: string
  createdAt: Date
}

export async function insertApproval(tx: Tx, approval: New): Promise<void> {
  await tx.ethicsApproval.create({ data: approval, select: { id: true } })
}

type Change = {
  country?: string
  number?: string
  governingId?: string
  supersededAt?: Date | null
  supersededById?: string | null
  supersededToldAt?: Date | null
  withdrawnAt?: Date
  withdrawnById?: string
  withdrawnReason?: string
}

/** Moves an approval one revision on; gives the new one. */
export async function changeApproval(tx: Tx, id: string, change: Change = {}): Promise<number> {
  const data = { ...change, revision: { increment: 1 } }
  return (await tx.ethicsApproval.update({ where: { id }, data, select: { revision: true } })).revision
}
