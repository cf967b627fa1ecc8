import 'server-only'
import { isSame, sign } from '@/lib/platform/crypto'
import type { Tx } from '@/lib/platform/db'

const dayLength = 86_400_000
/** How long a link is good. */
const life = 7 * dayLength

/** The secret of an invitation's link, computed from its id with AUTH_SECRET: the reaction that mails it can make it again. */
export const invitationTicket = (id: string): string => `${id.replaceAll('-', '')}.${sign('project-invitation', id)}`

/** The id that a ticket names, when its signature is right; else null. */
export function invitationIn(ticket: string): string | null {
  const hex = /^([0-9a-f]{32})\./.exec(ticket)?.[1]
  if (!hex) return null
  const id = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  return isSame(ticket, invitationTicket(id)) ? id : null
}

/** The part of a query that finds invitations whose link is good. */
export const openAt = (now: Date) => ({ acceptedAt: null, revokedAt: null, expiresAt: { gt: now } })

export const countOpen = (tx: Tx, where: { projectId: string; email?: string }, now: Date): Promise<number> =>
  tx.projectInvitation.count({ where: { ...where, ...openAt(now) } })

export type NewInvitation = { id: string; projectId: string; email: string; invitedById: string }

export async function insertInvitation(tx: Tx, invitation: NewInvitation, now: Date): Promise<void> {
  const data = { ...invitation, createdAt: now, expiresAt: new Date(now.getTime() + life) }
  await tx.projectInvitation.create({ data, select: { id: true } })
}

/** Lets the link be good for seven days from now once more. */
export async function prolongInvitation(tx: Tx, id: string, now: Date): Promise<void> {
  const data = { expiresAt: new Date(now.getTime() + life) }
  await tx.projectInvitation.update({ where: { id }, data, select: { id: true } })
}

/** An open invitation by its id, within its project, whose row is locked; null when there is none, or it is over. */
export const openInvitation = (tx: Tx, where: { id: string; projectId?: string }, now: Date) =>
  tx.projectInvitation.findFirst({
    where: { ...where, ...openAt(now) },
    select: { id: true, projectId: true, invitedById: true, project: { select: { slug: true } } },
  })

export async function endInvitation(
  tx: Tx,
  id: string,
  how: { revokedAt: Date } | { acceptedAt: Date; acceptedById: string },
): Promise<void> {
  await tx.projectInvitation.update({ where: { id }, data: how, select: { id: true } })
}
