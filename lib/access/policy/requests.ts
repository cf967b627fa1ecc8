import { demandRole, holds, inScope, mayAdminister, mayChangeOwnAccount, type Scope } from '@/lib/identity/policy'
import { type Actor, isPerson, type Person } from '@/lib/platform/context'
import { type Refusal, refuse } from '@/lib/platform/refusal'
import { demandAuthority } from '@/lib/projects/policy'
import type { Standing } from '@/lib/projects/rules/authority'
import type { AccessStanding, Who } from '../rules/roles'
import { everAllows, type Verb } from '../rules/states'

type Permission = boolean | Refusal

const lacking = (scope: Scope): Refusal => refuse('platform.scope', { status: 403, scope })

/** Somebody with the hub roles that act for them now; `organisation` is their home organisation's ROR address. */
export const whoIs = (actor: Person, organisation: string | null): Who => ({
  id: actor.id,
  organisation,
  holdsHandler: holds(actor, 'request-handler'),
  holdsReviewer: holds(actor, 'reviewer'),
  holdsDecider: holds(actor, 'decider'),
  isAdministrator: holds(actor, 'hub-administrator'),
})

/** Whoever asks for the data, is assigned to its datasets or was asked, and administrators. To everybody else there is no such request. */
export function maySeeRequest(actor: Actor, { side }: AccessStanding): Permission {
  if (!isPerson(actor)) return refuse('platform.not-signed-in')
  if (side === 'outside') return false
  return inScope(actor, 'requests:read') ? true : lacking('requests:read')
}

/**
 * The ethics approval of a request is read by who handles, reviews or decides it, and administrators. Whoever asks reads it among their
 * project's own.
 */
export function mayReadEthics(actor: Actor, standing: AccessStanding): Permission {
  const permission = maySeeRequest(actor, standing)
  return permission === true ? standing.side === 'hub' || standing.side === 'asked' : permission
}

/**
 * Whether somebody may ever do this with a request that they see; whether its state lets them now is a rule. Who takes part without
 * the authority is told which one is missing; who works at the hub and has an interest of their own is told that, and does nothing, not
 * even what those who ask could do as well.
 */
export function mayAct(actor: Actor, standing: AccessStanding, verb: Verb): Permission {
  if (!isPerson(actor)) return refuse('platform.not-signed-in')
  const { side, roles, conflict } = standing
  if (side === 'outside') return false
  if (!inScope(actor, 'requests:write')) return lacking('requests:write')
  if (!everAllows(roles, verb)) {
    const isApplicants = side === 'asking' && everAllows(['applicant'], verb)
    return isApplicants
      ? refuse('projects.no-authority', { status: 403, authority: 'request-data' })
      : refuse('platform.forbidden')
  }
  if (side === 'asking') return true
  if (conflict !== null) return refuse('access.conflict', { status: 403, conflict })
  return actor.secondFactor ? true : refuse('platform.second-factor')
}

/** Whoever may ask for data in a project's name begins a request for it. */
export const mayRequestFor = (actor: Actor, standing: Standing): Permission =>
  demandAuthority(actor, standing, 'request-data', 'requests:write')

/** Anyone signed in may ask for data, for a project that is made with their first request. */
export function mayBegin(actor: Actor): Permission {
  if (!isPerson(actor)) return refuse('platform.not-signed-in')
  return inScope(actor, 'requests:write') ? true : lacking('requests:write')
}

/** What binds somebody they accept themself: in a signed-in browser, never by an API token. */
export const mayAcceptTerms = (actor: Actor): true | Refusal => mayChangeOwnAccount(actor)

/** Terms of access are published by data stewards. */
export function mayPublishTerms(actor: Actor): Permission {
  const permission = demandRole(actor, 'data-steward')
  return permission === true && !inScope(actor, 'catalogue:write') ? lacking('catalogue:write') : permission
}

/** How requests are worked, and who works them, is for hub administrators. */
export const mayKeepWorkflows = (actor: Actor): Permission => mayAdminister(actor)

/** Whoever is assigned says that they are away, and who stands in; to others there is no such assignment. */
export function isAssignee(actor: Actor, assigned: boolean): Permission {
  if (!isPerson(actor)) return refuse('platform.not-signed-in')
  if (!assigned) return false
  return inScope(actor, 'requests:write') ? true : lacking('requests:write')
}

/** What the clock does, nobody else does. */
export const isClock = (actor: Actor): Permission =>
  actor.kind === 'system' || (isPerson(actor) ? false : refuse('platform.not-signed-in'))

/** Whose requests, grants and verdicts the actor reads: their own, or those they are assigned to. */
export function readerScope(actor: Actor): { person: Person } | Refusal {
  if (!isPerson(actor)) return refuse('platform.not-signed-in')
  return inScope(actor, 'requests:read') ? { person: actor } : lacking('requests:read')
}
