import type { Tx } from '@/lib/platform/db'
import type { TextKind } from '../rules/in-force'
import type { PublishedVersion } from '../rules/versions'

/** Every version that was ever published, without its words. */
export async function publishedVersions(tx: Tx): Promise<(PublishedVersion & { id: string })[]> {
  const texts = await tx.agreementText.findMany({
    where: { publishedAt: { not: null } },
    select: { id: true, kind: true, version: true, publishedAt: true, bindsFrom: true },
    orderBy: [{ kind: 'asc' }, { version: 'asc' }],
  })
  return texts.flatMap(({ publishedAt, bindsFrom, ...text }) =>
    publishedAt && bindsFrom ? [{ ...text, publishedAt, bindsFrom }] : [],
  )
}

/** Which versions a person accepted for themself, by the kind of text. */
export async function acceptedVersions(tx: Tx, personId: string): Promise<ReadonlyMap<TextKind, number[]>> {
  const rows = await tx.acceptance.findMany({
    where: { personId, subject: '' },
    select: { text: { select: { kind: true, version: true } } },
  })
  const kinds = new Map<TextKind, number[]>()
  for (const { text } of rows) {
    const kind = text.kind as TextKind
    kinds.set(kind, [...(kinds.get(kind) ?? []), text.version])
  }
  return kinds
}

/** Holds what a person accepts until the transaction ends, so that one version is accepted once. */
export async function lockAcceptances(tx: Tx, personId: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM pg_advisory_xact_lock(hashtextextended('acceptances:' || ${personId}, 0))`
}

export async function saveAcceptance(tx: Tx, textId: string, personId: string, acceptedAt: Date): Promise<void> {
  await tx.acceptance.create({ data: { textId, personId, acceptedAt }, select: { textId: true } })
}
