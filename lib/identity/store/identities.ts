import 'server-only'
import type { Tx } from '@/lib/platform/db'

type Kept = {
  affiliation: string[]
  entitlement: string[]
  assurance: string[]
  orcid: string | null
  homeDomain: string | null
  mfaClass: string | null
}

/** The identity of this issuer and subject, with whose it is. Waits for every other sign-in of the same. */
export async function lockIdentity(
  tx: Tx,
  issuer: string,
  subject: string,
): Promise<{ id: string; personId: string } | null> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`identity:${issuer} ${subject}`}, 0))::text`
  return tx.externalIdentity.findUnique({
    where: { issuer_subject: { issuer, subject } },
    select: { id: true, personId: true },
  })
}

/** Keeps what the provider said at this sign-in. */
export async function keepClaims(tx: Tx, identityId: string, kept: Kept, now: Date): Promise<void> {
  await tx.externalIdentity.update({ where: { id: identityId }, data: { ...kept, seenAt: now }, select: { id: true } })
}

type NewIdentity = { id: string; personId: string; issuer: string; subject: string; kept: Kept }

export async function linkIdentityTo(tx: Tx, { kept, ...identity }: NewIdentity, now: Date): Promise<void> {
  await tx.externalIdentity.create({ data: { ...identity, ...kept, seenAt: now, linkedAt: now }, select: { id: true } })
}

/** Puts the ORCID iD that a provider vouches for on the person, unless another account has it. */
export async function vouchOrcid(tx: Tx, personId: string, orcid: string | null): Promise<void> {
  if (!orcid || (await tx.person.count({ where: { orcid, id: { not: personId } } })) > 0) return
  await tx.person.update({ where: { id: personId }, data: { orcid, orcidVouched: true }, select: { id: true } })
}

/** Links that were made while nobody had proven the account's address: whoever proves it now cannot know whose they are. */
export async function unprovenIdentities(tx: Tx, personId: string): Promise<string[]> {
  const where = { personId, person: { emailVerifiedAt: null } }
  return (await tx.externalIdentity.findMany({ where, select: { id: true } })).map(({ id }) => id)
}

export async function unlinkIdentities(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.externalIdentity.deleteMany({ where: { id: { in: [...ids] } } })
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Who somebody is that another system names: by their id here, or as their login provider of this issuer knows them. Null: nobody. */
export async function personKnownAs(tx: Tx, name: string, issuer: string | null): Promise<string | null> {
  const here = uuid.test(name) ? await tx.person.findUnique({ where: { id: name }, select: { id: true } }) : null
  if (here || issuer === null) return here?.id ?? null
  const where = { issuer_subject: { issuer, subject: name } }
  return (await tx.externalIdentity.findUnique({ where, select: { personId: true } }))?.personId ?? null
}
