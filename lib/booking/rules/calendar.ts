/** A booked week as a calendar needs it. */
export type CalendarWeek = {
  readonly id: string
  readonly bookingId: string
  readonly project: string
  readonly machine: string
  readonly slot: string
  readonly gpus: number
  readonly name: string
  readonly startsAt: Date
  readonly endsAt: Date
  readonly state: string
  readonly createdAt: Date
  readonly stateAt: Date
}

/** Grows with each change of a week: how many seconds it was changed after it was made (RFC 5545 §3.8.7.4 asks for no more than that it grows). */
export const sequenceOf = ({ createdAt, stateAt }: Pick<CalendarWeek, 'createdAt' | 'stateAt'>): number =>
  Math.max(0, Math.ceil((stateAt.getTime() - createdAt.getTime()) / 1000))

type Words = { readonly summary: (week: CalendarWeek) => string; readonly description: (week: CalendarWeek) => string }

/** A booked week as an entry of a calendar; one that was cancelled, released or displaced is told as cancelled. */
export const entryOf = (week: CalendarWeek, words: Words) => ({
  uid: `booked-week-${week.id}`,
  sequence: sequenceOf(week),
  start: week.startsAt,
  end: week.endsAt,
  summary: words.summary(week),
  description: words.description(week),
  location: `${week.machine} ${week.slot}`,
  path: `/bookings/${week.bookingId}`,
  madeAt: week.createdAt,
  changedAt: week.stateAt,
  isCancelled: week.state !== 'booked',
})
