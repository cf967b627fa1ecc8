import 'server-only'
import { type Context, isPerson } from '@/lib/platform/context'
import { db } from '@/lib/platform/db'
import { isRefusal, Refused, refuse } from '@/lib/platform/refusal'
import { maySeeProject } from '../policy'
import { type Delegated, type Standing, standingOf } from '../rules/authority'
import type { ProjectType } from '../rules/types'
import { delegatedIn } from './standing'

const row = {
  id: true,
  slug: true,
  name: true,
  type: true,
  state: true,
  piId: true,
  institution: true,
  institutionName: true,
  department: true,
  description: true,
  listed: true,
  hiddenOnSheet: true,
  startsAt: true,
  endsAt: true,
  gpuBudget: true,
  quotaBytes: true,
  membersConfirmedAt: true,
  revision: true,
} as const

async function found(slug: string) {
  const project = await db().project.findUnique({ where: { slug }, select: row })
  return project && { ...project, type: project.type as ProjectType }
}

export type ProjectRow = NonNullable<Awaited<ReturnType<typeof found>>>
export type Seen = {
  readonly project: ProjectRow
  readonly delegated: Delegated
  readonly standing: Standing
  readonly personId: string
}

/** The project at this address with how the actor stands to it; null, as for one that is not there, to who may not see it. */
export async function seenBy({ actor, now }: Context, slug: string): Promise<Seen | null> {
  if (!isPerson(actor)) throw new Refused(refuse('platform.not-signed-in'))
  const project = await found(slug)
  if (!project) return null
  const delegated = await delegatedIn(db(), project)
  const standing = standingOf(delegated, actor.id, now)
  const permission = maySeeProject(actor, standing)
  if (isRefusal(permission)) throw new Refused(permission)
  return permission ? { project, delegated, standing, personId: actor.id } : null
}

/** GPU weeks that count against the project's budget at this moment. */
export async function gpuWeeksUsed(projectId: string, now: Date): Promise<number> {
  const [row] = await db().$queryRaw<{ used: number }[]>`SELECT gpu_weeks_used(${projectId}::uuid, ${now}) AS used`
  return row?.used ?? 0
}
