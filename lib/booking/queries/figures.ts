import 'server-only'
import { query } from '@/lib/platform/command'
import { bookingScope } from '../policy/booking'
import { leadTimesOf, readyShare, utilisationOf } from '../rules/figures'
import { addWeeks, isoNameOf, startOf, weekOf } from '../rules/weeks'
import { ReadFigures } from '../schema/figures'
import { groupsShown, lentWeeks, madeBookings, readiedWeeks } from '../store/figures'

/** How many of the bookings were drop-ins, by the month in which they were made. */
function dropInsOf(bookings: readonly { bookedAt: Date; startsAt: Date }[], months: readonly string[]) {
  const made = bookings.filter(({ bookedAt, startsAt }) => bookedAt >= startsAt)
  const monthOf = ({ bookedAt }: { bookedAt: Date }) => bookedAt.toISOString().slice(0, 7)
  return months.map((month) => ({ month, dropIns: made.filter((one) => monthOf(one) === month).length }))
}

/** The months from one moment to another, both in it, as `2026-11`. */
function monthsBetween(from: Date, to: Date): string[] {
  const [first, last] = [from, to].map((day) => day.getUTCFullYear() * 12 + day.getUTCMonth()) as [number, number]
  const name = (month: number) => `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`
  return Array.from({ length: last - first + 1 }, (_, n) => name(first + n))
}

/**
 * How the machines were used over some weeks: by week and machine, how long before people book, drop-ins, and how often machines were
 * ready before noon; and the projects that book now, with budget and quota. A hidden project is there for those who take part in it,
 * and for administrators.
 */
export const figures = query({
  name: 'booking.figures',
  input: ReadFigures,
  scope: ({ actor }) => bookingScope(actor),
  read: async (within, { weeks }, { now }) => {
    const last = weekOf(now)
    const first = addWeeks(last, 1 - weeks)
    const lent = await lentWeeks(first, last)
    const bookings = await madeBookings(startOf(first), now)
    const machines = [...new Map(lent.map(({ machine, name }) => [machine, name]))]
    return {
      from: isoNameOf(first),
      to: isoNameOf(last),
      utilisation: utilisationOf(lent),
      machines: machines.map(([machine, name]) => {
        const own = lent.filter((one) => one.machine === machine)
        const byWeek = own.map(({ week, lendable, used }) => ({ week: isoNameOf(week), lendable, used }))
        return { machine, name, utilisation: utilisationOf(own), weeks: byWeek }
      }),
      readyBeforeNoon: readyShare(await readiedWeeks(first, last), now),
      leadTimes: leadTimesOf(bookings),
      dropIns: dropInsOf(bookings, monthsBetween(startOf(first), now)),
      groups: await groupsShown(within, now),
    }
  },
})
