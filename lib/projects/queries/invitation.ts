import 'server-only'
import { query } from '@/lib/platform/command'
import { db } from '@/lib/platform/db'
import { endOf, type InvitationEnd } from '../rules/invitations'
import { Ticket } from '../schema/members'
import { invitationIn } from '../store/invitations'
import { namesOf } from '../store/names'

type Link = { offer: { name: string; inviter: string } | null; over: InvitationEnd | 'unknown' | null }

/** Which project a mailed link leads into and who sent it; or why it leads nowhere any more. The link itself is the permission. */
export const invitationLink = query({
  name: 'projects.invitation-link',
  input: Ticket,
  scope: (_, { ticket }) => ({ id: invitationIn(ticket) }),
  read: async ({ id }, _, { now }): Promise<Link> => {
    const select = {
      invitedById: true,
      acceptedAt: true,
      revokedAt: true,
      expiresAt: true,
      project: { select: { name: true } },
    } as const
    const found = id && (await db().projectInvitation.findUnique({ where: { id }, select }))
    if (!found) return { offer: null, over: 'unknown' }
    const over = endOf(found, now)
    if (over) return { offer: null, over }
    const names = await namesOf([found.invitedById])
    return { offer: { name: found.project.name, inviter: names.get(found.invitedById) ?? '' }, over: null }
  },
})
