import { type FacetSelection, facetNames, type SortOrder } from '../../schema/search'
import type { Filter, Query, Term } from '../query-language/ast'
import { parseQuery } from '../query-language/parse'
import { toTsquery } from '../query-language/print'
import { fold, searchable } from './fold'
import type { SearchState } from './state'

/** A demand of the search text on a field: any of the values, a text within one, or a range. */
interface Condition {
  kind: string
  how: 'is' | 'has' | 'between'
  values: readonly string[]
  excluded: boolean
}

/** A search as the database takes it (`search_datasets`). */
export interface SearchRequest {
  /** In the syntax of to_tsquery; null without words. */
  words: string | null
  /** The words that are wanted, for the vector of the title: what is excluded says nothing of titles. */
  titleWords: string | null
  /** Whether the text demands anything, rather than only leave things out. */
  positive: boolean
  filters: readonly Condition[]
  picks: FacetSelection
  ordering: SortOrder
  size: number
  /** The place after which the page begins, as the page before told it; empty for the first. */
  after: Place
}

export type Place =
  | readonly []
  | readonly [skip: number]
  | readonly [beside: number, key: number, title: string, turn: number]

function conditionOf(filter: Filter): Condition {
  const { excluded } = filter
  switch (filter.field) {
    case 'modality':
    case 'licence':
    case 'annotated':
    case 'slug':
      return { kind: filter.field, how: 'is', values: filter.values, excluded }
    case 'status':
      return { kind: 'status', how: 'is', values: filter.values.map((value) => value.toLowerCase()), excluded }
    case 'year':
      return {
        kind: 'year',
        how: 'between',
        values: [String(filter.from ?? '0000'), String(filter.to ?? '9999')],
        excluded,
      }
    default: {
      // In a pattern of LIKE these three are not themselves.
      const values = filter.values.map((value) => fold(value).replace(/[\\%_]/g, '\\$&'))
      return { kind: `in-${filter.field}`, how: 'has', values, excluded }
    }
  }
}

const plain = (term: Term): Term => ({ ...term, text: searchable(term.text) })

/** The words of a query for `to_tsquery`: for the whole vector, and for that of the title. */
export function wordsOf(query: Query): { words: string | null; titleWords: string | null } {
  const terms = query.terms.map(plain)
  const words = toTsquery({ terms, excluded: query.excluded.map(plain) })
  return { words, titleWords: toTsquery({ terms, excluded: [] }) }
}

/** The order that the search is shown in: by relevance only where there are words to be relevant to. */
export function orderingOf(state: SearchState, query: Query): SortOrder {
  const wanted = state.sort ?? 'relevance'
  return wanted === 'relevance' && query.terms.length === 0 ? 'newest' : wanted
}

/** What to ask the database for. An unreadable cursor begins at the first page. */
export function searchRequest(state: SearchState, size: number): SearchRequest {
  const query = parseQuery(state.q)
  const filters = query.filters.map(conditionOf)
  return {
    ...wordsOf(query),
    positive: query.terms.length > 0 || filters.some((filter) => !filter.excluded),
    filters,
    picks: Object.fromEntries(
      facetNames.flatMap((facet) => (state.facets[facet]?.length ? [[facet, state.facets[facet]]] : [])),
    ),
    ordering: orderingOf(state, query),
    size,
    after: readCursor(state.cursor),
  }
}

/** The place where the next page begins, as an opaque text for an address. */
export function writeCursor(place: Place): string {
  const bytes = new TextEncoder().encode(JSON.stringify(place))
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '')
}

const whole = (value: unknown): value is number => Number.isSafeInteger(value)

/** The place in a cursor; the first page for one that was tampered with. */
export function readCursor(cursor: string | null): Place {
  try {
    const binary = atob((cursor ?? '').replaceAll('-', '+').replaceAll('_', '/'))
    const read: unknown = JSON.parse(new TextDecoder().decode(Uint8Array.from(binary, (char) => char.charCodeAt(0))))
    if (!Array.isArray(read)) return []
    const [first, key, title, turn] = read
    if (read.length === 1 && whole(first) && first > 0 && first < 1000) return [first]
    const isPlace =
      whole(first) && Math.abs(first) < 2 && whole(key) && typeof title === 'string' && !title.includes('\0')
    return read.length === 4 && isPlace && whole(turn) && Math.abs(turn) < 2 ** 31 ? [first, key, title, turn] : []
  } catch {
    return []
  }
}
