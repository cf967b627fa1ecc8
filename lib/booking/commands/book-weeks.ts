import 'server-only'
import { command } from '@/lib/platform/command'
import { type Context, isPerson } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { notFound, refuse } from '@/lib/platform/refusal'
import { cellsOf, happened } from '../events/bookings'
import { actsAsAdministrator, mayBook, mayOverride } from '../policy/booking'
import type { ActingFor } from '../rules/acting'
import { judgeBooking, kindOf, wishesOf } from '../rules/booking'
import { costOf, exceeds } from '../rules/budget'
import { isLeft } from '../rules/cell'
import { undoUntil } from '../rules/ending'
import { isoNameOf } from '../rules/weeks'
import { BookWeeks } from '../schema/bookings'
import { type Acting, asActingFor, behalfOf, lockActing, projectIdOf } from '../store/acting'
import { insertBooking, type NewBooking, type NewWeek } from '../store/bookings'
import { type LockedCell, lockCells } from '../store/cells'
import { endHolds, endPlaces } from '../store/places'
import { inWords } from './in-words'

type Loaded = { readonly cells: readonly LockedCell[]; readonly acting: Acting; readonly project: ActingFor | null }

async function load(tx: Tx, input: BookWeeks, ctx: Context): Promise<Loaded> {
  if (!isPerson(ctx.actor)) return { cells: [], acting: await lockActing(tx, ctx, null), project: null }
  const id = await projectIdOf(tx, input.project)
  const cells = id === null ? [] : await lockCells(tx, input.cells)
  const acting = await lockActing(tx, ctx, id)
  const personalData = cells.some((cell) => cell.personalData)
  return { cells, acting, project: await asActingFor(tx, ctx, acting, personalData) }
}

/** What booking these slot weeks ends: holds of the project on them, holds whose day is over, its own places in the queue. */
function endedBy(cells: readonly LockedCell[], projectId: string, now: Date) {
  const holds = cells.flatMap((cell) => (cell.hold ? [{ ...cell.hold, cell, lapsed: isLeft(cell, now) }] : []))
  return {
    claimed: holds.filter(({ lapsed }) => !lapsed),
    passed: holds.filter(({ lapsed }) => lapsed),
    places: cells.flatMap((cell) =>
      cell.waiting.filter((place) => place.projectId === projectId).map((place) => place.id),
    ),
  }
}

const nameWeeks = (cells: readonly LockedCell[]): NewWeek[] =>
  cells.map(({ slot, week, gpus, startsAt, endsAt }) => ({ id: newId(), slot, week, gpus, startsAt, endsAt }))

/**
 * Books slot weeks for a project: all or none, never more than its budget unless an administrator lifts it with a reason. Refuses with
 * `left`, `fits` and `taken`. Answers until when it can be undone.
 */
export const bookWeeks = inWords(
  command({
    name: 'booking.book-weeks',
    input: BookWeeks,
    load,
    authorize: ({ actor }, { acting: { standing } }, { override }) => {
      const permission = mayBook(actor, standing)
      return permission === true && override ? mayOverride(actor, standing) : permission
    },
    decide: (ctx, { cells, acting, project }, { cells: keys, note, reason, override }) => {
      const spending = acting.project
      if (!spending || !project || !isPerson(ctx.actor)) return notFound()
      const administers = actsAsAdministrator(ctx.actor, acting.standing)
      const why = override?.reason ?? reason
      if (administers && why === null)
        return refuse('platform.invalid', { fields: { reason: ['identity.invalid.reason'] } })
      const wanted = { keys, cells, override: override !== null }
      const refusal = judgeBooking(wanted, project, spending, ctx.now)
      if (refusal) return refusal
      const adds = costOf(wishesOf(wanted, project, ctx.now))
      const overBudget = exceeds(spending, adds)
      const weeks = nameWeeks(cells)
      const booking: NewBooking = {
        id: newId(),
        projectId: project.id,
        machineId: cells[0]?.machineId ?? '',
        bookedById: ctx.actor.id,
        onBehalfOf: behalfOf(ctx, spending),
        kind: administers ? 'administrator' : kindOf(cells, project.id, ctx.now),
        reason: administers ? why : null,
        overBudget,
        note: note ?? '',
      }
      const ended = endedBy(cells, project.id, ctx.now)
      return Object.assign(factsOf(booking, weeks, ended), { booking, weeks, ended, used: spending.used + adds })
    },
    apply: async (tx, { booking, weeks, ended, used }, { acting }, { now }) => {
      await insertBooking(tx, booking, weeks, now)
      await endHolds(tx, ended.claimed, { hold: 'claimed', place: 'claimed' }, now)
      await endHolds(tx, ended.passed, { hold: 'passed', place: 'left' }, now)
      await endPlaces(tx, ended.places, 'claimed', now)
      return {
        id: booking.id,
        weeks: weeks.map(({ id, slot, week, gpus, startsAt, endsAt }) => ({
          id,
          slot,
          week,
          name: isoNameOf(week),
          gpus,
          startsAt: startsAt.toISOString(),
          endsAt: endsAt.toISOString(),
        })),
        undoUntil: undoUntil(now).toISOString(),
        used,
        budget: acting.project?.budget ?? 0,
      }
    },
  }),
)

type Ended = ReturnType<typeof endedBy>

function factsOf(booking: NewBooking, weeks: readonly NewWeek[], { claimed, passed }: Ended) {
  const { id, projectId, machineId, kind, overBudget, onBehalfOf } = booking
  const at = ({ cell }: { cell: LockedCell }) => ({ projectId, slot: cell.slot, week: cell.week })
  const data = { projectId, machineId, kind, overBudget, ...cellsOf(weeks) }
  return [
    happened.weeksBooked(id, data, onBehalfOf),
    ...claimed.map((hold) =>
      happened.holdClaimed(hold.placeId, { ...at(hold), holdId: hold.id, bookingId: id }, onBehalfOf),
    ),
    ...passed.map((hold) =>
      happened.holdPassed(hold.placeId, { ...at(hold), projectId: hold.projectId, holdId: hold.id }),
    ),
  ]
}
