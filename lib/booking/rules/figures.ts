import { startOf, type Week } from './weeks'

const hour = 3_600_000
const week = 7 * 24 * hour

/** Noon of a week's Monday in Stockholm, by when its machine should be ready (hub); the clock never changes between 09:00 and noon of a Monday. */
export const noonOf = (monday: Week): Date => new Date(startOf(monday).getTime() + 3 * hour)

type Readied = { readonly week: Week; readonly readyAt: Date | null }

/** Of the weeks whose noon has come, how many were ready before it. One that nobody said anything of was not. */
export function readyShare(weeks: readonly Readied[], now: Date): { readonly ready: number; readonly of: number } {
  const due = weeks.filter((one) => noonOf(one.week) <= now)
  return {
    ready: due.filter(({ week: monday, readyAt }) => readyAt !== null && readyAt < noonOf(monday)).length,
    of: due.length,
  }
}

/** How long before its first week somebody booked: `drop-in` into the running week, else by weeks, each bound belonging to what follows it. */
export const leadTimes = ['drop-in', 'under-1', '1-2', '2-4', '4-8', '8-16', 'over-16'] as const
export type LeadTime = (typeof leadTimes)[number]
const bounds = [1, 2, 4, 8, 16]

export function leadTimeOf(bookedAt: Date, startsAt: Date): LeadTime {
  const ahead = startsAt.getTime() - bookedAt.getTime()
  if (ahead <= 0) return 'drop-in'
  return leadTimes[1 + bounds.filter((bound) => ahead >= bound * week).length] ?? 'over-16'
}

/** How often each lead time occurs, in their order. */
export function leadTimesOf(bookings: readonly { readonly bookedAt: Date; readonly startsAt: Date }[]) {
  const all = bookings.map(({ bookedAt, startsAt }) => leadTimeOf(bookedAt, startsAt))
  return leadTimes.map((lead) => ({ lead, bookings: all.filter((one) => one === lead).length }))
}

type Lent = { readonly lendable: number; readonly used: number }

/** The share of what could be lent that was used; null where nothing could be. */
export function utilisationOf(weeks: readonly Lent[]): number | null {
  const [lendable, used] = weeks.reduce<[number, number]>(
    (sum, one) => [sum[0] + one.lendable, sum[1] + one.used],
    [0, 0],
  )
  return lendable === 0 ? null : used / lendable
}
