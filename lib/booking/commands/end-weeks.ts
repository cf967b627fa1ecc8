import 'server-only'
import { command } from '@/lib/platform/command'
import { type Context, isPerson } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db'
import { isRefusal, notFound } from '@/lib/platform/refusal'
import { cellsOf, happened } from '../events/bookings'
import { type BookedWeek, judgeCancel, judgeRelease, reservedUntil } from '../rules/ending'
import { CancelWeeks, ReleaseWeeks } from '../schema/bookings'
import { behalfOf } from '../store/acting'
import { endWeeks } from '../store/booked-weeks'
import { dueSettling } from '../store/due'
import { demandReason, type OnBooking, onBooking } from './on-booking'

type Way = 'cancelled' | 'released'
const ways = {
  cancelled: { judge: judgeCancel, tell: happened.weeksCancelled },
  released: { judge: judgeRelease, tell: happened.weeksReleased },
} as const

function decideEnding(
  way: Way,
  ctx: Context,
  { booking, acting }: OnBooking,
  input: { weeks: string[] | null; reason: string | null },
) {
  if (!booking || !acting.project) return notFound()
  const unsaid = demandReason(ctx, acting, input.reason)
  if (unsaid) return unsaid
  const chosen = ways[way].judge(booking.weeks, input.weeks, ctx.now)
  if (isRefusal(chosen)) return chosen
  const { id, projectId, machineId } = booking
  const data = { projectId, machineId, ...cellsOf(chosen) }
  const fact = ways[way].tell(id, data, behalfOf(ctx, acting.project))
  return Object.assign([fact], { id, chosen, reason: input.reason })
}

type Decided = { readonly id: string; readonly chosen: readonly BookedWeek[]; readonly reason: string | null }

/** The weeks stay reserved, and count, for the minute in which this can be undone; then the clock frees them. */
async function applyEnding(way: Way, tx: Tx, { id, chosen, reason }: Decided, { actor, now }: Context) {
  const weeks = chosen.map((week) => ({ ...week, countsUntil: reservedUntil(week, now) }))
  await endWeeks(tx, weeks, { state: way, by: isPerson(actor) ? actor.id : null, reason }, now)
  for (const week of weeks) await dueSettling(tx, week, week.countsUntil)
  const undoUntil = new Date(Math.max(...weeks.map(({ countsUntil }) => countsUntil.getTime())))
  return { id, weeks: weeks.map((week) => week.id), undoUntil: undoUntil.toISOString() }
}

/** Cancels weeks to come: the named ones, or all of the booking. For a minute it can be undone. */
export const cancelWeeks = command({
  name: 'booking.cancel-weeks',
  input: CancelWeeks,
  ...onBooking,
  decide: (ctx, loaded, input) => decideEnding('cancelled', ctx, loaded, input),
  apply: (tx, decided, _, ctx) => applyEnding('cancelled', tx, decided, ctx),
})

/** Releases weeks that run before their end: the slot is a drop-in for others from a minute later on. */
export const releaseWeeks = command({
  name: 'booking.release-weeks',
  input: ReleaseWeeks,
  ...onBooking,
  decide: (ctx, loaded, input) => decideEnding('released', ctx, loaded, input),
  apply: (tx, decided, _, ctx) => applyEnding('released', tx, decided, ctx),
})
