import 'server-only'
import { z } from 'zod'
import { messages as catalogueWords } from '@/lib/catalogue/messages/duo'
import { type DuoTerm, duoIds, duoTerms, oboUrl } from '@/lib/catalogue/rules/duo'
import { dataUseOf } from '@/lib/catalogue/store/data-use'
import { query } from '@/lib/platform/command'
import { db } from '@/lib/platform/db'
import { type Language, languages } from '@/lib/platform/messages'
import { sentences } from '@/lib/platform/sentence'
import { messages } from '../messages/duo'
import { judgeUse, termsOfPurpose, type UseVerdict } from '../rules/duo-match'
import type { Reason } from '../rules/duo-reason'
import { reasonWords, type Say } from '../rules/duo-words'
import { MatchDataUse } from '../schema/duo'

const table = {
  en: { ...catalogueWords.en, ...messages.en },
  sv: { ...catalogueWords.sv, ...messages.sv },
}

const say = (language: Language): Say => sentences(table, language) as Say

const inBoth = (reason: Reason) =>
  Object.fromEntries(languages.map((language) => [language, reasonWords(reason, say(language), language)])) as Record<
    Language,
    string
  >

/** A verdict whose reasons say themselves in both languages. */
export const worded = ({ verdict, reasons }: UseVerdict) => ({
  verdict,
  reasons: reasons.map((reason) => ({ ...reason, words: inBoth(reason) })),
})

/** The terms that datasets may carry, in the ontology's words and in plain ones. */
export const duoTermList = query({
  name: 'access.duo-terms',
  input: z.object({}),
  scope: () => 'public' as const,
  read: async () =>
    duoIds.map((term) => {
      const { code, label, kind, within = null, asks } = duoTerms[term] as DuoTerm
      const words = { en: say('en')(`catalogue.duo.${term}`), sv: say('sv')(`catalogue.duo.${term}`) }
      return { term, code, label, kind, within, asks, words, url: oboUrl(term) }
    }),
})

/** Whether published datasets may be used for a purpose, as far as both are stated; each with every reason. An unknown dataset is not found. */
export const matchDataUse = query({
  name: 'access.match-data-use',
  input: MatchDataUse,
  scope: () => 'public' as const,
  read: async (_, { dataset: slugs, ethicsApproval, ...purpose }) => {
    const where = { slug: { in: slugs }, state: 'published' }
    const rows = await db().dataset.findMany({ where, select: { id: true, slug: true } })
    const uses = await dataUseOf(
      db(),
      rows.map(({ id }) => id),
    )
    // Of one that is hidden nothing is told, not even that some of the others are there.
    if (rows.length < slugs.length) return null
    const datasets = rows
      .toSorted((a, b) => slugs.indexOf(a.slug) - slugs.indexOf(b.slug))
      .map((row) => {
        const conditions = uses.get(row.id) ?? null
        return { dataset: row.slug, conditions, ...worded(judgeUse(conditions, purpose, { ethicsApproval })) }
      })
    return { terms: termsOfPurpose(purpose), datasets }
  },
})
