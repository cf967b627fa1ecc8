import 'server-only'
import { query } from '@/lib/platform/command'
import { db } from '@/lib/platform/db'
import { Ticket } from '../schema/members'
import { invitationIn, openAt } from '../store/invitations'
import { namesOf } from '../store/names'

/** Which project a mailed link leads into and who sent it; null when the link is over. The link itself is the permission. */
export const invitationLink = query({
  name: 'projects.invitation-link',
  input: Ticket,
  scope: (_, { ticket }) => ({ id: invitationIn(ticket) }),
  read: async ({ id }, _, { now }): Promise<{ offer: { name: string; inviter: string } | null }> => {
    if (id === null) return { offer: null }
    const found = await db().projectInvitation.findFirst({
      where: { id, ...openAt(now) },
      select: { invitedById: true, project: { select: { name: true } } },
    })
    if (!found) return { offer: null }
    const names = await namesOf([found.invitedById])
    return { offer: { name: found.project.name, inviter: names.get(found.invitedById) ?? '' } }
  },
})
