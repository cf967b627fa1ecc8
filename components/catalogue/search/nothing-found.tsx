import { text } from '@/components/messages'
import { EmptyState } from '@/components/ui/notice'
import type { CountedRelaxation } from '@/lib/catalogue/queries/search-catalogue'
import { printQuery } from '@/lib/catalogue/rules/query-language/print'
import { facetLabel } from '@/lib/catalogue/rules/search/present'
import { searchAddress } from '@/lib/catalogue/rules/search/state'
import type { Language } from '@/lib/platform/messages'
import { filterText } from './understood'

type Way = CountedRelaxation

function wayText(language: Language, way: Way): string {
  const t = text(language)
  switch (way.kind) {
    case 'drop-facet':
      return t('catalogue.relax.drop-facet', {
        facet: t(`catalogue.facet.${way.facet}`),
        value: facetLabel(way.facet, way.value, way.value, language),
      })
    case 'drop-term':
      return t(way.excluded ? 'catalogue.relax.drop-excluded' : 'catalogue.relax.drop-term', {
        text: printQuery({ terms: [{ ...way.term, kind: 'word' }], excluded: [], filters: [] }),
      })
    case 'drop-filter':
      return t('catalogue.relax.drop-filter', { text: filterText(language, way.filter) })
    default:
      return t(`catalogue.relax.${way.kind}`)
  }
}

/** What an empty result says: what may be left out, and how much that would show. */
export function NothingFound({ language, relax }: { language: Language; relax: readonly Way[] }) {
  const t = text(language)
  return (
    <EmptyState
      title={t('search.none')}
      action={
        <a href="/datasets" className="mt-1">
          {t('search.none.all')}
        </a>
      }
    >
      {relax.length > 0 && (
        <>
          <p>{t('search.none.text')}</p>
          <ul className="mt-3 inline-grid gap-1.5 text-left">
            {relax.map((way) => (
              <li key={searchAddress(way.state)}>
                <a href={searchAddress(way.state)}>{wayText(language, way)}</a>
                {` · ${t('search.relax.count', { count: way.count })}`}
              </li>
            ))}
          </ul>
        </>
      )}
    </EmptyState>
  )
}
