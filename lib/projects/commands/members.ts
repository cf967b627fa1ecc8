import 'server-only'
import type { Person } from '@/lib/platform/context'
import { type Refusal, refuse } from '@/lib/platform/refusal'
import { happened } from '../events'
import { demandAuthority, demandPart } from '../policy'
import type { Standing } from '../rules/authority'
import { isAbove } from '../rules/granting'
import { ConfirmMembers, RemoveMember } from '../schema/members'
import { ProjectChoice } from '../schema/projects'
import { deleteMember } from '../store/members'
import { changeProject } from '../store/projects'
import { closeTransfer, openTransfer } from '../store/transfers'
import { nothingMore, type OnProject, onProject } from './on-project'

const managers = (actor: Person, standing: Standing) =>
  demandAuthority(actor, standing, 'manage-members', 'projects:write')

type Going = OnProject<unknown, Awaited<ReturnType<typeof openTransfer>>>

/** Whoever goes cannot lead: a transfer to them that is under way ends. */
function cancelled({ project: { id, slug }, more: transfer, behalf }: Going, person: string) {
  if (transfer?.toId !== person) return []
  return [{ ...happened.transferCancelled(id, { slug, person, transfer: transfer.id }), onBehalfOf: behalf }]
}

/** Leaves a project; what one held ends. Refuses: projects.pi-stays. */
export const leaveProject = onProject({
  name: 'projects.leave',
  input: ProjectChoice,
  load: (tx, { project }) => openTransfer(tx, project.id),
  authorize: demandPart,
  decide: (_, on) => {
    const { project, standing, actor } = on
    if (standing.role === 'pi') return refuse('projects.pi-stays')
    const left = happened.left(project.id, { slug: project.slug })
    return [left, ...cancelled({ ...on, behalf: null }, actor.id)]
  },
  apply: async (tx, _, { project: { id, slug }, actor, more: transfer }, { now }) => {
    await deleteMember(tx, id, actor.id, { byId: actor.id, now })
    if (transfer?.toId === actor.id) await closeTransfer(tx, transfer.id, { state: 'cancelled', closedAt: now })
    await changeProject(tx, id, {})
    return { slug }
  },
})

/** Null, or why this person is not removed by this one. */
function judgeRemoval({ project, delegated, actor }: OnProject<unknown, unknown>, person: string): Refusal | null {
  if (person === project.piId) return refuse('projects.pi-stays')
  if (!delegated.memberIds.has(person)) return refuse('projects.not-a-member')
  if (person === actor.id) return refuse('projects.leave-instead')
  return isAbove(delegated, person, actor.id) ? refuse('projects.above-you', { status: 403 }) : null
}

/** Removes a member; what they held ends. Refuses: projects.pi-stays, projects.not-a-member, projects.leave-instead, projects.above-you. */
export const removeMember = onProject({
  name: 'projects.remove-member',
  input: RemoveMember,
  load: (tx, { project }) => openTransfer(tx, project.id),
  authorize: managers,
  decide: (_, on) => {
    const { project, behalf, input } = on
    const { person } = input
    const removed = { ...happened.removed(project.id, { slug: project.slug, person }), onBehalfOf: behalf }
    return judgeRemoval(on, person) ?? [removed, ...cancelled(on, person)]
  },
  apply: async (tx, _, { project: { id, slug }, actor, input: { person }, more: transfer }, { now }) => {
    await deleteMember(tx, id, person, { byId: actor.id, now })
    if (transfer?.toId === person) await closeTransfer(tx, transfer.id, { state: 'cancelled', closedAt: now })
    await changeProject(tx, id, {})
    return { slug }
  },
})

/** Confirms that the members are those of the list that was read: once a year. Refuses: projects.moved-on. */
export const confirmMembers = onProject({
  name: 'projects.confirm-members',
  input: ConfirmMembers,
  load: nothingMore,
  authorize: managers,
  decide: (_, { project: { id, slug, revision }, delegated, behalf, input: { expectedRevision: expected } }) =>
    revision === expected
      ? { ...happened.membersConfirmed(id, { slug, members: delegated.memberIds.size }), onBehalfOf: behalf }
      : refuse('projects.moved-on', { expected, revision }),
  apply: async (tx, _, { project: { id, slug } }, { now }) => {
    await changeProject(tx, id, { membersConfirmedAt: now })
    return { slug, membersConfirmedAt: now }
  },
})
