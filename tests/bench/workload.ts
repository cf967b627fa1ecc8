// The searches that both sides answer: words by how many datasets have them, evenly alone and with filters.
import fs from 'node:fs'
import path from 'node:path'
import type pg from 'pg'
import { parseAsTyped } from '@/lib/catalogue/rules/query-language/parse'
import { fold } from '@/lib/catalogue/rules/search/fold'
import { searchRequest, wordsOf } from '@/lib/catalogue/rules/search/request'
import { parseSearch } from '@/lib/catalogue/rules/search/state'
import { ROOT } from '../../scripts/steps/child.mjs'
import { Problem } from '../../scripts/steps/problem.mjs'

export const classes = ['rare', 'middling', 'common'] as const
export type WordClass = (typeof classes)[number]

/** A search, as the baseline takes it and as the portal does. */
export interface Search {
  class: WordClass
  words: string
  modality?: string
  access?: string
  /** What the portal's address adds after `?limit=20`. */
  query: string
  /** The argument of search_datasets that the portal makes of it. */
  request: string
}

export interface Workload {
  searches: Search[]
  suggest: { text: string; typed: string[]; values: [string | null, string][] }
}

// Of 100 000 datasets a common word is in 10 000 to 60 000, a middling one in 500 to 3 000, a rare one in 5 to 50.
const bounds = (size: number): Record<WordClass, readonly [number, number]> => ({
  rare: [5, 50],
  middling: [Math.max(size * 0.005, 51), Math.max(size * 0.03, 100)],
  common: [size * 0.1, size * 0.6],
})

const MOST_WORDS = 400
const filters = [{}, { modality: 'CT' }, { access: 'aida-by' }, { modality: 'SM', access: 'aida' }] as const

async function wordsBetween(db: pg.Client, least: number, most: number): Promise<string[]> {
  const { rows } = await db.query<{ key: string }>(
    "SELECT key FROM search_term WHERE kind = 'word' AND datasets BETWEEN $1 AND $2 AND key ~ '^[a-z]{8}k$' ORDER BY md5(key) LIMIT $3",
    [Math.ceil(least), Math.floor(most), MOST_WORDS],
  )
  if (rows.length < 5)
    throw new Problem(`Only ${rows.length} words are in ${least} to ${most} datasets: too few to measure by.`)
  return rows.map((row) => row.key)
}

function searchOf(name: WordClass, words: string, filter: { modality?: string; access?: string }): Search {
  const { modality, access } = filter
  const query = `&q=${words}${modality ? `&modality=${modality}` : ''}${access ? `&licence=${access}` : ''}`
  const request = JSON.stringify(searchRequest(parseSearch(new URLSearchParams(query)), 20))
  return { class: name, words, ...filter, query, request }
}

/** The searches by the words that this database has. */
export async function searchesIn(db: pg.Client, size: number): Promise<Search[]> {
  const searches: Search[] = []
  for (const name of classes) {
    const words = await wordsBetween(db, ...bounds(size)[name])
    // Each next word with the next filter, and the whole again shifted by one: every word comes with every filter, evenly mixed.
    for (let shift = 0; shift < filters.length; shift += 1)
      searches.push(...words.map((one, i) => searchOf(name, one, filters[(i + shift) % filters.length] ?? {})))
  }
  return searches
}

/** What people type, letter by letter: the beginnings of words that datasets have. */
export const typedIn = (searches: readonly Search[]): string[] => [
  ...new Set(searches.flatMap(({ words }) => [words.slice(0, 2), words.slice(0, 3), words.slice(0, 5)])),
]

/** The parameters that the portal's type-ahead makes of what was typed. */
export const suggestValues = (typed: string): [string | null, string] => [
  wordsOf(parseAsTyped(typed)).titleWords,
  fold(typed),
]

/** Writes the workload where the bare servers read it; @returns the file. */
export function writeWorkload(workload: Workload): string {
  const file = path.join(ROOT, '.data/bench/workload.json')
  fs.writeFileSync(file, JSON.stringify(workload))
  return file
}
