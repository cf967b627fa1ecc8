import 'server-only'
import { newId } from '@/lib/platform/id'
import { isRefusal, refuse } from '@/lib/platform/refusal'
import { happened } from '../events'
import { demandAuthority, demandPart } from '../policy'
import { judgeGrant, mayEnd } from '../rules/granting'
import { afterDay, lifeOf, startOf } from '../rules/periods'
import { Delegate, RevokeDelegation } from '../schema/members'
import { insertDelegation } from '../store/delegations'
import { endDelegation } from '../store/members'
import { nothingMore, onProject } from './on-project'

/** From the day that was asked for, but never in the past. */
const beginning = (from: string | null, now: Date): Date => {
  const wanted = from === null ? now : startOf(from)
  return wanted < now ? now : wanted
}

/**
 * Gives another member authorities for a time, never more nor longer than one holds. Refuses: projects.over, projects.own-delegate,
 * projects.pi-has-all, projects.not-a-member, projects.delegation-over, projects.more-than-own, projects.longer-than-own.
 */
export const delegate = onProject({
  name: 'projects.delegate',
  input: Delegate,
  load: nothingMore,
  authorize: (actor, standing) => demandAuthority(actor, standing, 'delegate', 'projects:write'),
  decide: ({ now }, { project, delegated, actor, behalf, input }) => {
    if (lifeOf(project, now) === 'over') return refuse('projects.over')
    const { person, authorities, from, until } = input
    const period = { from: beginning(from, now), until: afterDay(until) }
    const wish = { holderId: person, authorities, ...period }
    const judged = judgeGrant(delegated, actor.id, wish, { projectEnds: project.endsAt, now })
    if (isRefusal(judged)) return judged
    const { id, slug, piId: rootId } = project
    const fact = happened.delegated(id, { slug, person, delegation: newId(), authorities, until })
    return { ...fact, onBehalfOf: behalf, row: { ...wish, ...judged, rootId, grantorId: actor.id } }
  },
  apply: async (tx, { data: { delegation: id }, row }, { project }, { now }) => {
    await insertDelegation(tx, { ...row, id, projectId: project.id, createdAt: now })
    return { id }
  },
})

/**
 * Ends a delegation at once, and with it all that was given from it: the PI any, whoever gave it or one above it, and its holder.
 * Refuses: projects.delegation-ended, projects.not-above.
 */
export const revokeDelegation = onProject({
  name: 'projects.revoke-delegation',
  input: RevokeDelegation,
  load: nothingMore,
  authorize: demandPart,
  decide: ({ now }, { project: { id, slug }, delegated, actor, behalf, input }) => {
    const grant = delegated.grants.find((one) => one.id === input.delegationId)
    if (!grant || grant.until <= now) return refuse('projects.delegation-ended')
    if (!mayEnd(delegated, grant, actor.id)) return refuse('projects.not-above', { status: 403 })
    const { holderId: person } = grant
    const fact = happened.delegationRevoked(id, { slug, person, delegation: grant.id })
    return { ...fact, onBehalfOf: person === actor.id ? null : behalf }
  },
  apply: async (tx, { data: { delegation: id } }, { actor }, { now }) => {
    await endDelegation(tx, id, actor.id, now)
    return { id }
  },
})
