import { inScope, mayAdminister, mayChangeOwnAccount } from '@/lib/identity/policy'
import { type Actor, isPerson } from '@/lib/platform/context'
import { type Refusal, refuse } from '@/lib/platform/refusal'
import { maySeeProject } from '@/lib/projects/policy'
import { authorities, type Standing } from '@/lib/projects/rules/authority'

type Permission = boolean | Refusal

/** Acceptance is personal: in a signed-in browser, never by an API token, since what binds somebody is done by themself. */
export const mayAcceptTexts = (actor: Actor): true | Refusal => mayChangeOwnAccount(actor)

/** Whose acceptances the actor reads: their own; by token with the scope of projects. */
export function ownScope(actor: Actor): { personId: string; mayAccept: boolean } | Refusal {
  if (!isPerson(actor)) return refuse('platform.not-signed-in')
  if (!inScope(actor, 'projects:read')) return refuse('platform.scope', { scope: 'projects:read', status: 403 })
  return { personId: actor.id, mayAccept: mayAcceptTexts(actor) === true }
}

/** Draft, edit, discard and publish texts: hub administrators, and the system. */
export const mayKeepTexts = (actor: Actor): Permission => mayAdminister(actor)

/** Who sees a project sees its agreements and has their files: who takes part, and hub administrators. */
export const maySeeDocuments = (actor: Actor, standing: Standing): Permission => maySeeProject(actor, standing)

/** Signing binds the whole project: its PI does, or who holds every authority of the PI. A member is told so. */
export function maySign(actor: Actor, standing: Standing): Permission {
  if (!isPerson(actor)) return refuse('platform.not-signed-in')
  if (standing.role === 'outsider') return false
  if (!inScope(actor, 'projects:write')) return refuse('platform.scope', { scope: 'projects:write', status: 403 })
  const signs = standing.role === 'pi' || authorities.every((one) => standing.authorities.includes(one))
  return signs || refuse('agreements.not-signatory', { status: 403 })
}

/** Countersign, return, terminate: hub administrators (for a project of their own a rule refuses it). Who else sees the project is told. */
export function mayCountersign(actor: Actor, standing: Standing): Permission {
  const permission = mayAdminister(actor)
  return permission === false && maySeeDocuments(actor, standing) === true ? refuse('platform.forbidden') : permission
}

/** What the clock does, nobody else does. */
export const isClock = (actor: Actor): Permission =>
  actor.kind === 'system' || (isPerson(actor) ? false : refuse('platform.not-signed-in'))
