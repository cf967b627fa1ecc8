import 'server-only'
import { command } from '@/lib/platform/command'
import type { Context } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db'
import { notFound, type Refusal, refuse } from '@/lib/platform/refusal'
import { cellsOf, happened } from '../events/bookings'
import { isTheClock } from '../policy/compute'
import { type CellKey, isLeft } from '../rules/cell'
import { isoNameOf } from '../rules/weeks'
import { PassHold, SettleWeek } from '../schema/bookings'
import type { Spending } from '../store/acting'
import { type LockedCell, lockCells } from '../store/cells'
import { factsOfHolds, handOver, holdsOn, lockWaiting, type NewHold } from '../store/handing-on'
import { holdOf } from '../store/one-hold'
import { endHolds } from '../store/places'

type Loaded = { readonly cell: LockedCell | null; readonly projects: ReadonlyMap<string, Spending> }

async function loadCell(tx: Tx, key: CellKey, now: Date): Promise<Loaded> {
  const cells = await lockCells(tx, [key])
  return { cell: cells[0] ?? null, projects: await lockWaiting(tx, cells, [], now) }
}

/** What the journal says of what had its time in a slot week. */
function leaving({ slot, week, machineId, gpus, booked, hold }: LockedCell) {
  if (booked) {
    const { id, bookingId, projectId } = booked
    return [happened.weekFreed(bookingId, { projectId, machineId, ...cellsOf([{ id, slot, week, gpus }]) })]
  }
  if (!hold) return []
  const { id: holdId, placeId, projectId } = hold
  return [happened.holdPassed(placeId, { projectId, slot, week: isoNameOf(week), holdId })]
}

/** Nothing to do is told apart from not being there: the job of something that was undone finds nothing. */
const nothingDue = (): Refusal => refuse('booking.nothing-due')

function decideSettling({ now }: Context, { cell, projects }: Loaded) {
  if (!cell) return notFound()
  const isEmpty = cell.booked === null && cell.hold === null && cell.closureId === null
  if (!isEmpty && !isLeft(cell, now)) return nothingDue()
  const holds = holdsOn([cell], projects, now)
  const facts = [...leaving(cell), ...factsOfHolds(holds)]
  return facts.length === 0 ? nothingDue() : Object.assign(facts, { cell, holds })
}

const decidePassing = (ctx: Context, loaded: Loaded, { hold }: { hold: string }) =>
  loaded.cell?.hold?.id === hold ? decideSettling(ctx, loaded) : nothingDue()

type Decided = { readonly cell: LockedCell; readonly holds: readonly NewHold[] }

async function settle(tx: Tx, { cell, holds }: Decided, _: Loaded, { now }: Context) {
  await endHolds(tx, cell.hold ? [cell.hold] : [], { hold: 'passed', place: 'left' }, now)
  await handOver(tx, [cell], holds, now)
  return { holds: holds.map(({ id }) => id) }
}

const authorize = ({ actor }: Context) => isTheClock(actor)

/**
 * The clock: clears what has had its time in a slot week (a cancellation past its minute, a hold past its day) and keeps it for the
 * first who waits and can afford it.
 */
export const settleWeek = command({
  name: 'booking.settle-week',
  input: SettleWeek,
  load: (tx, key, { now }) => loadCell(tx, key, now),
  authorize,
  decide: decideSettling,
  apply: settle,
})

/** The clock: passes on a hold whose day is over. One that was claimed, declined or passed already is left as it is. */
export const passHold = command({
  name: 'booking.pass-hold',
  input: PassHold,
  load: async (tx, { hold: id }, { now }) => {
    const hold = await holdOf(tx, id)
    return hold && loadCell(tx, hold, now)
  },
  authorize,
  decide: decidePassing,
  apply: settle,
})
