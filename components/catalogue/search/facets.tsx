import { text } from '@/components/messages'
import { buttonClass } from '@/components/ui/button'
import { formatNumber } from '@/components/ui/format'
import type { Facet, FacetValue } from '@/lib/catalogue/rules/search/present'
import type { Language } from '@/lib/platform/messages'
import { type FacetGroup, FacetGroups } from './facet-groups'

type Props = { language: Language; facets: readonly Facet[]; form: string }

const few = 6

/** The filters: each value with what it would find. Works as part of the form; on a phone it is folded away. */
export function Facets({ language, facets, form }: Props) {
  const t = text(language)
  const chosen = facets.reduce((sum, facet) => sum + facet.values.filter((value) => value.selected).length, 0)
  if (facets.every((facet) => facet.values.length === 0)) return <div />
  return (
    <details className="filters">
      <summary className={buttonClass()}>
        {t('search.filters')}
        {chosen > 0 && <span className="text-soft">· {t('search.filters.chosen', { count: chosen })}</span>}
      </summary>
      <div className="grid gap-5 pt-4 lg:pt-0">
        <FacetGroups
          groups={facets.filter(({ values }) => values.length > 0).map((facet) => groupOf(facet, language))}
          form={form}
        />
        <button type="submit" form={form} className={`${buttonClass()} without-script`}>
          {t('search.apply')}
        </button>
      </div>
    </details>
  )
}

function groupOf({ name, relation, values }: Facet, language: Language): FacetGroup {
  const t = text(language)
  const first = values.filter((value, at) => at < few || value.selected)
  const rest = values.filter((value) => !first.includes(value))
  const about = relation === 'about' ? '~' : ''
  const choice = ({ value, label, count, selected }: FacetValue) =>
    [value, label, `${about}${formatNumber(count, language)}`, selected] as const
  return {
    name,
    title: t(`catalogue.facet.${name}`),
    first: first.map(choice),
    rest: rest.map(choice),
    more: t('search.filters.more', { count: rest.length }),
  }
}
