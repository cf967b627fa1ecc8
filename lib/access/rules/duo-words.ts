import { countryName } from '@/lib/catalogue/rules/countries'
import type { Language } from '@/lib/platform/messages'
import type { Reason } from './duo-reason'

/** A sentence by its key, with values put in. */
export type Say = (key: string, values?: Record<string, string>) => string

const places: readonly Reason['why'][] = ['country-inside', 'country-outside', 'country-unsaid']

function valueWord({ why }: Reason, value: string, say: Say, language: Language): string {
  if (why === 'sensitive') return say(`access.duo.touched.${value}`).toLocaleLowerCase(language)
  if (!places.includes(why)) return value
  return value === 'EU' || value === 'EEA' ? say(`catalogue.duo.${value}`) : countryName(value, language)
}

/** The sentence of a reason, in the language whose sentences `say` knows. */
export function reasonWords(reason: Reason, say: Say, language: Language): string {
  const values = reason.values.map((value) => valueWord(reason, value, say, language)).join(', ')
  return say(`access.duo.why.${reason.why}`, { values: values === '' ? 'none' : values })
}
