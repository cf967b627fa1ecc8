import { addWeeks, isoNameOf, isWeek, type Week, weekNamed } from '@/lib/booking/rules/weeks'

const dayLong = 86_400_000

/** The week of a date, by the calendar: that of its Monday. */
function weekOfDate(text: string): Week | null {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN
  if (Number.isNaN(day) || new Date(day).toISOString().slice(0, 10) !== text) return null
  const monday = day - ((new Date(day).getUTCDay() + 6) % 7) * dayLong
  return new Date(monday).toISOString().slice(0, 10)
}

/** The next week of this number, from `around` on; one that ended at most four weeks before counts as next. */
function numbered(number: number, around: Week): Week | null {
  const first = addWeeks(around, -4)
  for (let n = 0; n < 54; n++) {
    const week = addWeeks(first, n)
    if (Number(isoNameOf(week).slice(-2)) === number) return week
  }
  return null
}

/** The week that somebody typed: 2026-W14, a date in it, or its number alone ("14", "w14", "v. 14"). Null where it says none. */
export function askedWeek(typed: string, around: Week): Week | null {
  const text = typed.trim().toUpperCase()
  if (isWeek(text)) return text
  const [, number] = /^(?:[WV]\.?\s*)?(\d{1,2})$/.exec(text) ?? []
  return weekNamed(text) ?? weekOfDate(text) ?? (number ? numbered(Number(number), around) : null)
}
