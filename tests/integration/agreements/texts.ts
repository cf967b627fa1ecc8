import type { TextKind } from '@/lib/agreements/rules/in-force'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { noon } from '../identity/people'

/** Publishes the next version of a text without a word in the journal, and gives its number; it binds at once unless said. */
export async function publishedText(kind: TextKind, at = noon, bindsFrom = at): Promise<number> {
  const { _max } = await db().agreementText.aggregate({ where: { kind }, _max: { version: true } })
  const version = (_max.version ?? 0) + 1
  const words = { titleEn: 'Terms', titleSv: 'Villkor', bodyEn: `Version ${version}.`, bodySv: `Version ${version}.` }
  const data = { id: newId(), kind, version, ...words, publishedAt: at, bindsFrom, createdAt: at }
  await db().agreementText.create({ data, select: { id: true } })
  return version
}
