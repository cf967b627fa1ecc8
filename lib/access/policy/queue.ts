import { holds, inScope } from '@/lib/identity/policy'
import { type Actor, isPerson, type Person } from '@/lib/platform/context'
import { notFound, type Refusal, refuse } from '@/lib/platform/refusal'

const lacking = (scope: 'requests:read' | 'requests:write'): Refusal => refuse('platform.scope', { status: 403, scope })

/** Whoever reads the queue keeps filters of it, for themself. */
export function mayKeepFilters(actor: Actor): true | Refusal {
  if (!isPerson(actor)) return refuse('platform.not-signed-in')
  return inScope(actor, 'requests:write') ? true : lacking('requests:write')
}

/** Many requests at a time are for handlers; each of them says for itself whether it is this handler's. */
export function mayActOnMany(actor: Actor): true | Refusal {
  if (!isPerson(actor)) return refuse('platform.not-signed-in')
  if (!inScope(actor, 'requests:write')) return lacking('requests:write')
  return holds(actor, 'request-handler') ? true : notFound()
}

/** Whose figures one reads: administrators and data stewards of everything, handlers of what they handle, nobody else any. */
export function figureScope(actor: Actor): { person: Person; all: boolean } | Refusal {
  if (!isPerson(actor)) return refuse('platform.not-signed-in')
  const all = holds(actor, 'hub-administrator') || holds(actor, 'data-steward')
  if (!all && !holds(actor, 'request-handler')) return notFound()
  return inScope(actor, 'requests:read') ? { person: actor, all } : lacking('requests:read')
}
