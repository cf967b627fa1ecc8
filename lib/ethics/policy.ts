import { demandPerson, demandRole, holds, inScope, type Scope } from '@/lib/identity/policy'
import { type Actor, isPerson } from '@/lib/platform/context'
import { type Refusal, refuse } from '@/lib/platform/refusal'
import { demandAuthority } from '@/lib/projects/policy'
import type { Standing } from '@/lib/projects/rules/authority'

type Permission = boolean | Refusal

const lacking = (scope: Scope): Refusal => refuse('platform.scope', { status: 403, scope })

/** Whether the actor reads the approvals of every project: ethics officers and the hub's administrators. */
const readsAll = (actor: Actor): boolean => holds(actor, 'ethics-officer') || holds(actor, 'hub-administrator')

/**
 * Who takes part in a project sees its approvals and their documents; so do ethics officers and administrators. To everyone else there
 * is no such approval. (Who works on a request sees them by the rules of requests.)
 */
export function maySeeApproval(actor: Actor, standing: Standing): Permission {
  if (!isPerson(actor)) return refuse('platform.not-signed-in')
  if (standing.role === 'outsider' && !readsAll(actor)) return false
  return inScope(actor, 'ethics:read') ? true : lacking('ethics:read')
}

/** What is not for the actor, said so to who may see the thing. */
const told = (actor: Actor, standing: Standing, permission: Permission): Permission =>
  permission === false && maySeeApproval(actor, standing) === true ? refuse('platform.forbidden') : permission

/** Register, change, hand in, withdraw, keep documents: the PI, or a delegate with the authority over ethics approvals. */
export const mayKeepApproval = (actor: Actor, standing: Standing): Permission =>
  told(actor, standing, demandAuthority(actor, standing, 'manage-ethics', 'ethics:write'))

/** Verify and return: ethics officers (for a project of their own a rule refuses it). */
export function mayVerify(actor: Actor, standing: Standing): Permission {
  const permission = demandRole(actor, 'ethics-officer')
  if (permission !== true) return told(actor, standing, permission)
  return inScope(actor, 'ethics:write') ? true : lacking('ethics:write')
}

/** The queue of what waits for verification: ethics officers; administrators may look. */
export function queueScope(actor: Actor): { personId: string; verifies: boolean } | Refusal | null {
  if (!isPerson(actor)) return refuse('platform.not-signed-in')
  if (!readsAll(actor)) {
    const permission = demandRole(actor, 'ethics-officer')
    return permission === false || permission === true ? null : permission
  }
  if (!inScope(actor, 'ethics:read')) return lacking('ethics:read')
  return { personId: actor.id, verifies: holds(actor, 'ethics-officer') }
}

/** Whose approvals the actor lists: those of the projects they take part in, or of every project. */
export function listScope(actor: Actor): { personId: string; all: boolean } | Refusal {
  const signedIn = demandPerson(actor)
  if (signedIn !== true || !isPerson(actor)) return signedIn === true ? refuse('platform.not-signed-in') : signedIn
  if (!inScope(actor, 'ethics:read')) return lacking('ethics:read')
  return { personId: actor.id, all: readsAll(actor) }
}

/** What the clock does, nobody else does. */
export const isClock = (actor: Actor): Permission =>
  actor.kind === 'system' || (isPerson(actor) ? false : refuse('platform.not-signed-in'))
