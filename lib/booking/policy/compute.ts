import { demandRole, inScope } from '@/lib/identity/policy'
import { type Actor, isPerson } from '@/lib/platform/context'
import { type Refusal, refuse } from '@/lib/platform/refusal'

type Permission = boolean | Refusal

/** Machines, layouts, maintenance, readiness, figures: a compute administrator, by token only with "compute". */
export function mayAdministerCompute(actor: Actor): Permission {
  // The seed of a demonstration acts as the system.
  if (actor.kind === 'system') return true
  const permission = demandRole(actor, 'compute-administrator')
  if (permission !== true) return permission
  return inScope(actor, 'compute') || refuse('platform.scope', { status: 403, scope: 'compute' })
}

/** Whoever is signed in sees which machines there are, and how they are used. */
export function mayReadBookings(actor: Actor): Permission {
  if (!isPerson(actor)) return refuse('platform.not-signed-in')
  return inScope(actor, 'bookings:read') || refuse('platform.scope', { status: 403, scope: 'bookings:read' })
}

/** What the clock brings is done by the system alone. */
export const isTheClock = (actor: Actor): boolean => actor.kind === 'system'
