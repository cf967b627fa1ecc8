import 'server-only'
import type { Tx } from '@/lib/platform/db'
import { weakenTokens } from './credentials'

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

export const holdsRole = async (tx: Tx, personId: string): Promise<boolean> =>
  (await tx.roleAssignment.count({ where: { personId } })) > 0

/** What would be left without this passkey, or without the authenticator app: second factors, and ways to sign in. */
export async function proofsLeft(
  tx: Tx,
  personId: string,
  without: { passkey: string } | { totp: true },
): Promise<{ left: number; ways: number }> {
  const passkeys = await tx.passkey.count({
    where: { personId, ...('passkey' in without ? { id: { not: without.passkey } } : {}) },
  })
  const totp =
    'totp' in without ? 0 : await tx.totpCredential.count({ where: { personId, confirmedAt: { not: null } } })
  const passwords = await tx.passwordCredential.count({ where: { personId } })
  const identities = await tx.externalIdentity.count({ where: { personId } })
  return { left: passkeys + totp, ways: passkeys + passwords + identities }
}

/** Without any second factor left no session and no token is proven by one: hub roles rest until there is a new one. */
export async function restRoles(tx: Tx, personId: string): Promise<void> {
  const where = { personId }
  await tx.recoveryCode.deleteMany({ where })
  await tx.session.updateMany({ where, data: { secondFactorAt: null } })
  await weakenTokens(tx, personId)
}

/** Waits for everyone else who is about to make an account for this address. */
export async function lockEmail(tx: Tx, email: string): Promise<void> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`email:${email.toLowerCase()}`}, 0))::text`
}
