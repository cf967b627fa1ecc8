import type { Tx } from '@/lib/platform/db'
import { isInForce, type SignedKind, type TextKind } from '../rules/in-force'

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
  return (['service-agreement', 'dpa'] as const).filter((kind) => !has(kind))
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
  const texts = await tx.agreementText.findMany({
    where: { kind: { in: [...kinds] }, publishedAt: { lte: now } },
    select: {
      kind: true,
      version: true,
      bindsFrom: true,
      acceptances: { where: { personId, subject: '' }, select: { acceptedAt: true } },
    },
  })
  return kinds.filter((kind) => {
    const own = texts.filter((text) => text.kind === kind)
    const binding = Math.max(
      0,
      ...own.filter(({ bindsFrom }) => bindsFrom && bindsFrom <= now).map(({ version }) => version),
    )
    const accepted = Math.max(
      0,
      ...own.filter(({ acceptances }) => acceptances.length > 0).map(({ version }) => version),
    )
    return binding > accepted
  })
}
