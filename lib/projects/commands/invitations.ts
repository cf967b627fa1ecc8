import 'server-only'
import type { z } from 'zod'
import { limits } from '@/lib/identity/rules/limits'
import { command } from '@/lib/platform/command'
import { type Context, isPerson, type Person } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { limited } from '@/lib/platform/limited'
import { type Refusal, refuse } from '@/lib/platform/refusal'
import { happened } from '../events'
import { demandAuthority, mayApply } from '../policy'
import { type Standing, standingOf } from '../rules/authority'
import { lifeOf } from '../rules/periods'
import { InviteMember, OneInvitation, Ticket } from '../schema/members'
import {
  countOpen,
  endInvitation,
  insertInvitation,
  invitationIn,
  openInvitation,
  prolongInvitation,
} from '../store/invitations'
import { insertMember } from '../store/members'
import { changeProject } from '../store/projects'
import { delegatedIn, lockProject } from '../store/standing'
import { onProject } from './on-project'

/** The most invitations of a project that may be open at a time. */
const mostOpen = 50

const managers = (actor: Person, standing: Standing) =>
  demandAuthority(actor, standing, 'manage-members', 'projects:write')

const invite = onProject({
  name: 'projects.invite',
  input: InviteMember,
  load: async (tx, { project: { id: projectId }, input: { email } }, { now }) => ({
    open: await countOpen(tx, { projectId }, now),
    same: await countOpen(tx, { projectId, email }, now),
  }),
  authorize: managers,
  decide: ({ now, language }, { project, behalf, more: { open, same } }) => {
    const { id, slug } = project
    if (lifeOf(project, now) === 'over') return refuse('projects.over')
    if (same > 0) return refuse('projects.already-invited')
    if (open >= mostOpen) return refuse('projects.too-many-invitations', { limit: mostOpen })
    return { ...happened.invited(id, { slug, invitation: newId(), language }), onBehalfOf: behalf }
  },
  apply: async (tx, { data: { invitation: id } }, { project, actor, input: { email } }, { now }) => {
    await insertInvitation(tx, { id, projectId: project.id, email, invitedById: actor.id }, now)
    return { id }
  },
})

const counts = ({ email }: z.output<typeof InviteMember>, { actor }: Context) =>
  isPerson(actor)
    ? [
        { limit: limits.mailTo, key: `project ${email}`, settles: false },
        { limit: { ...limits.mailFrom, points: 60 }, key: `project ${actor.id}`, settles: false },
      ]
    : []

/**
 * Invites somebody by mail: a link, good once and for seven days. The answer is the same whether the address has an account, or
 * takes part already. Refuses: projects.over, projects.already-invited, projects.too-many-invitations.
 */
export const inviteMember = limited(invite, counts)

/** Makes an open invitation's link worthless. Refuses: projects.invitation-closed. */
export const revokeInvitation = onProject({
  name: 'projects.revoke-invitation',
  input: OneInvitation,
  load: (tx, { project, input }, { now }) => openInvitation(tx, { id: input.invitationId, projectId: project.id }, now),
  authorize: managers,
  decide: (_, { project: { id, slug }, behalf, more: open }) =>
    open
      ? { ...happened.invitationRevoked(id, { slug, invitation: open.id }), onBehalfOf: behalf }
      : refuse('projects.invitation-closed'),
  apply: async (tx, { data: { invitation } }, _, { now }) => {
    await endInvitation(tx, invitation, { revokedAt: now })
    return { id: invitation }
  },
})

const resend = onProject({
  name: 'projects.resend-invitation',
  input: OneInvitation,
  load: (tx, { project, input }, { now }) => openInvitation(tx, { id: input.invitationId, projectId: project.id }, now),
  authorize: managers,
  decide: ({ now, language }, { project, behalf, more: open }) => {
    const { id, slug } = project
    if (!open) return refuse('projects.invitation-closed')
    if (lifeOf(project, now) === 'over') return refuse('projects.over')
    return { ...happened.invitationResent(id, { slug, invitation: open.id, language }), onBehalfOf: behalf }
  },
  apply: async (tx, { data: { invitation: id } }, _, { now }) => {
    await prolongInvitation(tx, id, now)
    return { id }
  },
})

/** Mails an open invitation's link again; it is then good for seven days more. Refuses: projects.invitation-closed, projects.over. */
export const resendInvitation = limited(resend, ({ invitationId }: z.output<typeof OneInvitation>, { actor }) =>
  isPerson(actor) ? [{ limit: limits.mailTo, key: `project ${invitationId} ${actor.id}`, settles: false }] : [],
)

async function loadInvited(tx: Tx, ticket: string, { actor, now }: Context) {
  const id = invitationIn(ticket)
  const found = id === null ? null : await openInvitation(tx, { id }, now)
  const project = found && (await lockProject(tx, found.project.slug))
  // Read again under the project's lock: of many who follow the link at once, one finds it open.
  const open = found && (await openInvitation(tx, { id: found.id }, now))
  if (!project || !open || !isPerson(actor)) return { open: null } as const
  return { open, project, standing: standingOf(await delegatedIn(tx, project), actor.id, now) } as const
}

/** Null, or why somebody who holds a good link cannot join. */
function judgeJoining(project: Parameters<typeof lifeOf>[0], { role }: Standing, now: Date): Refusal | null {
  if (lifeOf(project, now) === 'over') return refuse('projects.over')
  return role === 'outsider' ? null : refuse('projects.already-member')
}

/**
 * Makes whoever follows a mailed link a member, signed in by whatever address: the link is the permission.
 * Refuses: projects.invitation-over, projects.already-member, projects.over.
 */
export const acceptInvitation = command({
  name: 'projects.accept-invitation',
  input: Ticket,
  load: (tx, { ticket }, ctx) => loadInvited(tx, ticket, ctx),
  authorize: ({ actor }) => mayApply(actor),
  decide: ({ now }, loaded) => {
    if (loaded.open === null) return refuse('projects.invitation-over')
    const { open, project, standing } = loaded
    return (
      judgeJoining(project, standing, now) ?? happened.joined(project.id, { slug: project.slug, invitation: open.id })
    )
  },
  apply: async (tx, { subjectId: projectId, data: { slug, invitation } }, _, { actor, now }) => {
    if (!isPerson(actor)) throw new Error('nobody joined')
    await endInvitation(tx, invitation, { acceptedAt: now, acceptedById: actor.id })
    await insertMember(tx, projectId, actor.id, now)
    await changeProject(tx, projectId, {})
    return { slug }
  },
})
