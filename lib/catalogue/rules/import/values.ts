import { isoDate } from '../../schema/text'
import type { Findings, mendings, refusals } from './finding'

/** Text with single spaces and none around; null when empty or absent. */
export function readText(findings: Findings, field: string, value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null
  if (typeof value === 'number') return String(value)
  if (typeof value !== 'string') return findings.refused(field, value, 'not-text')
  // Lines stay apart; spaces, tabs and the like within a line become one space.
  const text = value
    .replace(/\r\n?/g, '\n')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim()
  if (text !== value) findings.mended(field, value, text, 'spaces')
  return text === '' ? null : text
}

/** What `normalise` makes of the text; a changed text is reported, and one it cannot read refused. */
export function readCode<T extends string>(
  findings: Findings,
  field: string,
  value: unknown,
  normalise: (text: string) => T | null,
  reasons: { mended: (typeof mendings)[number]; refused: (typeof refusals)[number]; fatal?: boolean },
): T | null {
  if (value === null || value === undefined || value === '') return null
  const text = typeof value === 'number' ? String(value) : value
  const code = typeof text === 'string' ? normalise(text) : null
  if (code === null) return findings[reasons.fatal === true ? 'fatal' : 'refused'](field, value, reasons.refused)
  if (code !== value) findings.mended(field, value, code, reasons.mended)
  return code
}

/** A whole number from 0, from a number or from digits with grouping spaces; a decimal is refused. */
export function readCount(findings: Findings, field: string, value: unknown): number | null {
  if (value === null || value === undefined || (typeof value === 'string' && value.trim() === '')) return null
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value
  const digits = typeof value === 'string' ? value.replace(/[\s\u00a0\u202f']/g, '') : ''
  if (!/^\d{1,16}$/.test(digits) || !Number.isSafeInteger(Number(digits))) {
    return findings.fatal(field, value, 'number-wrong')
  }
  if (digits !== value) findings.mended(field, value, digits, 'number-form')
  return Number(digits)
}

/** A list from a list, or from a single value; null and absent are the empty list. */
export function readList(findings: Findings, field: string, value: unknown): unknown[] {
  if (value === null || value === undefined || value === '') return []
  if (Array.isArray(value)) return value
  if (typeof value === 'object') {
    findings.fatal(field, value, 'not-a-list')
    return []
  }
  return [value]
}

/** The members with each key once, the first of them kept; what falls away is reported. */
export function once<T>(findings: Findings, field: string, list: readonly T[], keyOf: (value: T) => unknown): T[] {
  const seen = new Set<unknown>()
  return list.filter((value, i) => {
    const key = keyOf(value)
    if (seen.has(key)) findings.mended(`${field}.${i}`, value, '', 'repeated')
    const fresh = !seen.has(key)
    seen.add(key)
    return fresh
  })
}

// With a time of day behind it, as a time stamp has.
const writtenDay = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ][\d:.]+(?:Z|[+-]\d{2}:?\d{2})?)?$/

export type ReadDate = { kind: 'day'; day: string } | { kind: 'impossible' } | { kind: 'none' }

/**
 * A calendar day from `2019-04-08`, `2019/4/8`, `20190408` or a time stamp. `impossible` is a day that looks like one
 * but does not exist, such as 2019-04-00; the caller mends it.
 */
export function readDate(findings: Findings, field: string, value: unknown): ReadDate {
  if (value === null || value === undefined || (typeof value === 'string' && value.trim() === ''))
    return { kind: 'none' }
  const text = String(value).trim()
  const parts = writtenDay.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text)
  if (parts === null) {
    findings.refused(field, value, 'date-wrong')
    return { kind: 'none' }
  }
  const [, year = '', month = '', day = ''] = parts
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  if (!isoDate.safeParse(iso).success) return { kind: 'impossible' }
  if (iso !== value) findings.mended(field, value, iso, 'date-form')
  return { kind: 'day', day: iso }
}

/** The object's own value under the first of the names that it has. */
export function pick(row: Readonly<Record<string, unknown>>, ...names: readonly string[]): unknown {
  const name = names.find((each) => Object.hasOwn(row, each))
  return name === undefined ? undefined : row[name]
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
