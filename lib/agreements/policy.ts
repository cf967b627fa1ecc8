import { inScope, mayChangeOwnAccount } from '@/lib/identity/policy'
import { type Actor, isPerson } from '@/lib/platform/context'
import { type Refusal, refuse } from '@/lib/platform/refusal'

/** Acceptance is personal: in a signed-in browser, never by an API token, since what binds somebody is done by themself. */
export const mayAcceptTexts = (actor: Actor): true | Refusal => mayChangeOwnAccount(actor)

/** Whose acceptances the actor reads: their own; by token with the scope of projects. */
export function ownScope(actor: Actor): { personId: string; mayAccept: boolean } | Refusal {
  if (!isPerson(actor)) return refuse('platform.not-signed-in')
  if (!inScope(actor, 'projects:read')) return refuse('platform.scope', { scope: 'projects:read', status: 403 })
  return { personId: actor.id, mayAccept: mayAcceptTexts(actor) === true }
}
