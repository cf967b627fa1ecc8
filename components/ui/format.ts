import type { Language } from '@/lib/platform/messages'

/** Narrow no-break space: groups the digits of a large number and never wraps. */
export const THIN_SPACE = '\u202f'
const ZONE = 'Europe/Stockholm'
const MINUTE = 60_000
const DAY = 86_400_000

const decimalMark = (language: Language) => (language === 'sv' ? ',' : '.')

/** A number with its thousands set apart by thin spaces, rounded to at most `decimals` decimals. */
export function formatNumber(value: number, language: Language, decimals = 0) {
  const [whole = '', fraction] = Math.abs(value).toFixed(decimals).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, THIN_SPACE)
  const shown = fraction ? grouped + decimalMark(language) + fraction : grouped
  return value < 0 && /[1-9]/.test(shown) ? `−${shown}` : shown
}

/** A share of one as per cent, with a thin space before the sign. */
export const formatPercent = (share: number, language: Language, decimals = 0) =>
  `${formatNumber(share * 100, language, decimals)}${THIN_SPACE}%`

const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE, dateStyle: 'short', timeStyle: 'short' })

/** Year-month-day (ISO 8601) in Stockholm; a plain date such as `2023-05-02` is given back untouched. */
export const formatDate = (value: Date | string) =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : clock.format(new Date(value)).slice(0, 10)

/** Date, hour and minute in Stockholm: `2023-05-02 14:05`. */
export const formatDateTime = (value: Date | string) => clock.format(new Date(value))

/** Year and week (ISO 8601: the week belongs to the year of its Thursday) of a moment in Stockholm. */
export function isoWeek(value: Date | string) {
  const day = new Date(`${formatDate(value)}T00:00:00Z`)
  const thursday = new Date(day.getTime() + (4 - (day.getUTCDay() || 7)) * DAY)
  const year = thursday.getUTCFullYear()
  return { year, week: Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / (7 * DAY)) + 1 }
}

/** The date with its week, as people in Sweden plan: `2023-05-02, week 18`. */
export const formatDateWithWeek = (value: Date | string, language: Language) =>
  `${formatDate(value)}, ${language === 'sv' ? 'vecka' : 'week'} ${isoWeek(value).week}`

const spell = (language: Language, unit: string, count: number) =>
  new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(count)

/** How long from one moment to another, in the largest whole unit: `3 days`, `5 timmar`. */
export function formatAge(from: Date, to: Date, language: Language) {
  const minutes = Math.max(0, Math.floor((to.getTime() - from.getTime()) / MINUTE))
  if (minutes < 60) return spell(language, 'minute', minutes)
  if (minutes < 48 * 60) return spell(language, 'hour', Math.floor(minutes / 60))
  return spell(language, 'day', Math.floor(minutes / 1440))
}

/** At most two initials of a name, for a mark beside it. */
export function initials(name: string) {
  const words = name.trim().split(/\s+/)
  const ends = words.length > 1 ? [words[0], words.at(-1)] : [words[0]]
  return ends.map((word) => [...(word ?? '')][0]?.toLocaleUpperCase('sv') ?? '').join('')
}
