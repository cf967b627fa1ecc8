import { type MessageKey, text } from '@/components/messages'
import { countryName } from '@/lib/catalogue/rules/countries'
import { duoTerms, oboUrl } from '@/lib/catalogue/rules/duo'
import type { DataUse, UseCondition } from '@/lib/catalogue/schema/data-use'
import type { Language } from '@/lib/platform/messages'
import { External } from './external'

/** What a condition refers to, in the reader's words. */
export function conditionValues({ term, values }: UseCondition, language: Language): string {
  const t = text(language)
  const { asks } = duoTerms[term]
  if (asks === 'months') return t('catalogue.duo.months', { months: Number(values[0]) })
  if (asks !== 'countries') return values.join(', ')
  return values
    .map((code) => (code === 'EU' || code === 'EEA' ? t(`catalogue.duo.${code}`) : countryName(code, language)))
    .join(', ')
}

/** For what data may be used: each condition in plain words, with what it refers to and the term of the ontology. */
export function UseConditions({ language, conditions }: { language: Language; conditions: DataUse }) {
  const t = text(language)
  return (
    <ul className="grid gap-1.5">
      {conditions.map((condition) => (
        <li key={condition.term}>
          {t(`catalogue.duo.${condition.term}` as MessageKey)}
          {condition.values.length > 0 && `: ${conditionValues(condition, language)}`}{' '}
          <span className="text-sm whitespace-nowrap">
            <External
              href={oboUrl(condition.term)}
              language={language}
              label={`${duoTerms[condition.term].code}, ${condition.term}`}
            >
              {duoTerms[condition.term].code}
            </External>
          </span>
        </li>
      ))}
    </ul>
  )
}
