import type { Language } from '@/lib/platform/messages'
import { messages } from '../../messages/search'
import { type FacetName, facetNames } from '../../schema/search'
import { isLicence, licences } from '../licences'
import { modalityLabel } from '../modality'
import { nameOfKey, organLabel } from '../organs'
import { closedFacets } from './facets'
import type { SearchState } from './state'

/** One value of a facet with how many datasets would be found with it. */
export interface FacetValue {
  value: string
  /** In the reader's language. */
  label: string
  count: number
  selected: boolean
}

export interface Facet {
  name: FacetName
  /** About, above some 10 000 hits: estimated from a sample. */
  relation: 'exact' | 'about'
  values: FacetValue[]
}

/** What a facet's value is called. */
export function facetLabel(facet: FacetName, value: string, spelled: string, language: Language): string {
  const sentences: Readonly<Record<string, string>> = messages[language]
  const known = sentences[`catalogue.value.${facet}.${value}`]
  if (known !== undefined) return known
  if (facet === 'modality') return modalityLabel(value, language)
  if (facet === 'licence' && isLicence(value)) return licences[value].name[language]
  if (facet === 'organ') return organLabel(spelled === value ? nameOfKey(value) : spelled, language)
  return spelled === value ? nameOfKey(value) : spelled
}

type Counts = ReadonlyMap<string, { exact: boolean; values: ReadonlyMap<string, { count: number; spelled: string }> }>

function orderOf(name: FacetName): (a: FacetValue, b: FacetValue) => number {
  const closed = closedFacets[name]
  if (closed) return (a, b) => closed.indexOf(a.value) - closed.indexOf(b.value)
  if (name === 'year') return (a, b) => (a.value < b.value ? 1 : -1)
  return (a, b) => b.count - a.count || (a.label < b.label ? -1 : 1)
}

// An estimate shows no more digits than it is good for.
const rounded = (count: number, exact: boolean) => (exact ? count : Number(count.toPrecision(2)))

/** The facets as the page and the API show them; a chosen value stays in its list when nothing has it. */
export function presentFacets(counts: Counts, state: SearchState, language: Language): Facet[] {
  return facetNames.map((name) => {
    const { exact, values } = counts.get(name) ?? { exact: true, values: new Map() }
    const chosen = state.facets[name] ?? []
    const all = new Map([...chosen.map((value) => [value, { count: 0, spelled: value }] as const), ...values])
    const list = [...all].map(([value, { count, spelled }]) => ({
      value,
      label: facetLabel(name, value, spelled, language),
      count: rounded(count, exact),
      selected: chosen.includes(value),
    }))
    return { name, relation: exact ? 'exact' : 'about', values: list.sort(orderOf(name)) } as const
  })
}
