import { z } from 'zod'
import { operation } from '@/app/api/operation'
import { acceptInvitation, inviteMember, resendInvitation, revokeInvitation } from '@/lib/projects/commands/invitations'
import { confirmMembers, leaveProject, removeMember } from '@/lib/projects/commands/members'
import { projectMembers } from '@/lib/projects/queries/members'
import { ConfirmMembers, InviteMember, OneInvitation, RemoveMember, Ticket } from '@/lib/projects/schema/members'
import { moment } from './identity-answers'
import { Members } from './project-answers'
import { bodyOf, bySlug, onOne } from './projects'

const one = '/api/v1/projects/{project}'
const read = { tag: 'Project members', scope: 'projects:read', method: 'get', prepare: bySlug } as const
const write = { tag: 'Project members', scope: 'projects:write', prepare: bySlug } as const
const where = z.object({ slug: z.string() })

const list = operation({
  ...read,
  ...onOne,
  id: 'listProjectMembers',
  path: `${one}/members`,
  summary: 'Who takes part, with what each may do, and invitations that wait',
  answer: Members,
  door: projectMembers,
})

const remove = operation({
  ...write,
  id: 'removeProjectMember',
  method: 'delete',
  path: `${one}/members/{person}`,
  summary: 'Remove a member; what they held ends',
  params: onOne.params.extend({ person: RemoveMember.shape.person }),
  answer: where,
  door: removeMember,
})

const leave = operation({
  ...write,
  ...onOne,
  id: 'leaveProject',
  method: 'post',
  path: `${one}/leave`,
  summary: 'Leave a project; what you held ends',
  answer: where,
  door: leaveProject,
})

const confirm = operation({
  ...write,
  ...onOne,
  id: 'confirmProjectMembers',
  method: 'post',
  path: `${one}/confirm-members`,
  summary: 'Confirm, once a year, that the members are those of the list as you read it',
  body: bodyOf(ConfirmMembers),
  answer: where.extend({ membersConfirmedAt: moment }),
  door: confirmMembers,
})

const invite = operation({
  ...write,
  ...onOne,
  id: 'inviteProjectMember',
  method: 'post',
  path: `${one}/invitations`,
  summary: 'Invite somebody by mail: a link that is good once, for seven days',
  body: bodyOf(InviteMember),
  answer: z.object({ id: z.uuid() }),
  status: 201,
  door: inviteMember,
})

const revoke = operation({
  ...write,
  id: 'revokeProjectInvitation',
  method: 'delete',
  path: `${one}/invitations/{invitationId}`,
  summary: 'Make an open invitation’s link worthless',
  params: onOne.params.extend({ invitationId: OneInvitation.shape.invitationId }),
  answer: z.object({ id: z.uuid() }),
  door: revokeInvitation,
})

const resend = operation({
  ...write,
  id: 'resendProjectInvitation',
  method: 'post',
  path: `${one}/invitations/{invitationId}/resend`,
  summary: 'Mail an open invitation’s link again; it is then good for seven days more',
  params: onOne.params.extend({ invitationId: OneInvitation.shape.invitationId }),
  answer: z.object({ id: z.uuid() }),
  door: resendInvitation,
})

const accept = operation({
  tag: 'Project members',
  scope: 'projects:write',
  id: 'acceptProjectInvitation',
  method: 'post',
  path: '/api/v1/projects/invitations/accept',
  summary: 'Join a project by the secret of a mailed link',
  body: z.object({ ticket: Ticket.shape.ticket }),
  answer: where,
  door: acceptInvitation,
})

export const memberOperations = { list, remove, leave, confirm, invite, revoke, resend, accept } as const
