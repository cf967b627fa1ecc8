import { missingAgreements, unacceptedTexts } from '@/lib/agreements/store/missing'
import { type Context, isPerson } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db'
import { outsider, type Standing } from '@/lib/projects/rules/authority'
import { type LockedProject, lockProjects, standingIn } from '@/lib/projects/store/standing'
import type { ActingFor } from '../rules/acting'
import type { Budget } from '../rules/budget'

/** A locked project with what it uses at this moment. */
export type Spending = LockedProject & Budget

/** Locks projects in the order of their ids, with the GPU weeks that count against each now. */
export async function lockSpending(tx: Tx, ids: readonly string[], now: Date): Promise<Map<string, Spending>> {
  const projects = await lockProjects(tx, ids)
  const used = await tx.$queryRaw<{ id: string; used: number }[]>`
    SELECT id, gpu_weeks_used(id, ${now}) AS used FROM unnest(${projects.map(({ id }) => id)}::uuid[]) AS p (id)`
  const usedOf = new Map(used.map((one) => [one.id, one.used]))
  return new Map(
    projects.map((project) => [
      project.id,
      { ...project, budget: project.gpuBudget, used: usedOf.get(project.id) ?? 0 },
    ]),
  )
}

/** The project acted for, and how the actor stands to it; without one there is nothing that they may know of. */
export type Acting = { readonly project: Spending | null; readonly standing: Standing }

const nobody: Acting = { project: null, standing: outsider }

/** How the actor stands to a project that is locked. */
export async function actingIn(tx: Tx, { actor, now }: Context, project: Spending | undefined): Promise<Acting> {
  if (!project || !isPerson(actor)) return nobody
  return { project, standing: await standingIn(tx, project, actor.id, now) }
}

/** Locks the project acted for; slot weeks are locked before it. */
export async function lockActing(tx: Tx, ctx: Context, id: string | null): Promise<Acting> {
  if (id === null || !isPerson(ctx.actor)) return nobody
  return actingIn(tx, ctx, (await lockSpending(tx, [id], ctx.now)).get(id))
}

export async function projectIdOf(tx: Tx, slug: string): Promise<string | null> {
  return (await tx.project.findUnique({ where: { slug }, select: { id: true } }))?.id ?? null
}

/**
 * The project as the rules of booking need it: with the agreements that it lacks for the machine, and the texts that who books has
 * not accepted. An administrator who books for others is no user of it.
 */
export async function asActingFor(
  tx: Tx,
  { actor, now }: Context,
  { project, standing }: Acting,
  personalData: boolean,
): Promise<ActingFor | null> {
  if (!project || !isPerson(actor)) return null
  const lacks = await missingAgreements(tx, project, now)
  const demanded = personalData ? lacks : lacks.filter((kind) => kind !== 'dpa')
  const terms = standing.role === 'outsider' ? [] : await unacceptedTexts(tx, actor.id, ['user-terms'], now)
  return { ...project, missing: [...demanded, ...terms] }
}

/** In whose name the actor acts: the PI's, unless they are the PI. */
export const behalfOf = ({ actor }: Context, { piId }: { piId: string }): string | null =>
  isPerson(actor) && actor.id !== piId ? piId : null
