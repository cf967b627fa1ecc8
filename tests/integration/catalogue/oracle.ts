import type { Filter, Term } from '@/lib/catalogue/rules/query-language/ast'
import { parseQuery } from '@/lib/catalogue/rules/query-language/parse'
import { facetKeys } from '@/lib/catalogue/rules/search/facets'
import { fold } from '@/lib/catalogue/rules/search/fold'
import type { SearchState } from '@/lib/catalogue/rules/search/state'
import type { DatasetRecord } from '@/lib/catalogue/schema/record'
import { type FacetName, facetNames, type SortOrder } from '@/lib/catalogue/schema/search'

const tokens = (text: string) => fold(text).match(/[\p{L}\p{N}]+/gu) ?? []

/** The texts of a record, each whole, as a reader would look through them. */
const texts = (record: DatasetRecord): string[] => [
  record.title,
  record.abstract,
  record.slug,
  record.subject,
  ...record.keywords,
  ...record.modalities,
  ...record.organs.map(({ name }) => name),
  ...record.authors.map(({ name }) => name),
]

// The stemmer makes these of the few words of the test's records that it changes.
const stems: Record<string, string> = {
  annotated: 'annot',
  weakly: 'weak',
  osteoarthritis: 'osteoarthr',
  controlled: 'control',
}
const stem = (word: string) => stems[word] ?? word

function holds(record: DatasetRecord, term: Term): boolean {
  const wanted = tokens(term.text)
  return texts(record).some((text) => {
    const words = tokens(text)
    if (term.kind === 'prefix') return words.some((word) => stem(word).startsWith(wanted[0] ?? ''))
    return words.some((_, at) => wanted.every((one, i) => stem(words[at + i] ?? '') === stem(one)))
  })
}

function meets(record: DatasetRecord, filter: Filter): boolean {
  const within = (values: readonly string[]) =>
    filter.field !== 'year' && filter.values.some((value) => values.some((text) => fold(text).includes(fold(value))))
  switch (filter.field) {
    case 'modality':
      return filter.values.some((value) => record.modalities.includes(value))
    case 'licence':
      return filter.values.some((value) => record.licences.includes(value))
    case 'status':
      return filter.values.includes(record.status)
    case 'annotated':
      return filter.values.includes(record.keywords.includes('Annotated') ? 'yes' : 'no')
    case 'slug':
      return filter.values.includes(record.slug)
    case 'year':
      return record.year >= (filter.from ?? 0) && record.year <= (filter.to ?? 9999)
    case 'organ':
      return within(record.organs.map(({ name }) => name))
    case 'author':
      return within(record.authors.map(({ name }) => name))
    case 'keyword':
      return within(record.keywords)
    case 'subject':
      return within([record.subject])
    case 'title':
      return within([record.title])
    case 'name':
      return within([record.shortName])
  }
}

function matches(record: DatasetRecord, state: SearchState, apartFrom: FacetName | null): boolean {
  const query = parseQuery(state.q)
  const keys = facetKeys(record)
  return (
    query.terms.every((term) => holds(record, term)) &&
    !query.excluded.some((term) => holds(record, term)) &&
    query.filters.every((filter) => meets(record, filter) !== filter.excluded) &&
    facetNames.every((facet) => {
      const chosen = facet === apartFrom ? [] : (state.facets[facet] ?? [])
      return chosen.length === 0 || chosen.some((value) => keys[facet].includes(value))
    })
  )
}

/** The slugs that a search must find among what is published. */
export const expectedHits = (published: readonly DatasetRecord[], state: SearchState): string[] =>
  published.filter((record) => matches(record, state, null)).map(({ slug }) => slug)

/** The counts that each facet must show: what would be found with the value, by the other conditions alone. */
export function expectedFacets(
  published: readonly DatasetRecord[],
  state: SearchState,
): Record<string, Record<string, number>> {
  return Object.fromEntries(
    facetNames.map((facet) => {
      const counts: Record<string, number> = Object.fromEntries((state.facets[facet] ?? []).map((value) => [value, 0]))
      for (const record of published.filter((one) => matches(one, state, facet)))
        for (const value of facetKeys(record)[facet]) counts[value] = (counts[value] ?? 0) + 1
      return [facet, counts]
    }),
  )
}

const figures: Partial<Record<SortOrder, (record: DatasetRecord) => number | string>> = {
  newest: (record) => -Date.parse(record.datePublished ?? ''),
  oldest: (record) => Date.parse(record.datePublished ?? ''),
  title: (record) => fold(record.title),
  size: (record) => -(record.bytes ?? -1),
  scans: (record) => -(record.numberOfScans ?? -1),
  annotations: (record) => -(record.numberOfAnnotations ?? -1),
}

/** Whether the slugs stand in the order asked for; by relevance any order is as good to an oracle without weights. */
export function inOrder(slugs: readonly string[], published: readonly DatasetRecord[], order: SortOrder): boolean {
  const key = figures[order]
  if (!key) return true
  const keys = slugs
    .map((slug) => published.find((record) => record.slug === slug))
    .map((record) => (record ? key(record) : ''))
  return keys.every((one, at) => at === 0 || (keys[at - 1] ?? '') <= one)
}
