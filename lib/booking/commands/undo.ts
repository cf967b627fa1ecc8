import 'server-only'
import { command } from '@/lib/platform/command'
import { type Context, isPerson } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db'
import { isRefusal, notFound, Refused, refuse } from '@/lib/platform/refusal'
import { cellsOf, happened } from '../events/bookings'
import { mayBook } from '../policy/booking'
import { type BookedWeek, judgeUndo, type Undoing } from '../rules/ending'
import { UndoBooking } from '../schema/bookings'
import { type Acting, actingIn, behalfOf, type Spending } from '../store/acting'
import { endWeeks, type LockedBooking, lockBooking, restoreWeeks } from '../store/booked-weeks'
import { factsOfHolds, handOver, holdsOn, lockWaiting, type NewHold } from '../store/handing-on'
import { inWords } from './in-words'

type Loaded = {
  readonly booking: LockedBooking | null
  readonly acting: Acting
  /** The booking's own, and those that wait for its slot weeks. */
  readonly projects: ReadonlyMap<string, Spending>
}

async function load(tx: Tx, { booking: id }: { booking: string }, ctx: Context): Promise<Loaded> {
  const booking = isPerson(ctx.actor) ? await lockBooking(tx, id) : null
  if (booking === 'moved-on') throw new Refused(refuse('booking.moved-on'))
  const projects = booking ? await lockWaiting(tx, booking.cells, [booking.projectId], ctx.now) : new Map()
  return { booking, projects, acting: await actingIn(tx, ctx, projects.get(booking?.projectId ?? '')) }
}

/** Who is given a hold on what is taken back. */
function holdsOf({ does, weeks }: Undoing, { booking, projects }: Loaded, now: Date): NewHold[] {
  if (does === 'restore' || !booking) return []
  const freed = booking.cells.filter((cell) => weeks.some(({ id }) => id === cell.booked?.id))
  return holdsOn(freed, projects, now)
}

async function withdraw(tx: Tx, weeks: readonly BookedWeek[], holds: readonly NewHold[], { actor, now }: Context) {
  const by = isPerson(actor) ? actor.id : null
  const ended = weeks.map((week) => ({ ...week, countsUntil: now, running: week.startsAt <= now }))
  const how = { by, reason: null }
  await endWeeks(
    tx,
    ended.filter(({ running }) => running),
    { ...how, state: 'released' },
    now,
  )
  await endWeeks(
    tx,
    ended.filter(({ running }) => !running),
    { ...how, state: 'cancelled' },
    now,
  )
  await handOver(tx, weeks, holds, now)
}

/**
 * Undoes the latest act on a booking, within a minute: gives back what was cancelled or released, or takes the booking back, which
 * frees its slot weeks for who waits for them.
 */
export const undoBooking = inWords(
  command({
    name: 'booking.undo',
    input: UndoBooking,
    load,
    authorize: ({ actor }, { acting }) => mayBook(actor, acting.standing),
    decide: (ctx, loaded, { of }) => {
      const { booking, acting } = loaded
      if (!booking || !acting.project) return notFound()
      const undoing = judgeUndo(booking.weeks, of, ctx.now)
      if (isRefusal(undoing)) return undoing
      const { id, projectId, machineId } = booking
      const tell = undoing.does === 'restore' ? happened.endingUndone : happened.bookingWithdrawn
      const fact = tell(id, { projectId, machineId, ...cellsOf(undoing.weeks) }, behalfOf(ctx, acting.project))
      const holds = holdsOf(undoing, loaded, ctx.now)
      return Object.assign([fact, ...factsOfHolds(holds)], { id, undoing, holds })
    },
    apply: async (tx, { id, undoing, holds }, _, ctx) => {
      if (undoing.does === 'restore') await restoreWeeks(tx, undoing.weeks, ctx.now)
      else await withdraw(tx, undoing.weeks, holds, ctx)
      return { id, did: undoing.does, weeks: undoing.weeks.map((week) => week.id) }
    },
  }),
)
