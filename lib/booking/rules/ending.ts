import { type Refusal, refuse } from '@/lib/platform/refusal'

/** For how long a cancellation, a release or a booking can be undone, in milliseconds. */
export const undoTime = 60_000

export type BookedState = 'booked' | 'cancelled' | 'released' | 'displaced'

/** A booked week as its row says. */
export type BookedWeek = {
  readonly id: string
  readonly slot: string
  readonly week: string
  readonly gpus: number
  readonly startsAt: Date
  readonly endsAt: Date
  readonly state: BookedState
  readonly stateAt: Date
  readonly countsUntil: Date
  readonly createdAt: Date
  /** Whether it still stands in its slot week. */
  readonly stands: boolean
}

const lasts = ({ state }: BookedWeek): boolean => state === 'booked'
const toCome = (week: BookedWeek, now: Date): boolean => lasts(week) && now < week.startsAt
const runs = (week: BookedWeek, now: Date): boolean => lasts(week) && week.startsAt <= now && now < week.endsAt

type Chosen = readonly BookedWeek[]

/** The named ones of a booking's weeks, or all for which it is possible where none is named. A name that is not there: null. */
function choose(weeks: Chosen, named: readonly string[] | null, possible: (week: BookedWeek) => boolean) {
  if (named === null) return weeks.filter(possible)
  const chosen = weeks.filter(({ id }) => named.includes(id))
  return chosen.length === new Set(named).size ? chosen : null
}

function judged(
  weeks: Chosen,
  named: readonly string[] | null,
  possible: (week: BookedWeek) => boolean,
  code: string,
): Chosen | Refusal {
  const chosen = choose(weeks, named, possible)
  if (chosen === null) return refuse('booking.not-its-week')
  if (chosen.length === 0 || !chosen.every(possible)) return refuse(code)
  return chosen
}

/** Which weeks are cancelled: those to come. One that runs is released, not cancelled. */
export const judgeCancel = (weeks: Chosen, named: readonly string[] | null, now: Date): Chosen | Refusal =>
  judged(weeks, named, (week) => toCome(week, now), 'booking.nothing-to-cancel')

/** Which weeks are released early: those that run. */
export const judgeRelease = (weeks: Chosen, named: readonly string[] | null, now: Date): Chosen | Refusal =>
  judged(weeks, named, (week) => runs(week, now), 'booking.nothing-to-release')

/** Until when an ended week is reserved and counted: the minute in which that can be undone, never beyond its own end. */
export const reservedUntil = ({ endsAt }: Pick<BookedWeek, 'endsAt'>, now: Date): Date =>
  new Date(Math.min(now.getTime() + undoTime, endsAt.getTime()))

/** Until when a booking that was made at this moment can be taken back. */
export const undoUntil = (madeAt: Date): Date => new Date(madeAt.getTime() + undoTime)

const isRestorable = (week: BookedWeek, now: Date): boolean =>
  week.stands && (week.state === 'cancelled' || week.state === 'released') && now < week.countsUntil
const isFresh = (week: BookedWeek, now: Date): boolean =>
  lasts(week) && now < undoUntil(week.createdAt) && now < week.endsAt

/** What an undo does: gives weeks back that were just cancelled or released, or takes a booking back that was just made. */
export type Undoing = { readonly does: 'restore' | 'withdraw'; readonly weeks: Chosen }

/**
 * What of a booking can be undone at this moment: the latest act first. `of` says which of the two is meant, where both were within
 * the minute; a request that is sent twice is then never taken for the other.
 */
export function judgeUndo(weeks: Chosen, of: 'ending' | 'booking' | null, now: Date): Undoing | Refusal {
  const ended = weeks.filter((week) => isRestorable(week, now))
  if (of !== 'booking' && ended.length > 0) return { does: 'restore', weeks: ended }
  const standing = weeks.filter(lasts)
  if (of !== 'ending' && standing.length > 0 && standing.every((week) => isFresh(week, now)))
    return { does: 'withdraw', weeks: standing }
  return refuse('booking.undo-over')
}
