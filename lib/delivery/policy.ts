import type { AccessStanding } from '@/lib/access/rules/roles'
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

/**
 * Say that data were handed over: whoever handles the dataset of the grant, `workflow` being that of it, unless an interest of their own
 * keeps them from it. To who may not see the request there is no such grant.
 */
export function mayRecordSharing(actor: Actor, standing: AccessStanding, workflow: string): boolean | Refusal {
  const signedIn = demandPerson(actor)
  if (signedIn !== true || !isPerson(actor)) return signedIn
  if (standing.side === 'outside') return false
  if (!standing.handles.includes(workflow)) return standing.side === 'asked' ? false : refuse('platform.forbidden')
  if (!inScope(actor, 'requests:write')) return refuse('platform.scope', { status: 403, scope: 'requests:write' })
  if (standing.conflict !== null) return refuse('access.conflict', { status: 403, conflict: standing.conflict })
  return actor.secondFactor ? true : refuse('platform.second-factor')
}

/** Whether a link is this person's. It opens nothing by itself: whoever comes with it shows a living session or token of that very person. */
export const isTheirs = (actor: Actor, { personId }: { readonly personId: string }): actor is Person =>
  isPerson(actor) && actor.id === personId
