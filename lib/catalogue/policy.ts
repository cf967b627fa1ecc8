import { demandPerson, demandRole, holds, inScope } from '@/lib/identity/policy'
import { type Actor, isPerson } from '@/lib/platform/context'
import { type Refusal, refuse } from '@/lib/platform/refusal'
import { type DatasetState, type DatasetVerb, permits } from './rules/publishing'

type Permission = boolean | Refusal

const scopeRefused = refuse('platform.scope', { scope: 'catalogue:write', status: 403 })

/** Whether the actor may write to the catalogue with this credential at all. */
function within(actor: Actor, permission: Permission): Permission {
  return permission !== true || inScope(actor, 'catalogue:write') ? permission : scopeRefused
}

/** Create, edit, publish, hide, withdraw, import, keep the priority list, decide proposals: data stewards, and the system. */
export function mayStewardCatalogue(actor: Actor): Permission {
  if (actor.kind === 'system') return true
  return within(actor, demandRole(actor, 'data-steward'))
}

/** Whether a token of this scope, or a session, may read what the catalogue keeps for its person. */
const mayRead = (actor: Actor): boolean => inScope(actor, 'catalogue:read') || inScope(actor, 'catalogue:write')

/** Drafts and hidden datasets: stewards and the hub's administrators (who may look, not change); by token with a scope of the catalogue. */
export function maySeeUnpublished(actor: Actor): boolean {
  if (!mayRead(actor)) return false
  return holds(actor, 'data-steward') || holds(actor, 'hub-administrator')
}

/** The stewards' pages: whoever may see what is not published; to others they are not there. */
export function maySeeStewardship(actor: Actor): Permission {
  if (maySeeUnpublished(actor)) return true
  const permission = demandRole(actor, 'data-steward')
  return permission === true ? refuse('platform.scope', { scope: 'catalogue:read', status: 403 }) : permission
}

/** Whether the actor may know of a dataset in this state. A tombstone is public. */
export function maySeeDataset(actor: Actor, state: DatasetState): boolean {
  return state === 'published' || state === 'withdrawn' || maySeeUnpublished(actor)
}

/** Recipients who opted out of the public record: stewards, who handles requests, and administrators see them in full. */
export function maySeeFullSharingRecord(actor: Actor): boolean {
  return maySeeUnpublished(actor) || (mayRead(actor) && holds(actor, 'request-handler'))
}

/** Anyone signed in may propose a collection. */
export function mayProposeCollection(actor: Actor): Permission {
  return within(actor, demandPerson(actor))
}

/** A proposal is seen by who made it and by those who decide on it. */
export function maySeeProposal(actor: Actor, proposerId: string): boolean {
  return maySeeUnpublished(actor) || (isPerson(actor) && actor.id === proposerId)
}

/** Whose saved searches and proposals the actor reads: their own; by token with a scope of the catalogue. */
export function ownScope(actor: Actor): { personId: string } | Refusal {
  if (!isPerson(actor)) return refuse('platform.not-signed-in')
  return mayRead(actor) ? { personId: actor.id } : refuse('platform.scope', { scope: 'catalogue:read', status: 403 })
}

/** A saved search belongs to one person. */
export function mayKeepSavedSearch(actor: Actor, ownerId: string | null): Permission {
  if (ownerId !== null && isPerson(actor) && actor.id !== ownerId) return false
  return within(actor, demandPerson(actor))
}

/** What the actor may do with a dataset in this state, for the page's buttons: what the commands would accept. */
export function datasetAbilities(actor: Actor, state: DatasetState): readonly DatasetVerb[] {
  return mayStewardCatalogue(actor) === true ? permits[state] : []
}
