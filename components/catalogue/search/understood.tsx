import { text } from '@/components/messages'
import type { Filter, Query, Term } from '@/lib/catalogue/rules/query-language/ast'
import { facetLabel } from '@/lib/catalogue/rules/search/present'
import { type FacetName, facetNames } from '@/lib/catalogue/schema/search'
import type { Language } from '@/lib/platform/messages'

const isFacet = (field: string): field is FacetName => facetNames.some((name) => name === field)

function years({ from, to }: { from: number | null; to: number | null }): string {
  return from === to ? String(from) : `${from ?? ''}–${to ?? ''}`
}

/** One condition of the search text, in words. */
export function filterText(language: Language, filter: Filter): string {
  const t = text(language)
  const field = isFacet(filter.field) ? t(`catalogue.facet.${filter.field}`) : fieldName(language, filter.field)
  if (filter.field === 'year') return t('search.understood.is', { field, values: years(filter) })
  const coded =
    filter.field === 'modality' ||
    filter.field === 'licence' ||
    filter.field === 'status' ||
    filter.field === 'annotated'
  const values = filter.values.map((value) =>
    isFacet(filter.field) && coded ? facetLabel(filter.field, value, value, language) : `“${value}”`,
  )
  return t(coded || filter.field === 'slug' ? 'search.understood.is' : 'search.understood.has', {
    field,
    values: values.join(t('search.understood.or')),
  })
}

function fieldName(language: Language, field: string): string {
  const t = text(language)
  const names: Record<string, string> = {
    author: t('catalogue.field.authors'),
    keyword: t('catalogue.field.keywords'),
    title: t('catalogue.field.title'),
    name: t('catalogue.field.shortName'),
    slug: t('catalogue.field.slug'),
  }
  return names[field] ?? field
}

/** A word, the beginning of one, or a phrase, in words. */
function termTexts(language: Language, terms: readonly Term[]): string[] {
  const t = text(language)
  const words = terms.filter((term) => term.kind === 'word').map((term) => term.text)
  const others = terms.filter((term) => term.kind !== 'word')
  return [
    ...(words.length > 0 ? [t('search.understood.words', { text: words.join(', '), count: words.length })] : []),
    ...others.map((term) =>
      t(term.kind === 'phrase' ? 'search.understood.phrase' : 'search.understood.prefix', { text: term.text }),
    ),
  ]
}

function conditions(language: Language, query: Query): string[] {
  const t = text(language)
  const not = (condition: string) => t('search.understood.not', { condition })
  return [
    ...termTexts(language, query.terms),
    ...query.excluded.map((term) => not(`“${term.text}”`)),
    ...query.filters.map((filter) =>
      filter.excluded ? not(filterText(language, filter)) : filterText(language, filter),
    ),
  ]
}

/** How the search text was read, where it is more than plain words, and what of it was not understood. */
export function Understood({ language, query }: { language: Language; query: Query }) {
  const t = text(language)
  const plain =
    query.filters.length === 0 && query.excluded.length === 0 && query.terms.every((term) => term.kind === 'word')
  if (plain && query.notes.length === 0) return null
  return (
    <p className="mt-2 text-sm text-soft">
      {!plain && `${t('search.understood')}: ${conditions(language, query).join(' · ')}. `}
      {query.notes.map(({ kind, ...values }) => t(`catalogue.query.${kind}`, values)).join(' ')}
    </p>
  )
}
