import { type MessageKey, text } from '@/components/messages'
import type { Purpose } from '@/lib/access/schema/duo'
import { countryName } from '@/lib/catalogue/rules/countries'
import type { Language } from '@/lib/platform/messages'

type Line = { readonly key: string; readonly label: string; readonly said: string }

/** A purpose in words, line by line; what it does not say is left out. */
export function purposeLines(purpose: Purpose, language: Language): Line[] {
  const t = text(language)
  const word = (stem: string, key: string) => t(`${stem}.${key}` as MessageKey)
  const { aim, diseases, touches, accepts, organisation, use, countries, institution, months } = purpose
  const lines: [string, string][] = [
    ['aim', aim === null ? '' : word('answers.purpose.aim', aim)],
    ['diseases', diseases.join(', ')],
    ['touches', touches.map((one) => word('access.duo.touched', one)).join(' · ')],
    ['accepts', accepts.map((one) => word('answers.purpose.accepts', one)).join(' · ')],
    ['organisation', organisation === null ? '' : word('answers.purpose.organisation', organisation)],
    ['use', use === null ? '' : word('answers.purpose.use', use)],
    ['countries', countries.map((code) => countryName(code, language)).join(', ')],
    ['institution', institution ?? ''],
    ['months', months === null ? '' : String(months)],
  ]
  return lines
    .filter(([, said]) => said !== '')
    .map(([key, said]) => ({ key, label: word('answers.purpose', key), said }))
}
