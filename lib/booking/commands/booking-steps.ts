import 'server-only'
import { type Context, isPerson } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { notFound, type Refusal, refuse } from '@/lib/platform/refusal'
import { cellsOf, happened } from '../events/bookings'
import { actsAsAdministrator } from '../policy/booking'
import type { ActingFor } from '../rules/acting'
import { judgeBooking, kindOf, wishesOf } from '../rules/booking'
import { costOf, exceeds } from '../rules/budget'
import { type CellKey, isLeft } from '../rules/cell'
import { undoUntil } from '../rules/ending'
import { isoNameOf } from '../rules/weeks'
import { type Acting, behalfOf } from '../store/acting'
import { insertBooking, type NewBooking, type NewWeek } from '../store/bookings'
import type { LockedCell } from '../store/cells'
import { endHolds, endPlaces } from '../store/places'

export type Loaded = {
  readonly cells: readonly LockedCell[]
  readonly acting: Acting
  readonly project: ActingFor | null
}
export type Wanted = {
  readonly cells: readonly CellKey[]
  readonly note: string | null
  readonly reason: string | null
  readonly override: { readonly reason: string } | null
}

/** What taking these slot weeks ends: holds of the project on them, holds whose day is over, its own places in the queue. */
export function endedBy(cells: readonly LockedCell[], projectId: string, now: Date) {
  const holds = cells.flatMap((cell) => (cell.hold ? [{ ...cell.hold, cell, lapsed: isLeft(cell, now) }] : []))
  return {
    claimed: holds.filter(({ lapsed }) => !lapsed),
    passed: holds.filter(({ lapsed }) => lapsed),
    places: cells.flatMap((cell) =>
      cell.waiting.filter((place) => place.projectId === projectId).map((place) => place.id),
    ),
  }
}
export type Ended = ReturnType<typeof endedBy>

/** What the journal says of holds that were claimed for a booking, or had had their day. */
export function factsOfEnded({ claimed, passed }: Ended, bookingId: string, onBehalfOf: string | null) {
  const at = ({ cell, projectId, id }: Ended['claimed'][number]) => ({
    projectId,
    slot: cell.slot,
    week: isoNameOf(cell.week),
    holdId: id,
  })
  return [
    ...claimed.map((hold) => happened.holdClaimed(hold.placeId, { ...at(hold), bookingId }, onBehalfOf)),
    ...passed.map((hold) => happened.holdPassed(hold.placeId, at(hold))),
  ]
}

export async function endAll(tx: Tx, { claimed, passed, places }: Ended, now: Date): Promise<void> {
  await endHolds(tx, claimed, { hold: 'claimed', place: 'claimed' }, now)
  await endHolds(tx, passed, { hold: 'passed', place: 'left' }, now)
  await endPlaces(tx, places, 'claimed', now)
}

type Made = {
  readonly booking: NewBooking
  readonly weeks: readonly NewWeek[]
  readonly ended: Ended
  readonly used: number
}

function factsOf({ booking, weeks, ended }: Made) {
  const { id, projectId, machineId, kind, overBudget, onBehalfOf } = booking
  const data = { projectId, machineId, kind, overBudget, ...cellsOf(weeks) }
  return [happened.weeksBooked(id, data, onBehalfOf), ...factsOfEnded(ended, id, onBehalfOf)]
}

const nameWeeks = (cells: readonly LockedCell[]): NewWeek[] =>
  cells.map(({ slot, week, gpus, startsAt, endsAt }) => ({ id: newId(), slot, week, gpus, startsAt, endsAt }))

/** Decides on a booking of locked slot weeks for a locked project. */
export function decideBooking(ctx: Context, { cells, acting, project }: Loaded, wish: Wanted) {
  const spending = acting.project
  if (!spending || !project || !isPerson(ctx.actor)) return notFound()
  const administers = actsAsAdministrator(ctx.actor, acting.standing)
  const why = wish.override?.reason ?? wish.reason
  if (administers && why === null) return unexplained()
  const wanted = { keys: wish.cells, cells, override: wish.override !== null }
  const refusal = judgeBooking(wanted, project, spending, ctx.now)
  if (refusal) return refusal
  const adds = costOf(wishesOf(wanted, project, ctx.now))
  const booking: NewBooking = {
    id: newId(),
    projectId: project.id,
    machineId: cells[0]?.machineId ?? '',
    bookedById: ctx.actor.id,
    onBehalfOf: behalfOf(ctx, spending),
    kind: administers ? 'administrator' : kindOf(cells, project.id, ctx.now),
    reason: administers ? why : null,
    overBudget: exceeds(spending, adds),
    note: wish.note ?? '',
  }
  const ended = endedBy(cells, project.id, ctx.now)
  const made: Made = { booking, weeks: nameWeeks(cells), ended, used: spending.used + adds }
  return Object.assign(factsOf(made), made)
}

/** An administrator who acts for others says why. */
export const unexplained = (): Refusal =>
  refuse('platform.invalid', { fields: { reason: ['identity.invalid.reason'] } })

/** Writes a decided booking; answers what was booked, until when it can be undone, and what the project uses now. */
export async function applyBooking(
  tx: Tx,
  { booking, weeks, ended, used }: Made,
  { acting }: Loaded,
  { now }: Context,
) {
  await insertBooking(tx, booking, weeks, now)
  await endAll(tx, ended, now)
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
}
