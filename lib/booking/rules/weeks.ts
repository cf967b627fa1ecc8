/** The zone in which weeks turn (hub). */
export const zone = 'Europe/Stockholm'
/** The wall-clock hour of Monday at which a week begins and ends. */
const turnHour = 9
const dayLong = 86_400_000

/** A week of the sheet, named by its Monday, yyyy-mm-dd. Mondays sort as text. */
export type Week = string

const wallClock = new Intl.DateTimeFormat('en-GB', {
  timeZone: zone,
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
})

/** The wall clock of the zone at an instant, as if it were UTC, in milliseconds. */
function wallOf(instant: number): number {
  const part = Object.fromEntries(wallClock.formatToParts(instant).map(({ type, value }) => [type, Number(value)]))
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part
  return Date.UTC(year, month - 1, day, hour, minute, second)
}

const dayOf = (week: Week): number => Date.parse(`${week}T00:00:00Z`)
const weekAt = (day: number): Week => new Date(day).toISOString().slice(0, 10)
/** 0 for Monday … 6 for Sunday. */
const weekday = (day: number): number => (new Date(day).getUTCDay() + 6) % 7

/** Whether the text names a Monday that is in the calendar. */
export const isWeek = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) &&
  !Number.isNaN(dayOf(text)) &&
  weekAt(dayOf(text)) === text &&
  weekday(dayOf(text)) === 0

export const addWeeks = (week: Week, count: number): Week => weekAt(dayOf(week) + count * 7 * dayLong)

/** How many weeks `to` is after `from`. */
export const weeksBetween = (from: Week, to: Week): number => (dayOf(to) - dayOf(from)) / (7 * dayLong)

/** Asking the calendar for the wall clock costs more than all else of a sheet: what was asked is kept, of a century at most. */
const starts = new Map<Week, number>()
const mostStarts = 5300

/** The instant at which the week begins: Monday 09:00 by the wall clock of Stockholm (both clock changes fall on Sundays). */
export function startOf(week: Week): Date {
  const known = starts.get(week)
  if (known !== undefined) return new Date(known)
  const wall = dayOf(week) + turnHour * 3_600_000
  const start = wall - (wallOf(wall) - wall)
  if (starts.size < mostStarts) starts.set(week, start)
  return new Date(start)
}

/** The instant at which the week ends, half-open: 167, 168 or 169 hours after it began. */
export const endOf = (week: Week): Date => startOf(addWeeks(week, 1))

/** The week that runs at an instant. */
export function weekOf(instant: Date): Week {
  const turned = wallOf(instant.getTime()) - turnHour * 3_600_000
  const day = Math.floor(turned / dayLong) * dayLong
  return weekAt(day - weekday(day) * dayLong)
}

/** The ISO 8601 name of the week, e.g. 2026-W53: the year is that of its Thursday. */
export function isoNameOf(week: Week): string {
  const thursday = dayOf(week) + 3 * dayLong
  const year = new Date(thursday).getUTCFullYear()
  const number = Math.floor((thursday - Date.UTC(year, 0, 1)) / (7 * dayLong)) + 1
  return `${year}-W${String(number).padStart(2, '0')}`
}

/** The week of an ISO 8601 name; null where there is none such, as 2025-W53. */
export function weekNamed(name: string): Week | null {
  const [, year, number] = /^(\d{4})-W(\d{2})$/.exec(name) ?? []
  if (!year || !number) return null
  const fourth = Date.UTC(Number(year), 0, 4)
  const week = weekAt(fourth - weekday(fourth) * dayLong + (Number(number) - 1) * 7 * dayLong)
  return isoNameOf(week) === name ? week : null
}
