import { mayStewardCatalogue } from '@/lib/catalogue/policy'
import { demandPerson, inScope } from '@/lib/identity/policy'
import { type Actor, isPerson, type Person } from '@/lib/platform/context'
import { type Refusal, refuse } from '@/lib/platform/refusal'

/** List, upload, register, publish: data stewards, and the system when it seeds. */
export const mayKeepFiles = (actor: Actor): boolean | Refusal => mayStewardCatalogue(actor)

/** Ask for a link and fetch by it: a person, by token only with a scope for the very data. Whether they may use them the verdict says. */
export function mayFetch(actor: Actor): true | Refusal {
  const signedIn = demandPerson(actor)
  if (signedIn !== true) return signedIn
  return inScope(actor, 'data:read') ? true : refuse('platform.scope', { status: 403, scope: 'data:read' })
}

/** Whether a link is this person's. It opens nothing by itself: whoever comes with it shows a living session or token of that very person. */
export const isTheirs = (actor: Actor, { personId }: { readonly personId: string }): actor is Person =>
  isPerson(actor) && actor.id === personId
