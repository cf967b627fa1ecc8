import type { Tx } from '@/lib/platform/db'
import type { TextKind } from '../rules/in-force'

/** Holds the drafts and publications of a kind of text until the transaction ends. */
async function lockKind(tx: Tx, kind: TextKind): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM pg_advisory_xact_lock(hashtextextended('agreement-text:' || ${kind}, 0))`
}

/** A kind of text with its lock held: the draft, if there is one, and the version that was published last. */
export async function lockTexts(tx: Tx, { kind }: { kind: TextKind }) {
  await lockKind(tx, kind)
  const [draft, published] = await Promise.all([
    tx.agreementText.findFirst({ where: { kind, publishedAt: null } }),
    tx.agreementText.findFirst({ where: { kind, publishedAt: { not: null } }, orderBy: { version: 'desc' } }),
  ])
  return { draft, published }
}

export type Texts = Awaited<ReturnType<typeof lockTexts>>
export type Draft = NonNullable<Texts['draft']>

type Words = { titleEn: string; titleSv: string; bodyEn: string; bodySv: string }
type New = { id: string; kind: TextKind; version: number; createdAt: Date }

export async function insertDraft(tx: Tx, draft: New, words: Words): Promise<void> {
  await tx.agreementText.create({ data: { ...draft, ...words }, select: { id: true } })
}

type Change = Words | { changeNote: string; publishedAt: Date; bindsFrom: Date }

export async function changeDraft(tx: Tx, id: string, change: Change): Promise<void> {
  const data = { ...change, revision: { increment: 1 } }
  await tx.agreementText.update({ where: { id }, data, select: { id: true } })
}

export async function removeDraft(tx: Tx, id: string): Promise<void> {
  await tx.agreementText.delete({ where: { id }, select: { id: true } })
}
