import { type FacetName, facetNames } from '../../schema/search'
import type { Filter, Query, Term } from '../query-language/ast'
import { parseQuery } from '../query-language/parse'
import { printQuery } from '../query-language/print'
import { type SearchState, toggleFacet } from './state'

/** One way to ask for less, with the search that it leads to. */
export type Relaxation = { state: SearchState } & (
  | { kind: 'drop-facet'; facet: FacetName; value: string }
  | { kind: 'drop-term'; term: Term; excluded: boolean }
  | { kind: 'drop-filter'; filter: Filter }
  | { kind: 'drop-words' }
  | { kind: 'drop-facets' }
)

function without<T>(list: readonly T[], item: T): T[] {
  return list.filter((other) => other !== item)
}

function inQuery(state: SearchState, query: Query): Relaxation[] {
  const ask = (change: Partial<Query>) => ({ ...state, cursor: null, q: printQuery({ ...query, ...change }) })
  const { filters, terms, excluded } = query
  return [
    ...filters.map(
      (filter): Relaxation => ({ kind: 'drop-filter', filter, state: ask({ filters: without(filters, filter) }) }),
    ),
    ...excluded.map(
      (term): Relaxation => ({
        kind: 'drop-term',
        term,
        excluded: true,
        state: ask({ excluded: without(excluded, term) }),
      }),
    ),
    ...terms.map(
      (term): Relaxation => ({ kind: 'drop-term', term, excluded: false, state: ask({ terms: without(terms, term) }) }),
    ),
  ]
}

/**
 * What to leave out when nothing was found, each one condition less than now, the whole of the words or of the facets
 * last; the caller counts the hits of each and shows those that have some.
 */
export function relaxations(state: SearchState): Relaxation[] {
  const chosen = facetNames.flatMap((facet) => (state.facets[facet] ?? []).map((value) => ({ facet, value })))
  const query = parseQuery(state.q)
  const parts = query.terms.length + query.excluded.length + query.filters.length
  const list: Relaxation[] = [
    ...chosen.map(
      ({ facet, value }): Relaxation => ({ kind: 'drop-facet', facet, value, state: toggleFacet(state, facet, value) }),
    ),
    ...inQuery(state, query),
  ]
  if (chosen.length > 1) list.push({ kind: 'drop-facets', state: { ...state, facets: {}, cursor: null } })
  if (parts > 1) list.push({ kind: 'drop-words', state: { ...state, q: '', cursor: null } })
  return list
}
