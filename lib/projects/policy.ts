import { demandPerson, demandRole, holds, inScope, type Scope } from '@/lib/identity/policy'
import { type Actor, isPerson } from '@/lib/platform/context'
import { type Refusal, refuse } from '@/lib/platform/refusal'
import { type Authority, authorities, type Standing } from './rules/authority'

export type Permission = boolean | Refusal

const lacking = (scope: Scope): Refusal => refuse('platform.scope', { status: 403, scope })

/** A permission, and the scope of an API token besides. */
const within = (actor: Actor, scope: Scope, permission: Permission): Permission =>
  permission === true && !inScope(actor, scope) ? lacking(scope) : permission

/** Whoever takes part in a project sees it; so does a hub administrator. To everyone else there is no such project. */
export function maySeeProject(actor: Actor, standing: Standing): Permission {
  if (!isPerson(actor)) return refuse('platform.not-signed-in')
  if (standing.role === 'outsider' && !holds(actor, 'hub-administrator')) return false
  return inScope(actor, 'projects:read') ? true : lacking('projects:read')
}

/**
 * Whether the person may act for the project with this authority: as its PI, or by a living delegation. Who takes part without
 * it is told which authority is missing; to an outsider there is no such project.
 */
export function demandAuthority(actor: Actor, standing: Standing, authority: Authority, scope: Scope): Permission {
  if (!isPerson(actor)) return refuse('platform.not-signed-in')
  if (standing.role === 'outsider') return false
  if (!inScope(actor, scope)) return lacking(scope)
  return standing.authorities.includes(authority) || refuse('projects.no-authority', { status: 403, authority })
}

/** For what the PI keeps to themself, or gives with every authority at once: the project's description, its end. */
export function demandFullAuthority(actor: Actor, standing: Standing): Permission {
  if (!isPerson(actor)) return refuse('platform.not-signed-in')
  if (standing.role === 'outsider') return false
  if (!inScope(actor, 'projects:write')) return lacking('projects:write')
  return hasFullAuthority(standing) || refuse('projects.full-authority', { status: 403 })
}

/** Whether somebody can act in everything that a PI can delegate. */
export const hasFullAuthority = (standing: Standing): boolean =>
  authorities.every((authority) => standing.authorities.includes(authority))

/** For what takes no authority, only a part in the project: leaving it, answering what one is asked. */
export function demandPart(actor: Actor, standing: Standing): Permission {
  if (!isPerson(actor)) return refuse('platform.not-signed-in')
  if (standing.role === 'outsider') return false
  return inScope(actor, 'projects:write') ? true : lacking('projects:write')
}

/** For what nobody but the principal investigator does, with whatever authority: handing the role on. */
export function demandPi(actor: Actor, standing: Standing): Permission {
  const permission = demandPart(actor, standing)
  return permission !== true || standing.role === 'pi' ? permission : refuse('projects.pi-only', { status: 403 })
}

/** Who decides on applications, budgets, transfers of the PI role: a hub administrator, never for a project of their own (a rule). */
export const mayDecideProjects = (actor: Actor): Permission =>
  within(actor, 'admin', demandRole(actor, 'hub-administrator'))

/** Anyone signed in may ask that their project become one of the hub's. */
export const mayApply = (actor: Actor): Permission => within(actor, 'projects:write', demandPerson(actor))

/** An application is taken back by who made it; to others there is no such application. */
export const mayWithdrawApplication = (actor: Actor, applicantId: string | null): Permission =>
  isPerson(actor) && actor.id !== applicantId ? false : mayApply(actor)

/** Whose projects and applications the actor reads: their own, by token with a scope of projects. */
export function ownScope(actor: Actor): { personId: string } | Refusal {
  if (!isPerson(actor)) return refuse('platform.not-signed-in')
  return inScope(actor, 'projects:read') ? { personId: actor.id } : lacking('projects:read')
}
