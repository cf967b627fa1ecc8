import 'server-only'
import { isSame, sign } from '@/lib/platform/crypto'
import type { Tx } from '@/lib/platform/db'

const dayLength = 86_400_000
/** How long a link is good. */
const life = 14 * dayLength

/** The secret of an invitation's link, computed from its id with AUTH_SECRET: the reaction that mails it can make it again. */
export const accessTicket = (id: string): string => `${id.replaceAll('-', '')}.${sign('access-invitation', id)}`

/** The id that a ticket names, when its signature is right; else null. */
export function accessInvitationIn(ticket: string): string | null {
  const hex = /^([0-9a-f]{32})\./.exec(ticket)?.[1]
  if (!hex) return null
  const id = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  return isSame(ticket, accessTicket(id)) ? id : null
}

/** The part of a query that finds invitations whose link is good. */
export const openAt = (now: Date) => ({ acceptedAt: null, revokedAt: null, expiresAt: { gt: now } })

/** How many invitations of a request are open, and how many of them to this address. */
export async function countOpen(tx: Tx, requestId: string, email: string, now: Date) {
  const where = { requestId, ...openAt(now) }
  const open = await tx.accessInvitation.count({ where })
  return { open, same: await tx.accessInvitation.count({ where: { ...where, email } }) }
}

export type NewInvitation = {
  id: string
  requestId: string
  kind: 'member' | 'reviewer' | 'decider'
  roundId: string | null
  email: string
  name: string | null
  invitedById: string
  byHub: boolean
}

export async function insertInvitation(tx: Tx, invitation: NewInvitation, now: Date): Promise<void> {
  const data = { ...invitation, createdAt: now, expiresAt: new Date(now.getTime() + life) }
  await tx.accessInvitation.create({ data, select: { id: true } })
}

export const openInvitation = (tx: Tx, where: { id: string; requestId?: string; kind?: string }, now: Date) =>
  tx.accessInvitation.findFirst({
    where: { ...where, ...openAt(now) },
    select: { id: true, requestId: true, kind: true, roundId: true, invitedById: true, byHub: true },
  })

type End = { revokedAt: Date } | { acceptedAt: Date; acceptedById: string }

export async function endInvitation(tx: Tx, id: string, how: End): Promise<void> {
  await tx.accessInvitation.update({ where: { id }, data: how, select: { id: true } })
}
