import { z } from 'zod'
import { isRor, normaliseRor } from '@/lib/platform/identifiers/ror'
import { countryCodes, normaliseCountry } from '../rules/countries'
import { type DuoId, duoIds, duoTerms, isPermission } from '../rules/duo'
import { listOf, text, wordKey } from './text'

/** Why a statement of data use cannot be kept: keys of messages. */
export const invalidUse = {
  term: 'catalogue.invalid.use-term',
  one: 'catalogue.invalid.use-one-permission',
  repeated: 'catalogue.invalid.use-repeated',
  values: 'catalogue.invalid.use-values',
  none: 'catalogue.invalid.use-no-values',
  country: 'catalogue.invalid.use-country',
  months: 'catalogue.invalid.use-months',
  day: 'catalogue.invalid.use-day',
} as const

/** Two regions besides the countries of ISO 3166-1: the European Union and the European Economic Area. */
export const regions = ['EU', 'EEA'] as const

export const isPlace = (code: string): boolean => countryCodes.has(code) || regions.some((one) => one === code)

/** The code of a place from its code in any letters, or from a country's English or Swedish name; the text itself where it is none. */
export const placeOf = (text: string): string =>
  regions.find((region) => region === text.trim().toUpperCase()) ?? normaliseCountry(text) ?? text

/** A term and what it asks for: diseases, countries, institutions, months, a day, or words. */
export const UseCondition = z
  .object({
    term: z.enum(duoIds as [DuoId, ...DuoId[]], invalidUse.term),
    values: listOf(text(500), 60, wordKey).default([]),
  })
  .superRefine(({ term, values }, ctx) => {
    const wrong = wrongValues(term, values)
    if (wrong !== null) ctx.addIssue({ code: 'custom', path: ['values'], message: wrong })
  })

function wrongValues(term: DuoId, values: readonly string[]): string | null {
  const { asks, mayAsk } = duoTerms[term]
  if (asks === 'nothing') return values.length === 0 ? null : invalidUse.none
  if (values.length === 0) return mayAsk ? null : invalidUse.values
  if (asks === 'countries') return values.every(isPlace) ? null : invalidUse.country
  if (asks === 'months') return values.length === 1 && /^[1-9]\d{0,2}$/.test(values[0] ?? '') ? null : invalidUse.months
  if (asks === 'day') return values.length === 1 && z.iso.date().safeParse(values[0]).success ? null : invalidUse.day
  return null
}

/** For what a dataset may be used: one permission, and whatever else holds. */
export const DataUse = z
  .array(UseCondition)
  .min(1, invalidUse.one)
  .max(duoIds.length, invalidUse.repeated)
  .superRefine((conditions, ctx) => {
    const terms = conditions.map(({ term }) => term)
    if (new Set(terms).size !== terms.length) ctx.addIssue({ code: 'custom', message: invalidUse.repeated })
    if (terms.filter(isPermission).length !== 1) ctx.addIssue({ code: 'custom', message: invalidUse.one })
  })
  .meta({ id: 'DataUse', description: 'Terms of the Data Use Ontology: exactly one permission, and modifiers' })

export type UseCondition = z.output<typeof UseCondition>
export type DataUse = z.output<typeof DataUse>

/** An institution as its ROR address where the text holds one: `https://ror.org/05ynxx418 Linköping University`. */
export function rorIn(value: string): string | null {
  const [first = ''] = value.trim().split(/\s+/)
  const url = normaliseRor(first)
  return url !== null && isRor(url) ? url : null
}

/** A disease as its MONDO code where the text begins with one: `MONDO:0005061 lung adenocarcinoma`. */
export const mondoIn = (value: string): string | null => /^MONDO:\d{7}(?=\s|$)/.exec(value.trim())?.[0] ?? null
