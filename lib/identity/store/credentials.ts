import 'server-only'
import { randomBytes } from 'node:crypto'
import { decrypt, fingerprint } from '@/lib/platform/crypto'
import type { Tx } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { isPassword } from '@/lib/platform/password-hash'
import { totpStep } from '@/lib/platform/totp'

/**
 * The kept hash that the password fits, or null. Slow on purpose: call it before a transaction, and compare with the hash that is
 * read again under the lock.
 */
export async function fittingHash(
  tx: Tx,
  owner: { id: string } | { email: string },
  password: string,
): Promise<string | null> {
  const credential = await tx.passwordCredential.findFirst({ where: { person: owner }, select: { hash: true } })
  return (await isPassword(password, credential?.hash ?? null)) ? (credential?.hash ?? null) : null
}

/** The hash of the person's password, or null. */
export async function passwordHashOf(tx: Tx, personId: string): Promise<string | null> {
  const credential = await tx.passwordCredential.findUnique({ where: { personId }, select: { hash: true } })
  return credential?.hash ?? null
}

export async function savePassword(tx: Tx, personId: string, hash: string, now: Date): Promise<void> {
  const credential = { hash, changedAt: now }
  await tx.passwordCredential.upsert({
    where: { personId },
    create: { personId, ...credential },
    update: credential,
    select: { personId: true },
  })
}

const alphabet = 'abcdefghijklmnopqrstuvwxyz234567'
// 80 random bits as 16 letters of base32, in fours: too many to guess, so a fast hash is enough.
const newRecoveryCode = (): string => [...randomBytes(16)].map((byte) => alphabet[byte % 32]).join('')

/** Ten new recovery codes in place of the old ones; they are shown once and only their hashes are kept. */
export async function renewRecoveryCodes(tx: Tx, personId: string): Promise<string[]> {
  const codes = Array.from({ length: 10 }, newRecoveryCode)
  await tx.recoveryCode.deleteMany({ where: { personId } })
  await tx.recoveryCode.createMany({
    data: codes.map((code) => ({ id: newId(), personId, hash: fingerprint(`${personId}:${code}`) })),
  })
  return codes.map((code) => code.replace(/(.{4})(?=.)/g, '$1-'))
}

/** Recovery codes for whoever has none left, with their first second factor; else null: nobody's are voided by a further one. */
export async function firstRecoveryCodes(tx: Tx, personId: string): Promise<string[] | null> {
  return (await tx.recoveryCode.count({ where: { personId, usedAt: null } })) > 0
    ? null
    : renewRecoveryCodes(tx, personId)
}

/** Spends the recovery code; false when it is none, or was used. */
export async function spendRecoveryCode(tx: Tx, personId: string, code: string, now: Date): Promise<boolean> {
  const hash = fingerprint(`${personId}:${code}`)
  const { count } = await tx.recoveryCode.updateMany({ where: { personId, hash, usedAt: null }, data: { usedAt: now } })
  return count > 0
}

/** The time step of a right and fresh code of the person's authenticator app, or null. */
export async function stepOfCode(tx: Tx, personId: string, code: string, now: Date): Promise<bigint | null> {
  const totp = await tx.totpCredential.findUnique({
    where: { personId },
    select: { secret: true, lastUsedStep: true, confirmedAt: true },
  })
  if (!totp?.confirmedAt) return null
  return totpStep(decrypt(totp.secret, `totp:${personId}`), code, now, totp.lastUsedStep)
}

/** Notes that the code of this step was used: it is good once. */
export async function noteStep(tx: Tx, personId: string, lastUsedStep: bigint): Promise<void> {
  await tx.totpCredential.update({ where: { personId }, data: { lastUsedStep }, select: { personId: true } })
}

/** Spends a code of the authenticator app; false when it is wrong or was used. */
export async function spendTotpCode(tx: Tx, personId: string, code: string, now: Date): Promise<boolean> {
  const step = await stepOfCode(tx, personId, code, now)
  if (step !== null) await noteStep(tx, personId, step)
  return step !== null
}

/** Ends the person's sessions, all but `kept`. Gives how many ended. */
export async function endSessions(tx: Tx, personId: string, kept: string | null): Promise<number> {
  const { count } = await tx.session.deleteMany({ where: { personId, ...(kept ? { id: { not: kept } } : {}) } })
  return count
}

/** Notes that the session was proven by a second factor. */
export async function proveSession(tx: Tx, sessionId: string | null, now: Date): Promise<void> {
  if (sessionId)
    await tx.session.update({ where: { id: sessionId }, data: { secondFactorAt: now }, select: { id: true } })
}

/** The ids of the person's API tokens that are in force. */
export async function liveTokens(tx: Tx, personId: string, now: Date): Promise<string[]> {
  const where = { personId, revokedAt: null, expiresAt: { gt: now } }
  return (await tx.apiToken.findMany({ where, select: { id: true } })).map(({ id }) => id)
}

export async function revokeTokens(tx: Tx, ids: readonly string[], now: Date): Promise<void> {
  await tx.apiToken.updateMany({ where: { id: { in: [...ids] } }, data: { revokedAt: now } })
}

/** Without a second factor hub roles rest, for tokens too: one is never stronger than a sign-in of today would be. */
export async function weakenTokens(tx: Tx, personId: string): Promise<void> {
  await tx.apiToken.updateMany({ where: { personId }, data: { secondFactor: false } })
}
