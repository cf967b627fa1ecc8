/** A calendar day as `2026-11-27`. Days sort as text. */
export type Day = string

const dayLength = 86_400_000

/** The moment at which a day begins, as the portal keeps days: midnight UTC. */
export const startOf = (day: Day): Date => new Date(`${day}T00:00:00.000Z`)

/** The moment from which a last day is over: periods are half-open. */
export const afterDay = (lastDay: Day): Date => new Date(startOf(lastDay).getTime() + dayLength)

/** The day on which a moment lies. */
export const dayOf = (moment: Date): Day => moment.toISOString().slice(0, 10)

/** The same day of the month so many years later; 29 February becomes 28 where that year has none. */
export function yearsAfter(day: Day, years: number): Day {
  const year = String(Number(day.slice(0, 4)) + years).padStart(4, '0')
  const same = `${year}${day.slice(4)}`
  return dayOf(startOf(same)) === same ? same : `${year}-02-28`
}

/** Days from now until the last day is over, the day of today counted in; 0 on the day after it. */
export const daysLeft = (lastDay: Day, now: Date): number =>
  Math.max(0, Math.ceil((afterDay(lastDay).getTime() - now.getTime()) / dayLength))
