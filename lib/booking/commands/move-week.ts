import 'server-only'
import { command } from '@/lib/platform/command'
import { type Context, isPerson } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db'
import { notFound, Refused, refuse } from '@/lib/platform/refusal'
import { cellsOf, happened } from '../events/bookings'
import { mayBook, mayOverride } from '../policy/booking'
import type { ActingFor } from '../rules/acting'
import { moveExceeds } from '../rules/budget'
import type { BookedWeek } from '../rules/ending'
import { addedBy, judgeMove } from '../rules/moving'
import { isoNameOf } from '../rules/weeks'
import { MoveWeek } from '../schema/bookings'
import { type Acting, actingIn, asActingFor, behalfOf, type Spending } from '../store/acting'
import { type LockedBooking, lockBooking, moveWeekTo } from '../store/booked-weeks'
import { fillCells, type LockedCell } from '../store/cells'
import { factsOfHolds, handOver, holdsOn, lockWaiting } from '../store/handing-on'
import { endAll, endedBy, factsOfEnded } from './booking-steps'
import { inWords } from './in-words'
import { demandReason } from './on-booking'

type Loaded = {
  readonly booking: LockedBooking | null
  readonly projects: ReadonlyMap<string, Spending>
  readonly acting: Acting
  readonly project: ActingFor | null
}

async function load(tx: Tx, input: MoveWeek, ctx: Context): Promise<Loaded> {
  const booking = isPerson(ctx.actor) ? await lockBooking(tx, input.booking, [input]) : null
  if (booking === 'moved-on') throw new Refused(refuse('booking.moved-on'))
  const cells = booking?.cells ?? []
  const projects = booking ? await lockWaiting(tx, cells, [booking.projectId], ctx.now) : new Map()
  const acting = await actingIn(tx, ctx, projects.get(booking?.projectId ?? ''))
  const personalData = cells.some((cell) => cell.personalData)
  return { booking, projects, acting, project: await asActingFor(tx, ctx, acting, personalData) }
}

const cellAt = (booking: LockedBooking, { slot, week }: { slot: string; week: string }): LockedCell | null =>
  booking.cells.find((cell) => cell.slot === slot && cell.week === week) ?? null

type Moved = { readonly booking: LockedBooking; readonly from: BookedWeek; readonly to: LockedCell }

/** What the journal says of a move; where the week stood before is nowhere else. */
function factOf({ booking, from, to }: Moved, overBudget: boolean, behalf: string | null) {
  const { id, projectId, machineId } = booking
  const now = { id: from.id, slot: to.slot, week: to.week, gpus: to.gpus }
  const where = { from: isoNameOf(from.week), fromSlot: from.slot, to: isoNameOf(to.week), toSlot: to.slot }
  return happened.weekMoved(id, { projectId, machineId, ...cellsOf([now]), ...where, overBudget }, behalf)
}

function decide(ctx: Context, { booking, projects, acting, project }: Loaded, input: MoveWeek) {
  const spending = acting.project
  if (!booking || !spending || !project) return notFound()
  const unsaid = demandReason(ctx, acting, input.override?.reason ?? input.reason)
  if (unsaid) return unsaid
  const from = booking.weeks.find(({ id }) => id === input.bookedWeek) ?? null
  const to = cellAt(booking, input)
  const key = { slot: input.slot, week: input.week }
  const move = { from, key, to, machineId: booking.machineId, override: input.override !== null }
  const refusal = judgeMove(move, project, spending, ctx.now)
  if (refusal || !from || !to) return refusal ?? notFound()
  const adds = addedBy(to, project.id, ctx.now)
  const overBudget = moveExceeds(spending, from.gpus, to.gpus, adds)
  const left = cellAt(booking, from)
  const holds = left ? holdsOn([left], projects, ctx.now) : []
  const ended = endedBy([to], project.id, ctx.now)
  const behalf = behalfOf(ctx, spending)
  const fact = factOf({ booking, from, to }, overBudget, behalf)
  const facts = [fact, ...factsOfEnded(ended, booking.id, behalf), ...factsOfHolds(holds)]
  const lifted = overBudget ? (input.override?.reason ?? null) : null
  return Object.assign(facts, { booking, from, to, holds, ended, lifted, used: spending.used - from.gpus + adds })
}

/**
 * Moves a booked week to come to another slot week of its machine, in one act: it is never without one, and the budget is judged on the
 * net. What it leaves goes to who waits for it, at once.
 */
export const moveWeek = inWords(
  command({
    name: 'booking.move-week',
    input: MoveWeek,
    load,
    authorize: ({ actor }, { acting: { standing } }, { override }) => {
      const permission = mayBook(actor, standing)
      return permission === true && override ? mayOverride(actor, standing) : permission
    },
    decide,
    apply: async (tx, { booking, from, to, holds, ended, lifted, used }, { acting }, { now }) => {
      await handOver(tx, [from], holds, now)
      await moveWeekTo(tx, { booking: booking.id, week: from.id, to, lifted }, now)
      await fillCells(tx, [{ id: from.id, slot: to.slot, week: to.week }])
      await endAll(tx, ended, now)
      const week = { id: from.id, slot: to.slot, week: to.week, name: isoNameOf(to.week), gpus: to.gpus }
      return {
        id: booking.id,
        week: { ...week, startsAt: to.startsAt.toISOString(), endsAt: to.endsAt.toISOString() },
        used,
        budget: acting.project?.budget ?? 0,
      }
    },
  }),
)
