import { inScope } from '@/lib/identity/policy'
import { type Actor, isPerson } from '@/lib/platform/context'
import { type Refusal, refuse } from '@/lib/platform/refusal'

/** Somebody's calendar addresses are theirs: everybody signed in may have some. `ownerId`: whose it is, null where there is none. */
export function mayKeepFeed(actor: Actor, ownerId: string | null): boolean | Refusal {
  if (!isPerson(actor)) return refuse('platform.not-signed-in')
  if (ownerId !== null && actor.id !== ownerId) return false
  return inScope(actor, 'bookings:write') || refuse('platform.scope', { status: 403, scope: 'bookings:write' })
}

/** Whose bookings the reader sees as their own. */
export function ownBookings(actor: Actor): { personId: string } | Refusal {
  if (!isPerson(actor)) return refuse('platform.not-signed-in')
  if (inScope(actor, 'bookings:read')) return { personId: actor.id }
  return refuse('platform.scope', { status: 403, scope: 'bookings:read' })
}
