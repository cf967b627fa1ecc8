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

/** GPU weeks that count against the budgets of these projects at this moment. */
export async function gpuWeeksUsedBy(ids: readonly string[], now: Date): Promise<ReadonlyMap<string, number>> {
  const rows = await db().$queryRaw<{ id: string; used: number }[]>`
    SELECT id, gpu_weeks_used(id, ${now}) AS used FROM unnest(${[...ids]}::uuid[]) AS asked (id)`
  return new Map(rows.map(({ id, used }) => [id, used]))
}

/** GPU weeks that count against the project's budget at this moment. */
export const gpuWeeksUsed = async (id: string, now: Date): Promise<number> =>
  (await gpuWeeksUsedBy([id], now)).get(id) ?? 0
