import { text } from '@/components/messages'
import { Icon } from '@/components/ui/icon'
import type { Facet } from '@/lib/catalogue/rules/search/present'
import { type SearchState, searchAddress, toggleFacet } from '@/lib/catalogue/rules/search/state'
import type { Language } from '@/lib/platform/messages'

const look =
  'inline-flex items-center gap-1.5 rounded-full bg-accent-soft px-2.5 py-0.5 text-xs text-accent no-underline hover:underline'

/** The filters in force, each a link that takes it away. */
export function Chips({
  language,
  state,
  facets,
}: {
  language: Language
  state: SearchState
  facets: readonly Facet[]
}) {
  const t = text(language)
  const chosen = facets.flatMap(({ name, values }) =>
    values.filter(({ selected }) => selected).map(({ value, label }) => ({ name, value, label })),
  )
  if (chosen.length === 0) return null
  return (
    <ul className="flex flex-wrap items-center gap-2">
      {chosen.map(({ name, value, label }) => (
        <li key={`${name}-${value}`}>
          <a
            href={searchAddress(toggleFacet(state, name, value))}
            aria-label={t('search.filter.remove', { facet: t(`catalogue.facet.${name}`), value: label })}
            className={look}
          >
            {label}
            <Icon name="cross" className="size-3" />
          </a>
        </li>
      ))}
      {chosen.length > 1 && (
        <li>
          <a href={searchAddress({ ...state, facets: {}, cursor: null })} className="text-sm">
            {t('search.filters.clear')}
          </a>
        </li>
      )}
    </ul>
  )
}
