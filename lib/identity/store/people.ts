import 'server-only'
import type { Tx } from '@/lib/platform/db'

const select = {
  id: true,
  name: true,
  email: true,
  language: true,
  deactivatedAt: true,
  demonstration: true,
  revision: true,
} as const

export type PersonRow = {
  id: string
  name: string
  email: string
  language: string
  deactivatedAt: Date | null
  demonstration: boolean
  revision: number
}

/** The person with the row locked against other changes of the same person, or null. */
export async function lockPerson(tx: Tx, id: string): Promise<PersonRow | null> {
  await tx.$queryRaw`SELECT id FROM person WHERE id = ${id}::uuid FOR NO KEY UPDATE`
  return tx.person.findUnique({ where: { id }, select })
}

/** The same by e-mail address, whatever its case. */
export async function lockPersonByEmail(tx: Tx, email: string): Promise<PersonRow | null> {
  await tx.$queryRaw`SELECT id FROM person WHERE email = ${email}::citext FOR NO KEY UPDATE`
  return tx.person.findUnique({ where: { email }, select })
}

/** Whether the person has a confirmed authenticator app or a passkey. */
export async function hasSecondFactor(tx: Tx, personId: string): Promise<boolean> {
  const [totp, passkeys] = await Promise.all([
    tx.totpCredential.count({ where: { personId, confirmedAt: { not: null } } }),
    tx.passkey.count({ where: { personId } }),
  ])
  return totp + passkeys > 0
}

/** Waits for everyone else who is about to make an account for this address. */
export async function lockEmail(tx: Tx, email: string): Promise<void> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`email:${email.toLowerCase()}`}, 0))::text`
}
