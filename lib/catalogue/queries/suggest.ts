import 'server-only'
import { z } from 'zod'
import { query } from '@/lib/platform/command'
import { pool } from '@/lib/platform/db'
import type { Language } from '@/lib/platform/messages'
import { remembering, type Versioned } from '@/lib/platform/remembered'
import { parseAsTyped } from '../rules/query-language/parse'
import { fold } from '../rules/search/fold'
import { wordsOf } from '../rules/search/request'
import { type KnownTerm, type Suggestion, suggestTerms } from '../rules/search/suggest'
import { searchLimits } from '../schema/search'

export const SuggestParameters = z
  .object({ q: z.string().trim().max(searchLimits.q).default('').meta({ description: 'What was typed so far' }) })
  .meta({ id: 'SuggestParameters' })

type Row = { version: string; terms: KnownTerm[] | null; titles: { slug: string; title: string }[] | null }

// Titles among the newest first, and by the index only where those were few; every modality and organ, and keywords by their start.
const statement = `
  WITH walked AS MATERIALIZED (
    SELECT id FROM (SELECT id, title_words FROM search_entry ORDER BY published DESC, id DESC LIMIT 2000) newest
    WHERE title_words @@ to_tsquery('catalogue', $1) LIMIT 6
  ), titled AS (
    SELECT id FROM walked UNION
    (SELECT id FROM search_entry WHERE (SELECT count(*) FROM walked) < 6 AND title_words @@ to_tsquery('catalogue', $1) LIMIT 6)
  )
  SELECT (SELECT version FROM cache_clock WHERE name = 'catalogue') AS version,
    (SELECT json_agg(json_build_object('slug', card ->> 'slug', 'title', card ->> 'title')) FROM titled JOIN search_card USING (id)) AS titles,
    (SELECT json_agg(t) FROM (
      (SELECT kind, key, label, datasets FROM search_term WHERE kind IN ('modality', 'in-organ') ORDER BY datasets DESC LIMIT 300)
      UNION ALL
      (SELECT kind, key, label, datasets FROM search_term
       WHERE kind = 'in-keyword' AND key >= $2 AND key < $2 || chr(1114109) ORDER BY datasets DESC LIMIT 4)) t) AS terms`

const remembered = remembering<Suggestion[]>(2000)

async function suggestions(typed: string, language: Language): Promise<Versioned<Suggestion[]>> {
  const { titleWords } = wordsOf(parseAsTyped(typed))
  const { rows } = await pool().query<Row>({ name: 'suggest', text: statement, values: [titleWords, fold(typed)] })
  const titles = (rows[0]?.titles ?? []).slice(0, 5)
  const datasets = titles.map(
    ({ slug, title }) => ({ kind: 'dataset', label: title, href: `/datasets/${slug}`, datasets: 1 }) as const,
  )
  const value = [...datasets, ...suggestTerms(rows[0]?.terms ?? [], typed, language)]
  return { version: rows[0]?.version ?? '0', value }
}

/** What one may be about to type: titles, modalities, organs and keywords of public datasets; nothing for fewer than two letters. */
export const suggest = query({
  name: 'catalogue.suggest',
  input: SuggestParameters,
  scope: () => 'public' as const,
  read: async (_scope, { q }, { language }) => ({
    items: q.length < 2 ? [] : await remembered(`${language}:${q}`, () => suggestions(q, language)),
  }),
})
