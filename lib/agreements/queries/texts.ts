import 'server-only'
import { z } from 'zod'
import { query } from '@/lib/platform/command'
import { db } from '@/lib/platform/db'
import { ownScope } from '../policy'
import { type TextKind, textKinds } from '../rules/in-force'
import { bindingVersion, newestVersion, owes } from '../rules/versions'
import { OneText } from '../schema/inputs'
import { acceptedVersions, publishedVersions } from '../store/texts'

export type TextLine = {
  kind: TextKind
  version: number
  titleEn: string
  titleSv: string
  changeNote: string
  publishedAt: Date
  bindsFrom: Date
}

/** Every published version of the hub's texts, the newest of a kind first; which one binds now. */
export const agreementTexts = query({
  name: 'agreements.texts',
  input: z.object({}),
  scope: () => 'public' as const,
  read: async (_, __, { now }) => {
    const select = {
      kind: true,
      version: true,
      titleEn: true,
      titleSv: true,
      changeNote: true,
      publishedAt: true,
      bindsFrom: true,
    } as const
    const where = { publishedAt: { lte: now } }
    const rows = await db().agreementText.findMany({ where, select, orderBy: { version: 'desc' } })
    const lines = rows as TextLine[]
    return textKinds.map((kind) => ({
      kind,
      binding: bindingVersion(lines, kind, now) || null,
      versions: lines.filter((line) => line.kind === kind),
    }))
  },
})

/** One published version with its words, and the one before it to compare with. */
export const agreementText = query({
  name: 'agreements.text',
  input: OneText,
  scope: () => 'public' as const,
  read: async (_, { kind, version }, { now }) => {
    const where = { kind, version: { lte: version }, publishedAt: { lte: now } }
    const [text, before] = await db().agreementText.findMany({ where, orderBy: { version: 'desc' }, take: 2 })
    if (text?.version !== version) return null
    const texts = await publishedVersions(db())
    return {
      ...words(text),
      kind,
      changeNote: text.changeNote,
      publishedAt: text.publishedAt as Date,
      bindsFrom: text.bindsFrom as Date,
      binding: bindingVersion(texts, kind, now) === version,
      newest: newestVersion(texts, kind, now),
      before: before ? words(before) : null,
    }
  },
})

type Words = { version: number; titleEn: string; titleSv: string; bodyEn: string; bodySv: string }
const words = ({ version, titleEn, titleSv, bodyEn, bodySv }: Words): Words => ({
  version,
  titleEn,
  titleSv,
  bodyEn,
  bodySv,
})

/** What the reader has accepted, what they owe now, and what is coming. */
export const ownAgreements = query({
  name: 'agreements.own',
  input: z.object({}),
  scope: ({ actor }) => ownScope(actor),
  read: async ({ personId, mayAccept }, _, { now }) => {
    const [texts, accepted] = await Promise.all([publishedVersions(db()), acceptedVersions(db(), personId)])
    const kind = 'user-terms'
    const own = accepted.get(kind) ?? []
    const newest = newestVersion(texts, kind, now)
    const offered =
      newest > Math.max(0, ...own) ? texts.find((one) => one.kind === kind && one.version === newest) : null
    return {
      accepted: own,
      owes: owes(texts, kind, own, now),
      /** The newest version, where it has not been accepted; it binds from the day it says. */
      offered: offered ? { kind, version: offered.version, bindsFrom: offered.bindsFrom } : null,
      mayAccept,
    }
  },
})
