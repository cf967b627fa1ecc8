import { normaliseCountry } from '../countries'
import type { Findings } from './finding'
import { isObject, once, pick, readCode, readCount, readList } from './values'

/** How often a dataset was shared, by country of the recipient (ISO 3166-1 alpha-2). */
export interface ReadSharing {
  byCountry: Record<string, number>
  /** `illustrative`: the figures are an example, and every page that shows them says so. */
  figures: 'illustrative' | 'recorded'
}

const reasons = { mended: 'country-name', refused: 'country-wrong' } as const

function readCountries(findings: Findings, value: unknown): string[] {
  const read = readList(findings, 'countriesShared', value).map((country, i) =>
    readCode(findings, `countriesShared.${i}`, country, normaliseCountry, reasons),
  )
  return once(
    findings,
    'countriesShared',
    read.filter((code) => code !== null),
    (code) => code,
  )
}

function readCounts(findings: Findings, field: string, value: unknown): Record<string, number> {
  const byCountry: Record<string, number> = {}
  for (const [country, events] of Object.entries(isObject(value) ? value : {})) {
    const code = readCode(findings, `${field}.${country}`, country, normaliseCountry, reasons)
    const count = readCount(findings, `${field}.${country}`, events)
    if (code !== null && count !== null && count > 0) byCountry[code] = (byCountry[code] ?? 0) + count
  }
  return byCountry
}

/** The sharing of a row: events by country, and the list of countries, which must agree with them. */
export function readSharing(findings: Findings, raw: Readonly<Record<string, unknown>>): ReadSharing | null {
  const written = pick(raw, 'externalSharingEvents', 'sharing')
  const countries = readCountries(findings, raw.countriesShared)
  if (!isObject(written) && countries.length === 0) return null
  const source = isObject(written) ? written : {}
  const byCountry = readCounts(findings, 'sharing', isObject(source.byCountry) ? source.byCountry : source)
  for (const country of countries.filter((code) => !Object.hasOwn(byCountry, code))) {
    findings.mended(`sharing.${country}`, null, 1, 'derived')
    byCountry[country] = 1
  }
  const total = Object.values(byCountry).reduce((sum, events) => sum + events, 0)
  if (typeof source.total === 'number' && source.total !== total)
    findings.mended('sharing.total', source.total, total, 'differs')
  return { byCountry, figures: source.figures === 'illustrative' ? 'illustrative' : 'recorded' }
}
