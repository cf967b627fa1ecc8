import { holds, inScope } from '@/lib/identity/policy'
import { type Actor, isPerson } from '@/lib/platform/context'
import { type Refusal, refuse } from '@/lib/platform/refusal'
import { demandAuthority } from '@/lib/projects/policy'
import type { Standing } from '@/lib/projects/rules/authority'

type Permission = boolean | Refusal

const lacking = (scope: 'bookings:read' | 'bookings:write' | 'compute'): Refusal =>
  refuse('platform.scope', { status: 403, scope })

/** Whether somebody acts as compute administrator for a project: never for one that they take part in. */
export const actsAsAdministrator = (actor: Actor, standing: Standing): boolean =>
  standing.role === 'outsider' && holds(actor, 'compute-administrator')

/**
 * Book, cancel, move, wait for a project: its PI, who holds the authority "book compute", or a compute administrator who takes no part
 * in it (a token then needs "compute" besides). To everyone else outside there is no such project.
 */
export function mayBook(actor: Actor, standing: Standing): Permission {
  if (!actsAsAdministrator(actor, standing)) return demandAuthority(actor, standing, 'book-compute', 'bookings:write')
  if (!inScope(actor, 'bookings:write')) return lacking('bookings:write')
  return inScope(actor, 'compute') || lacking('compute')
}

/** Lift the budget: a compute administrator, never for a project of their own. */
export function mayOverride(actor: Actor, standing: Standing): Permission {
  if (!holds(actor, 'compute-administrator')) return refuse('booking.override-forbidden', { status: 403 })
  return standing.role === 'outsider' || refuse('booking.own-project', { status: 403 })
}

/** Whose bookings somebody reads: everybody's for administrators, else those of the projects they take part in. */
export function bookingScope(actor: Actor): { personId: string; all: boolean } | Refusal {
  if (!isPerson(actor)) return refuse('platform.not-signed-in')
  if (!inScope(actor, 'bookings:read')) return lacking('bookings:read')
  return { personId: actor.id, all: holds(actor, 'compute-administrator') || holds(actor, 'hub-administrator') }
}
