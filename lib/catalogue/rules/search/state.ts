import {
  type FacetName,
  type FacetSelection,
  facetNames,
  type SortOrder,
  searchLimits,
  sortOrders,
} from '../../schema/search'
import { normaliseLicence } from '../licences'
import { normaliseModality } from '../modality'
import { nameKey } from '../organs'
import { closedFacets } from './facets'

/** What a person searches for; the whole of it stands in the address. */
export interface SearchState {
  q: string
  facets: FacetSelection
  /** Null: by relevance when there are words, else the newest first. */
  sort: SortOrder | null
  cursor: string | null
}

export const emptySearch: SearchState = { q: '', facets: {}, sort: null, cursor: null }

/** Parameters as Next hands them over, or an address's own. */
export type RawParameters = URLSearchParams | Readonly<Record<string, string | readonly string[] | undefined>>

function valuesOf(raw: RawParameters, name: string): string[] {
  if (raw instanceof URLSearchParams) return raw.getAll(name)
  const value = Object.hasOwn(raw, name) ? raw[name] : undefined
  return value === undefined ? [] : typeof value === 'string' ? [value] : [...value]
}

/** A facet's value in the spelling of the index; null for one that cannot be a value of that facet. */
export function facetValue(facet: FacetName, value: string): string | null {
  const text = value.toWellFormed().trim().slice(0, 100)
  if (facet === 'modality') return normaliseModality(text)
  if (facet === 'licence') return normaliseLicence(text)
  if (facet === 'year') return /^\d{4}$/.test(text) ? text : null
  const key = nameKey(text)
  const closed = closedFacets[facet]
  return key !== '' && (closed === undefined || closed.includes(key)) ? key : null
}

const isSort = (text: string | undefined): text is SortOrder => sortOrders.some((sort) => sort === text)

/** The selection in its plain form: known values only, each once, in order; facets without one are left out. */
export function plainSelection(valuesFor: (facet: FacetName) => readonly string[]): FacetSelection {
  const entries = facetNames.map((facet): [FacetName, string[]] => {
    const known = valuesFor(facet)
      .slice(0, searchLimits.values)
      .map((value) => facetValue(facet, value))
    return [facet, [...new Set(known.filter((value) => value !== null))].sort()]
  })
  return Object.fromEntries(entries.filter(([, values]) => values.length > 0))
}

/** The search that an address asks for. Total: what cannot be understood is left out. */
export function parseSearch(raw: RawParameters): SearchState {
  const sort = valuesOf(raw, 'sort')[0]
  const q = (valuesOf(raw, 'q')[0] ?? '').toWellFormed().replace(/\s+/g, ' ').slice(0, searchLimits.q).trim()
  const cursor = valuesOf(raw, 'cursor')[0]?.toWellFormed().slice(0, 500)
  return {
    q: q.toWellFormed(),
    facets: plainSelection((facet) => valuesOf(raw, facet)),
    sort: isSort(sort) ? sort : null,
    cursor: cursor === undefined || cursor === '' ? null : cursor,
  }
}

/** The search as the query of an address, without `?`; equal searches print alike. */
export function printSearch(state: SearchState): string {
  const parameters = new URLSearchParams()
  if (state.q !== '') parameters.set('q', state.q)
  for (const facet of facetNames) {
    for (const value of state.facets[facet] ?? []) parameters.append(facet, value)
  }
  if (state.sort !== null) parameters.set('sort', state.sort)
  if (state.cursor !== null) parameters.set('cursor', state.cursor)
  return parameters.toString()
}

/** The search's address. */
export function searchAddress(state: SearchState): string {
  const query = printSearch(state)
  return query === '' ? '/datasets' : `/datasets?${query}`
}

/** The search with one value of a facet chosen, or no longer chosen; it starts again at the first page. */
export function toggleFacet(state: SearchState, facet: FacetName, value: string): SearchState {
  const chosen = state.facets[facet] ?? []
  const next = chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value]
  const facets = plainSelection((name) => (name === facet ? next : (state.facets[name] ?? [])))
  return { ...state, facets, cursor: null }
}

/** Whether the search restricts anything at all. */
export function isEmptySearch(state: SearchState): boolean {
  return state.q === '' && Object.keys(state.facets).length === 0
}
