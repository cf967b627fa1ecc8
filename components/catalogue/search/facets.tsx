import { text } from '@/components/messages'
import { buttonClass } from '@/components/ui/button'
import { formatNumber } from '@/components/ui/format'
import type { Facet, FacetValue } from '@/lib/catalogue/rules/search/present'
import type { Language } from '@/lib/platform/messages'

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
        {facets.map((facet) => (
          <Group key={facet.name} language={language} facet={facet} form={form} />
        ))}
        <button type="submit" form={form} className={`${buttonClass()} without-script`}>
          {t('search.apply')}
        </button>
      </div>
    </details>
  )
}

function Group({ language, facet, form }: { language: Language; facet: Facet; form: string }) {
  const t = text(language)
  if (facet.values.length === 0) return null
  const first = facet.values.filter((value, at) => at < few || value.selected)
  const rest = facet.values.filter((value) => !first.includes(value))
  const draw = (value: FacetValue) => <Choice key={value.value} {...{ language, facet, value, form }} />
  return (
    <fieldset>
      <legend className="mb-1 text-sm font-medium text-soft">{t(`catalogue.facet.${facet.name}`)}</legend>
      {first.map(draw)}
      {rest.length > 0 && (
        <details>
          <summary className="text-sm text-accent hover:underline">
            {t('search.filters.more', { count: rest.length })}
          </summary>
          {rest.map(draw)}
        </details>
      )}
    </fieldset>
  )
}

function Choice(props: { language: Language; facet: Facet; value: FacetValue; form: string }) {
  const { language, facet, value, form } = props
  return (
    <label className="facet-value">
      <input
        type="checkbox"
        id={`${facet.name}-${value.value}`}
        name={facet.name}
        value={value.value}
        defaultChecked={value.selected}
        form={form}
      />
      <span>{value.label}</span>
      <span className="text-soft">{`${facet.relation === 'about' ? '~' : ''}${formatNumber(value.count, language)}`}</span>
    </label>
  )
}
