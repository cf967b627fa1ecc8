import type { Tx } from '@/lib/platform/db'
import { Prisma } from '@/prisma/generated/client'
import { type Delegated, type Grant, outsider, type Standing, standingOf } from '../rules/authority'
import type { ProjectType } from '../rules/types'

/** A project as the rules of other modules need it, its row locked. */
export type LockedProject = {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly type: ProjectType
  readonly state: 'active' | 'ended'
  readonly piId: string
  readonly institutionName: string
  readonly hiddenOnSheet: boolean
  readonly startsAt: Date
  readonly endsAt: Date
  /** GPU weeks. */
  readonly gpuBudget: number
  readonly membersConfirmedAt: Date
  readonly revision: number
}

const columns = Prisma.sql`id, slug, name, type, state, pi_id AS "piId", institution_name AS "institutionName",
  hidden_on_sheet AS "hiddenOnSheet", starts_at AS "startsAt", ends_at AS "endsAt", gpu_budget AS "gpuBudget",
  members_confirmed_at AS "membersConfirmedAt", revision`

/** Locks projects in the order of their ids (FOR NO KEY UPDATE): after slot weeks, before any insert. */
export function lockProjects(tx: Tx, ids: readonly string[]): Promise<LockedProject[]> {
  return tx.$queryRaw<LockedProject[]>`
    SELECT ${columns} FROM project WHERE id = ANY (${[...ids]}::uuid[]) ORDER BY id FOR NO KEY UPDATE`
}

/** The project at this address, locked; null when there is none. */
export async function lockProject(tx: Tx, slug: string): Promise<LockedProject | null> {
  const [project] = await tx.$queryRaw<LockedProject[]>`
    SELECT ${columns} FROM project WHERE slug = ${slug} FOR NO KEY UPDATE`
  return project ?? null
}

/** Every delegation and member of a project, for the rules. Read it after the project's lock: those who change it take that lock first. */
export async function delegatedIn(tx: Tx, { id, piId }: { id: string; piId: string }): Promise<Delegated> {
  const members = await tx.projectMember.findMany({ where: { projectId: id }, select: { personId: true } })
  const select = {
    id: true,
    rootId: true,
    parentId: true,
    grantorId: true,
    holderId: true,
    authorities: true,
    from: true,
    until: true,
    revokedAt: true,
  } as const
  const grants: Grant[] = await tx.delegation.findMany({
    where: { projectId: id, rootId: piId, revokedAt: null },
    select,
    // Of two that let somebody give equally much and long, the earlier one is always given from.
    orderBy: { id: 'asc' },
  })
  return { piId, memberIds: new Set([piId, ...members.map(({ personId }) => personId)]), grants }
}

/** How somebody stands to the project now; nobody stands outside. */
export async function standingIn(
  tx: Tx,
  project: { id: string; piId: string },
  personId: string | null,
  now: Date,
): Promise<Standing> {
  if (personId === null) return outsider
  return standingOf(await delegatedIn(tx, project), personId, now)
}
