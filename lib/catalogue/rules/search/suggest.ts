import type { Language } from '@/lib/platform/messages'
import { modalities, modalityLabel } from '../modality'
import { nameKey, organLabel } from '../organs'
import { fold } from './fold'
import { emptySearch, searchAddress, toggleFacet } from './state'

/** One thing to jump to while typing: a dataset, or a search. */
export interface Suggestion {
  kind: 'dataset' | 'modality' | 'organ' | 'keyword'
  label: string
  href: string
  /** How many public datasets; 1 for a dataset itself. */
  datasets: number
}

/** A row of search_term. */
export interface KnownTerm {
  kind: string
  key: string
  label: string
  datasets: number
}

const begins = (text: string, start: string) =>
  fold(text).startsWith(start) ||
  fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .some((word) => word.startsWith(start))

function suggestionOf(term: KnownTerm, typed: string, language: Language): Suggestion[] {
  const { label, datasets } = term
  if (term.kind === 'modality') {
    const names = Object.entries(modalities).find(([code]) => code === label)?.[1]
    if (![label, names?.en ?? '', names?.sv ?? ''].some((name) => begins(name, typed))) return []
    const href = searchAddress(toggleFacet(emptySearch, 'modality', label))
    return [{ kind: 'modality', label: `${modalityLabel(label, language)} (${label})`, href, datasets }]
  }
  if (term.kind === 'in-organ') {
    if (![label, organLabel(label, 'sv')].some((name) => begins(name, typed))) return []
    const href = searchAddress(toggleFacet(emptySearch, 'organ', nameKey(label)))
    return [{ kind: 'organ', label: organLabel(label, language), href, datasets }]
  }
  const q = `keyword:"${label.replaceAll('"', '')}"`
  return [{ kind: 'keyword', label, href: searchAddress({ ...emptySearch, q }), datasets }]
}

/** Modalities and organs whose name begins with what was typed, in either language, and keywords; the most frequent first. */
export function suggestTerms(terms: readonly KnownTerm[], typed: string, language: Language): Suggestion[] {
  const start = fold(typed)
  const organs = new Set(terms.filter(({ kind }) => kind === 'in-organ').map(({ key }) => key))
  const told = terms.filter(({ kind, key }) => kind !== 'in-keyword' || !organs.has(key))
  const found = told.flatMap((term) => suggestionOf(term, start, language))
  const few = (kind: Suggestion['kind'], most: number) =>
    found
      .filter((one) => one.kind === kind)
      .sort((a, b) => b.datasets - a.datasets || (a.label < b.label ? -1 : 1))
      .slice(0, most)
  return [...few('modality', 2), ...few('organ', 2), ...few('keyword', 4)]
}
