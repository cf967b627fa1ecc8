import 'server-only'
import { fingerprint, sign } from '@/lib/platform/crypto'
import type { Tx } from '@/lib/platform/db'
import type { Json } from '@/lib/platform/journal'

/** What a ticket is good for. */
export type Purpose = 'register' | 'reset' | 'invite' | 'second-factor' | 'passkey' | 'link' | 'confirm' | 'email'

const minute = 60_000
/** How long each kind of ticket is good, in milliseconds. */
export const lifeOf: Record<Purpose, number> = {
  register: 24 * 60 * minute,
  reset: 60 * minute,
  invite: 7 * 24 * 60 * minute,
  'second-factor': 10 * minute,
  passkey: 5 * minute,
  link: 10 * minute,
  confirm: 15 * minute,
  email: 60 * minute,
}

/**
 * The secret of a ticket, computed from its id with AUTH_SECRET: the reaction that mails a link can make it again, and neither
 * the journal nor the job that waits needs to hold it.
 */
export const ticketToken = (id: string): string => `${id.replaceAll('-', '')}.${sign('ticket', id)}`

export type NewTicket = {
  id: string
  purpose: Purpose
  personId: string | null
  data: { readonly [key: string]: Json }
}

/** Opens a ticket and gives its token. */
export async function openTicket(tx: Tx, { id, ...ticket }: NewTicket, now: Date): Promise<string> {
  const token = ticketToken(id)
  const expiresAt = new Date(now.getTime() + lifeOf[ticket.purpose])
  await tx.ticket.create({
    data: { ...ticket, data: ticket.data as object, tokenHash: fingerprint(token), createdAt: now, expiresAt },
    select: { tokenHash: true },
  })
  return token
}

export type LiveTicket = { tokenHash: string; purpose: Purpose; personId: string | null; data: Record<string, unknown> }

/** The ticket locked, when it is of this purpose, unused and not expired; else null. */
export async function lockTicket(
  tx: Tx,
  token: string,
  purposes: readonly Purpose[],
  now: Date,
): Promise<LiveTicket | null> {
  const tokenHash = fingerprint(token)
  await tx.$queryRaw`SELECT 1 FROM ticket WHERE token_hash = ${tokenHash} FOR UPDATE`
  const ticket = await tx.ticket.findFirst({
    where: { tokenHash, purpose: { in: [...purposes] }, usedAt: null, expiresAt: { gt: now } },
    select: { tokenHash: true, purpose: true, personId: true, data: true },
  })
  return ticket && { ...ticket, purpose: ticket.purpose as Purpose, data: ticket.data as Record<string, unknown> }
}

/** Whether the ticket would be found by `lockTicket`, without a lock: for work that is worth doing for a good ticket only. */
export async function isLiveTicket(tx: Tx, token: string, purposes: readonly Purpose[], now: Date): Promise<boolean> {
  const where = { tokenHash: fingerprint(token), purpose: { in: [...purposes] }, usedAt: null, expiresAt: { gt: now } }
  return (await tx.ticket.count({ where })) > 0
}

export async function spendTicket(tx: Tx, { tokenHash }: { tokenHash: string }, now: Date): Promise<void> {
  await tx.ticket.update({ where: { tokenHash }, data: { usedAt: now }, select: { tokenHash: true } })
}

/** Makes the open links of a person worthless: after a new password, say. Links that were asked for by mail know only the address. */
export async function voidTickets(tx: Tx, { id, email }: { id: string; email: string }, now: Date): Promise<void> {
  await tx.$executeRaw`
    UPDATE ticket SET used_at = ${now} WHERE used_at IS NULL AND (person_id = ${id}::uuid OR lower(data->>'email') = lower(${email}))`
}

/** Forgets tickets that expired before `before`; with them goes what they held of strangers' names and addresses. */
export async function forgetTickets(tx: Tx, before: Date): Promise<number> {
  const { count } = await tx.ticket.deleteMany({ where: { expiresAt: { lt: before } } })
  return count
}
