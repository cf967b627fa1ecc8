import type { Tx } from '@/lib/platform/db'
import { heldUntil, isInForce, type Signed, type SignedKind, signedKinds, type TextKind } from '../rules/in-force'
import { owes } from '../rules/versions'
import { acceptedVersions, publishedVersions } from './texts'

type Signing = { id: string; institutionName: string }

export type SignedRow = Signed & { readonly projectId: string }

/** Which signed agreements a project lacks at this moment, of those that were countersigned for it. */
export const lackedBy = (signed: readonly SignedRow[], { id, institutionName }: Signing, now: Date): SignedKind[] =>
  signedKinds.filter(
    (kind) => !signed.some((one) => one.projectId === id && one.kind === kind && isInForce(one, institutionName, now)),
  )

/** Until when the agreement of this kind that a project has is in force; null: none is. */
export const signedUntil = (
  signed: readonly SignedRow[],
  { id, institutionName }: Signing,
  kind: SignedKind,
  now: Date,
): Date | null =>
  heldUntil(
    signed.filter(({ projectId }) => projectId === id),
    kind,
    institutionName,
    now,
  )

/** Which signed agreements each of these projects lacks at this moment. */
export async function agreementsMissing(
  tx: Tx,
  projects: readonly Signing[],
  now: Date,
): Promise<ReadonlyMap<string, SignedKind[]>> {
  const signed = await tx.signedDocument.findMany({
    where: { projectId: { in: projects.map(({ id }) => id) }, state: 'countersigned', validUntil: { gt: now } },
    select: { projectId: true, kind: true, state: true, institutionName: true, validFrom: true, validUntil: true },
  })
  return new Map(projects.map((project) => [project.id, lackedBy(signed, project, now)]))
}

/** Which signed agreements a project lacks at this moment. */
export const missingAgreements = async (tx: Tx, project: Signing, now: Date): Promise<SignedKind[]> =>
  (await agreementsMissing(tx, [project], now)).get(project.id) ?? []

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
