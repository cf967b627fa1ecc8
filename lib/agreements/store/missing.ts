import type { Tx } from '@/lib/platform/db'
import { isInForce, type SignedKind, signedKinds, type TextKind } from '../rules/in-force'
import { owes } from '../rules/versions'
import { acceptedVersions, publishedVersions } from './texts'

/** Which signed agreements a project lacks at this moment. */
export async function missingAgreements(
  tx: Tx,
  project: { id: string; institutionName: string },
  now: Date,
): Promise<SignedKind[]> {
  const signed = await tx.signedDocument.findMany({
    where: { projectId: project.id, state: 'countersigned', validUntil: { gt: now } },
    select: { kind: true, state: true, institutionName: true, validFrom: true, validUntil: true },
  })
  const has = (kind: SignedKind) =>
    signed.some((one) => one.kind === kind && isInForce(one, project.institutionName, now))
  return signedKinds.filter((kind) => !has(kind))
}

/**
 * The texts that bind now and that this person has not accepted: of each kind the newest version whose time to bind has come, unless
 * they accepted that one or a newer one.
 */
export async function unacceptedTexts(
  tx: Tx,
  personId: string,
  kinds: readonly TextKind[],
  now: Date,
): Promise<TextKind[]> {
  const texts = await publishedVersions(tx)
  const accepted = await acceptedVersions(tx, personId)
  return kinds.filter((kind) => owes(texts, kind, accepted.get(kind) ?? [], now))
}
