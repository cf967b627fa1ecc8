import 'server-only'
import type { Tx } from '@/lib/platform/db'
import { newSecret } from '@/lib/platform/id'
import type { KeptCredential } from '@/lib/platform/webauthn'
import { type LiveTicket, lockTicket, openTicket } from './tickets'

/** What a challenge was made for: a new passkey, the second step of a sign-in, or a sign-in by itself. */
export type Ceremony = 'add' | 'step' | 'sign-in'

const select = { credentialId: true, publicKey: true, counter: true, transports: true } as const

/** The person's passkeys, to name them to a browser. */
export const heldPasskeys = (tx: Tx, personId: string) =>
  tx.passkey.findMany({ where: { personId }, select: { credentialId: true, transports: true }, orderBy: { id: 'asc' } })

/** The passkey of this credential, with whose it is; null when there is none (any more). */
export const findPasskey = (
  tx: Tx,
  credentialId: string,
): Promise<(KeptCredential & { id: string; personId: string }) | null> =>
  tx.passkey.findUnique({ where: { credentialId }, select: { ...select, id: true, personId: true } })

type NewChallenge = { id: string; ceremony: Ceremony; personId: string | null; bound: string | null; challenge: string }

export const newChallenge = newSecret

/** Keeps a challenge for five minutes. `bound`: the session, or the ticket of the first factor, in which alone it is answered. */
export const openChallenge = (tx: Tx, { id, personId, ...data }: NewChallenge, now: Date): Promise<string> =>
  openTicket(tx, { id, purpose: 'passkey', personId, data: { ...data, id } }, now)

type Challenge = { ticket: LiveTicket; challenge: string }

/** The challenge locked, when it is unused, not expired, for this ceremony and bound to the same; else null. */
export async function lockChallenge(
  tx: Tx,
  token: string,
  { ceremony, bound }: Pick<NewChallenge, 'ceremony' | 'bound'>,
  now: Date,
): Promise<Challenge | null> {
  const ticket = await lockTicket(tx, token, ['passkey'], now)
  if (!ticket || ticket.data.ceremony !== ceremony || ticket.data.bound !== bound) return null
  return typeof ticket.data.challenge === 'string' ? { ticket, challenge: ticket.data.challenge } : null
}
