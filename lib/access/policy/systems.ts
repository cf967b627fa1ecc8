import { holds, inScope, mayAdminister } from '@/lib/identity/policy'
import { type Actor, isPerson } from '@/lib/platform/context'
import { type Refusal, refuse } from '@/lib/platform/refusal'

/** What other systems are told, and by which keys it is signed, is for hub administrators. */
export const mayKeepSystems = (actor: Actor): boolean | Refusal => mayAdminister(actor)

/** Whose visas the actor may ask for: their own; an administrator's program those of everybody. By token only with "visas". */
export function visaScope(actor: Actor): { readonly own: string; readonly everybody: boolean } | Refusal {
  if (!isPerson(actor)) return refuse('platform.not-signed-in')
  if (!inScope(actor, 'visas')) return refuse('platform.scope', { status: 403, scope: 'visas' })
  return { own: actor.id, everybody: holds(actor, 'hub-administrator') }
}
