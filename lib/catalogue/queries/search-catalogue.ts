import 'server-only'
import type { z } from 'zod'
import { query } from '@/lib/platform/command'
import type { Language } from '@/lib/platform/messages'
import type { Filter, Term, Query as Understood } from '../rules/query-language/ast'
import { parseQuery } from '../rules/query-language/parse'
import { printQuery } from '../rules/query-language/print'
import type { Hit } from '../rules/search/entry'
import { fold } from '../rules/search/fold'
import { meantBy } from '../rules/search/meant'
import { type Facet, presentFacets } from '../rules/search/present'
import { type Relaxation, relaxations } from '../rules/search/relax'
import { searchRequest, writeCursor } from '../rules/search/request'
import { emptySearch, isEmptySearch, parseSearch, type SearchState } from '../rules/search/state'
import { SearchParameters, type SortOrder } from '../schema/search'
import { countPublic, findPublic, similarWords } from './search-index'

export type SearchAnswer = {
  items: readonly Hit[]
  total: { value: number; relation: 'exact' | 'about' }
  facets: Facet[]
  nextCursor: string | null
  ordering: SortOrder
  /** The search as it was read: its plain state, and what its text was taken to mean. */
  state: SearchState
  understood: Understood
  /** Nothing was found for what was typed; what is shown was found for this instead. */
  corrected: { from: string; to: string } | null
}

/** The text with each word that no public dataset holds replaced by what it was probably meant as; null where that changes nothing. */
async function corrected(text: string): Promise<string | null> {
  const understood = parseQuery(text)
  const single = understood.terms.filter((term) => term.kind !== 'phrase')
  const words = single.map((term) => {
    const alone = { ...emptySearch, q: printQuery({ terms: [term], excluded: [], filters: [] }) }
    return { word: fold(term.text), request: searchRequest(alone, 1) }
  })
  if (words.length === 0) return null
  const similar = await similarWords(words)
  const meant = understood.terms.map((term) => {
    const near = term.kind === 'phrase' ? undefined : similar.get(fold(term.text))
    return near ? meantBy(term, near) : term
  })
  const terms = meant.filter((one): one is Term => 'kind' in one)
  const filters = [...understood.filters, ...meant.filter((one): one is Filter => 'field' in one)]
  const printed = printQuery({ ...understood, terms, filters })
  return printed === printQuery(understood) ? null : printed
}

/** What to leave out of a search, with how many datasets that would find. */
export type CountedRelaxation = Relaxation & { count: number }

async function relaxed(state: SearchState): Promise<CountedRelaxation[]> {
  const ways = relaxations(state)
  if (ways.length === 0) return []
  const counts = await countPublic(ways.map((way) => searchRequest(way.state, 1)))
  return ways.map((way, i) => ({ ...way, count: counts[i] ?? 0 })).filter(({ count }) => count > 0)
}

async function answer(state: SearchState, size: number, language: Language): Promise<SearchAnswer> {
  const request = searchRequest(state, size)
  const { items, total, facets, next } = await findPublic(request)
  return {
    items,
    total: total.relation === 'exact' ? total : { ...total, value: Number(total.value.toPrecision(2)) },
    facets: presentFacets(facets, state, language),
    nextCursor: next === null ? null : writeCursor(next),
    ordering: request.ordering,
    state,
    understood: parseQuery(state.q),
    corrected: null,
  }
}

async function search(input: z.output<typeof SearchParameters>, language: Language): Promise<SearchAnswer> {
  const state = parseSearch({ ...input, limit: undefined })
  const found = await answer(state, input.limit, language)
  if (found.total.value > 0 || isEmptySearch(state)) return found
  const better = await corrected(state.q)
  const instead = better === null ? null : await answer({ ...state, q: better, cursor: null }, input.limit, language)
  if (better !== null && instead && instead.total.value > 0)
    return { ...instead, corrected: { from: state.q, to: better } }
  return found
}

/** Searches what is public, for everyone alike: drafts, hidden and withdrawn datasets are in no hit, count or suggestion. */
export const searchCatalogue = query({
  name: 'catalogue.search',
  input: SearchParameters,
  scope: () => 'public' as const,
  read: (_scope, input, ctx) => search(input, ctx.language),
})

/** What to leave out of a search that found nothing, each way with its count; a query of its own, which only the page asks for. */
export const relaxSearch = query({
  name: 'catalogue.relax-search',
  input: SearchParameters,
  scope: () => 'public' as const,
  read: (_scope, input) => relaxed(parseSearch({ ...input, limit: undefined })),
})
