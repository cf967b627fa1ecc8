import 'server-only'
import { limits } from '@/lib/identity/rules/limits'
import type { Context } from '@/lib/platform/context'
import { isPerson } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { limited } from '@/lib/platform/limited'
import { type Refusal, refuse } from '@/lib/platform/refusal'
import { happened } from '../events/requests'
import { takesMore } from '../rules/panel'
import type { AccessStanding } from '../rules/roles'
import { offAmong } from '../rules/switched-off'
import { Invite, InviteDecider, OneInvitation } from '../schema/requests'
import { countOpen, endInvitation, insertInvitation, type NewInvitation, openInvitation } from '../store/invitations'
import { workflowsOf } from '../store/requests'
import { onRequest } from './on-request'

/** The most invitations of a request that may be open at a time. */
const mostOpen = 30

type Counted = { open: number; same: number }

function judgeInviting({ open, same }: Counted): Refusal | null {
  if (same > 0) return refuse('access.already-invited')
  return open >= mostOpen ? refuse('access.too-many-invitations', { limit: mostOpen }) : null
}

const load = (tx: Tx, on: { request: { id: string }; input: { email: string } }, { now }: Context) =>
  countOpen(tx, on.request.id, on.input.email, now)

type Sending = {
  actor: { id: string }
  input: { email: string; name: string | null }
  request: { id: string }
  standing: AccessStanding
}

const row = (
  { actor, input, request, standing }: Sending,
  kind: NewInvitation['kind'],
  roundId: string | null = null,
): NewInvitation => ({
  id: newId(),
  requestId: request.id,
  kind,
  roundId,
  email: input.email,
  name: input.name,
  invitedById: actor.id,
  byHub: standing.side !== 'asking',
})

async function send(tx: Tx, invitation: NewInvitation, { now }: Context) {
  await insertInvitation(tx, invitation, now)
  return { invitation: invitation.id }
}

const counts = ({ email }: { email: string }, { actor }: Context) =>
  isPerson(actor)
    ? [
        { limit: limits.mailTo, key: `access ${email}`, settles: false },
        { limit: { ...limits.mailFrom, points: 60 }, key: `access ${actor.id}`, settles: false },
      ]
    : []

/** Invites somebody by mail to use the data under a request, for those who ask or for the hub. Refuses: access.already-invited, access.too-many-invitations. */
export const inviteMember = limited(
  onRequest({
    verb: 'invite-member',
    input: Invite,
    load,
    decide: ({ language }, on) => {
      const refused = judgeInviting(on.more)
      if (refused) return refused
      const invitation = row(on, 'member')
      const invited = invitation.byHub ? happened.memberInvitedByHub : happened.memberInvited
      return { facts: [invited(on.request, { invitation: invitation.id, language })], invitation }
    },
    apply: (tx, { invitation }, _, ctx) => send(tx, invitation, ctx),
  }),
  counts,
)

/** Invites somebody by mail to review a request. Refuses: access.already-invited, access.too-many-invitations. */
export const inviteReviewer = limited(
  onRequest({
    verb: 'invite-reviewer',
    input: Invite,
    load,
    decide: ({ language }, on) => {
      const refused = judgeInviting(on.more)
      if (refused) return refused
      const invitation = row(on, 'reviewer')
      return { facts: [happened.reviewerInvited(on.request, { invitation: invitation.id, language })], invitation }
    },
    apply: (tx, { invitation }, _, ctx) => send(tx, invitation, ctx),
  }),
  counts,
)

/**
 * Invites somebody by mail to decide in a running round, until the first of it has answered. Refuses: access.round-over,
 * access.round-answered, access.already-invited, access.too-many-invitations.
 */
export const inviteDecider = limited(
  onRequest({
    verb: 'invite-decider',
    input: InviteDecider,
    load: async (tx, on, ctx) => {
      const where = { id: on.input.round, requestId: on.request.id, closedAt: null }
      const running = await tx.accessRound.findFirst({ where, select: { workflowId: true } })
      return { ...(await load(tx, on, ctx)), running }
    },
    decide: ({ language }, on) => {
      const { request, more } = on
      if (!more.running) return refuse('access.round-over')
      if (offAmong(workflowsOf(request), request.state, 'invite-decider').includes(more.running.workflowId))
        return refuse('access.switched-off', { state: request.state, verb: 'invite-decider' })
      const { round } = on.input
      if (!takesMore(request.tasks, round)) return refuse('access.round-answered')
      const refused = judgeInviting(on.more)
      if (refused) return refused
      const invitation = row(on, 'decider', round)
      const data = { invitation: invitation.id, language, round }
      return { facts: [happened.deciderInvited(on.request, data)], invitation }
    },
    apply: (tx, { invitation }, _, ctx) => send(tx, invitation, ctx),
  }),
  counts,
)

type Open = { readonly kind: string; readonly byHub: boolean }

/** Who can make a link worthless: those who ask every one to membership, the handler those that the hub has sent. */
const isOwn = ({ kind, byHub }: Open, { roles }: AccessStanding): boolean =>
  (kind === 'member' && roles.includes('applicant')) || (byHub && roles.includes('handler'))

/** What is said of it: those who ask are not told of invitations to review or decide. */
const revokedBy = ({ kind }: Open, { side }: AccessStanding) =>
  kind !== 'member'
    ? happened.askingRevoked
    : side === 'asking'
      ? happened.invitationRevoked
      : happened.hubInvitationRevoked

/** Makes an open invitation's link worthless. Refuses: access.invitation-over. */
export const revokeInvitation = onRequest({
  verb: 'revoke-invitation',
  input: OneInvitation,
  load: (tx, { request, input }, { now }) => openInvitation(tx, { id: input.invitation, requestId: request.id }, now),
  decide: (_, { request, standing, more }) => {
    if (!more || !isOwn(more, standing)) return refuse('access.invitation-over')
    return { facts: [revokedBy(more, standing)(request, { invitation: more.id })], invitation: more.id }
  },
  apply: async (tx, { invitation }, _, { now }) => {
    await endInvitation(tx, invitation, { revokedAt: now })
    return undefined
  },
})
