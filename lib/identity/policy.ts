import { type Actor, isPerson, type Person } from '@/lib/platform/context'
import { type Refusal, refuse } from '@/lib/platform/refusal'

/** The hub roles of the domain; a database constraint holds the same list. */
export const roles = [
  'data-steward',
  'request-handler',
  'decider',
  'reviewer',
  'ethics-officer',
  'compute-administrator',
  'hub-administrator',
] as const
export type Role = (typeof roles)[number]

export const isRole = (value: unknown): value is Role => roles.includes(value as Role)

/** What a personal API token may be allowed to do; a session may do everything that its person may. */
export const scopes = [
  'catalogue:read',
  'catalogue:write',
  'projects:read',
  'projects:write',
  'ethics:read',
  'ethics:write',
  'requests:read',
  'requests:write',
  'visas',
  'data:read',
  'bookings:read',
  'bookings:write',
  'compute',
  'account:read',
  'journal:read',
  'admin',
] as const
export type Scope = (typeof scopes)[number]

/** Whether the actor acts with this hub role now: it counts only when the sign-in was proven by a second factor. */
export const holds = (actor: Actor, role: Role): boolean =>
  isPerson(actor) && actor.secondFactor && actor.roles.includes(role)

/** Whether the actor was given the role, whatever the strength of the sign-in. */
const wasGiven = (actor: Actor, role: Role): boolean => isPerson(actor) && actor.roles.includes(role)

/** Whether the actor's credential covers this: a session always does, an API token by its scopes. */
export const inScope = (actor: Actor, scope: Scope): boolean =>
  isPerson(actor) && (actor.scopes === null || actor.scopes.includes(scope))

/** A yes, or why the role does not act: not signed in, second factor missing, or false ("not found") for everyone else. */
export function demandRole(actor: Actor, role: Role): boolean | Refusal {
  if (!isPerson(actor)) return refuse('platform.not-signed-in')
  if (holds(actor, role)) return true
  return wasGiven(actor, role) ? refuse('platform.second-factor') : false
}

/** A yes for a signed-in person, else the refusal that leads to sign-in. */
export const demandPerson = (actor: Actor): true | Refusal =>
  isPerson(actor) ? true : refuse('platform.not-signed-in')

/** Changes of one's own account are made in a signed-in browser, never by an API token: a leaked token cannot extend itself. */
export function mayChangeOwnAccount(actor: Actor): true | Refusal {
  if (!isPerson(actor)) return refuse('platform.not-signed-in')
  return actor.scopes === null ? true : refuse('identity.session-needed', { status: 403 })
}

/** A person with a hub role whose sign-in was not proven by a second factor: led to enrolment or to the code. */
export const owesSecondFactor = (actor: Actor): actor is Person =>
  isPerson(actor) && actor.roles.length > 0 && !actor.secondFactor

/** Whether the actor may see and change other people's accounts and roles: a hub administrator, by token only with "admin". */
export function mayAdminister(actor: Actor): boolean | Refusal {
  // The command line on the hub's own machine acts as the system; it makes the first administrator.
  if (actor.kind === 'system') return true
  const permission = demandRole(actor, 'hub-administrator')
  if (permission !== true) return permission
  return inScope(actor, 'admin') ? true : refuse('platform.scope', { status: 403, scope: 'admin' })
}

/** What of the journal an actor may read: everything, the catalogue besides one's own, one's own; or a refusal. */
export function journalScope(
  actor: Actor,
): { kind: 'all' } | { kind: 'catalogue' | 'own'; personId: string } | Refusal {
  if (!isPerson(actor)) return refuse('platform.not-signed-in')
  if (!inScope(actor, 'journal:read')) return refuse('platform.scope', { status: 403, scope: 'journal:read' })
  if (holds(actor, 'hub-administrator')) return { kind: 'all' }
  return { kind: holds(actor, 'data-steward') ? 'catalogue' : 'own', personId: actor.id }
}
