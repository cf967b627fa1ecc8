import 'server-only'
import { pool } from '@/lib/platform/db'
import { remembering } from '@/lib/platform/remembered'
import type { Hit } from '../rules/search/entry'
import type { Place, SearchRequest } from '../rules/search/request'
import { type Cells, type Counts, countsByValue, totalOf } from '../store/search-sets'

/** Counts of a facet's values; `exact` is false where a sample was scaled up. */
export type Counted = { exact: boolean; values: Counts }

export type Found = {
  items: readonly Hit[]
  total: { value: number; relation: 'exact' | 'about' }
  facets: Map<string, Counted>
  /** Where the next page begins; null on the last. */
  next: Place | null
}

type Aside = { facet: string; lots: number; cells: Cells }
type Answer = {
  items: Hit[] | null
  next: Place | null
  lots: number
  cells: Cells
  beside: Aside[] | null
  /** The facets whose picks the bits of `failed` stand for, where one scan counted them all. */
  picked: string[] | null
  version: number
}

const remembered = remembering<Found>(1000)

async function foundOf(answer: Answer): Promise<Found> {
  const exact = answer.lots === 1024
  const counts = await countsByValue(answer.cells, answer.picked ?? [])
  const facets = new Map([...counts].map(([facet, values]) => [facet, { exact, values }]))
  for (const { facet, lots, cells } of answer.beside ?? []) {
    const values = (await countsByValue(cells)).get(facet) ?? new Map()
    facets.set(facet, { exact: lots === 1024, values })
  }
  const value = totalOf(answer.cells)
  return { items: answer.items ?? [], total: { value, relation: exact ? 'exact' : 'about' }, facets, next: answer.next }
}

/** Runs a search over what is public, in one round trip; the same search again comes from memory while the catalogue stands still. */
export function findPublic(request: SearchRequest): Promise<Found> {
  const text = JSON.stringify(request)
  return remembered(text, async () => {
    const sql = { name: 'search', text: 'SELECT search_datasets($1) AS answer', values: [text] }
    const { rows } = await pool().query<{ answer: Answer }>(sql)
    const answer = rows[0]?.answer
    if (!answer) throw new Error('the search gave no answer')
    return { version: String(answer.version), value: await foundOf(answer) }
  })
}

/** How many datasets each of some searches finds, counting no further than 1 000. */
export async function countPublic(requests: readonly SearchRequest[]): Promise<number[]> {
  const text = 'SELECT search_count(r) AS n FROM jsonb_array_elements($1) WITH ORDINALITY _ (r, nth) ORDER BY nth'
  const { rows } = await pool().query<{ n: number }>({
    name: 'search-counts',
    text,
    values: [JSON.stringify(requests)],
  })
  return rows.map(({ n }) => n)
}

const similar = `
  WITH missing AS MATERIALIZED (
    SELECT one ->> 'word' AS word FROM jsonb_array_elements($1) one WHERE search_count(one -> 'request') = 0
  )
  SELECT missing.word AS missing, near.key AS word, near.datasets FROM missing LEFT JOIN LATERAL (
    SELECT key, datasets FROM search_term WHERE kind = 'word' AND key % missing.word
    ORDER BY similarity(key, missing.word) DESC LIMIT 20) near ON true`

/** For each of these words that no public dataset holds: words like it that some do. Each comes with the search for it alone. */
export async function similarWords(
  words: readonly { word: string; request: SearchRequest }[],
): Promise<Map<string, { word: string; datasets: number }[]>> {
  const { rows } = await pool().query<{ missing: string; word: string | null; datasets: number }>({
    name: 'search-similar',
    text: similar,
    values: [JSON.stringify(words)],
  })
  const found = new Map<string, { word: string; datasets: number }[]>()
  for (const { missing, word, datasets } of rows) {
    const before = found.get(missing) ?? []
    found.set(missing, word === null ? before : [...before, { word, datasets }])
  }
  return found
}
