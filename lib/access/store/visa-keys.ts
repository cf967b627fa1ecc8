import { exportJWK, generateKeyPair, importJWK, type JWK } from 'jose'
import { decrypt, encrypt } from '@/lib/platform/crypto'
import type { Tx } from '@/lib/platform/db'

/** How visas are signed (RFC 7518): GA4GH allows this and RS256, which takes ten times as long. */
export const visaAlgorithm = 'ES256'
const purpose = (id: string): string => `visa-key:${id}`

export type NewVisaKey = { readonly id: string; readonly publicKey: JWK; readonly sealedKey: string }

/** A key that nobody has seen: the public part as it is published, the private one encrypted for this row. */
export async function makeVisaKey(id: string): Promise<NewVisaKey> {
  const pair = await generateKeyPair(visaAlgorithm, { extractable: true })
  const [shown, kept] = [await exportJWK(pair.publicKey), await exportJWK(pair.privateKey)]
  const publicKey = { ...shown, kid: id, alg: visaAlgorithm, use: 'sig' }
  return { id, publicKey, sealedKey: encrypt(JSON.stringify(kept), purpose(id)) }
}

/** The key that signs, or null where none was made yet. */
export async function signingKey(tx: Tx) {
  const row = await tx.visaKey.findFirst({ where: { retiredAt: null }, select: { id: true, sealedKey: true } })
  if (!row?.sealedKey) return null
  const jwk = JSON.parse(decrypt(row.sealedKey, purpose(row.id))) as JWK
  return { id: row.id, key: await importJWK(jwk, visaAlgorithm) }
}

/** The public parts of the key that signs and of those whose visas may still be about, the newest first. */
export async function publishedKeys(tx: Tx, now: Date): Promise<JWK[]> {
  const rows = await tx.visaKey.findMany({
    where: { OR: [{ retiredAt: null }, { publishedUntil: { gt: now } }] },
    select: { publicKey: true },
    orderBy: { id: 'desc' },
  })
  return rows.map(({ publicKey }) => publicKey as unknown as JWK)
}

/** Locks the set of keys, so that one is made or replaced once; gives the one that signs. */
export async function lockVisaKeys(tx: Tx) {
  await tx.$queryRaw`SELECT 1 FROM pg_advisory_xact_lock(hashtextextended('visa-keys', 0))`
  return tx.visaKey.findFirst({ where: { retiredAt: null }, select: { id: true, createdAt: true } })
}

/** Retires what signed, erasing its private part, and lets another key sign. `until` ends the publication of every older one, too, where it is sooner. */
export async function replaceVisaKey(
  tx: Tx,
  { id, publicKey, sealedKey }: NewVisaKey,
  { until, byId }: { until: Date; byId: string | null },
  now: Date,
): Promise<void> {
  await tx.visaKey.updateMany({
    where: { retiredAt: null },
    data: { retiredAt: now, publishedUntil: until, sealedKey: null },
  })
  await tx.visaKey.updateMany({ where: { publishedUntil: { gt: until } }, data: { publishedUntil: until } })
  const row = { id, publicKey: publicKey as object, sealedKey, createdAt: now, createdById: byId }
  await tx.visaKey.create({ data: row, select: { id: true } })
}
