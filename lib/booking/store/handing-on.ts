import type { Tx } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { happened } from '../events/bookings'
import type { CellKey } from '../rules/cell'
import { type Handed, handOn, type Waiter } from '../rules/waiting'
import { isoNameOf } from '../rules/weeks'
import { lockSpending, type Spending } from './acting'
import { emptyCells, holdCells, type LockedCell } from './cells'
import { dateOf } from './dates'
import { duePassing } from './due'

/** Locks the projects that wait for slot weeks which are locked already, and others with them, in the one order. */
export function lockWaiting(
  tx: Tx,
  cells: readonly LockedCell[],
  besides: readonly string[],
  now: Date,
): Promise<Map<string, Spending>> {
  const waiting = cells.flatMap((cell) => cell.waiting.map(({ projectId }) => projectId))
  return lockSpending(tx, [...new Set([...besides, ...waiting])], now)
}

/** Who waits for a locked slot week, the first first: whoever joins or leaves locks it too. */
const waitersOf = (cell: LockedCell): Waiter[] =>
  cell.waiting.map(({ id, projectId, personId }) => ({ placeId: id, projectId, personId }))

/** A hold about to be made. */
export type NewHold = Handed & { readonly id: string }

/** The holds that are made where slot weeks come free. */
export const holdsOn = (freed: readonly LockedCell[], projects: ReadonlyMap<string, Spending>, now: Date): NewHold[] =>
  handOn(
    freed.map((cell) => ({ cell, waiters: waitersOf(cell) })),
    projects,
    now,
  ).map((one) => ({ ...one, id: newId() }))

/** What the journal says of holds about to be made. */
export const factsOfHolds = (holds: readonly NewHold[]) =>
  holds.map(({ id, cell, to, until }) =>
    happened.holdGiven(to.placeId, {
      projectId: to.projectId,
      slot: cell.slot,
      week: isoNameOf(cell.week),
      holdId: id,
      until: until.toISOString(),
      gpus: cell.gpus,
    }),
  )

/** Empties slot weeks and keeps them for who was chosen; nobody else can have been there in between. */
export async function handOver(tx: Tx, freed: readonly CellKey[], holds: readonly NewHold[], now: Date): Promise<void> {
  if (freed.length > 0) await emptyCells(tx, freed)
  if (holds.length === 0) return
  await tx.hold.createMany({
    data: holds.map(({ id, cell, to, until }) => ({
      id,
      placeId: to.placeId,
      projectId: to.projectId,
      slotId: cell.slot,
      week: dateOf(cell.week),
      gpus: cell.gpus,
      madeAt: now,
      until,
      state: 'open',
    })),
  })
  const places = holds.map(({ to }) => to.placeId)
  await tx.waitingPlace.updateMany({ where: { id: { in: places } }, data: { state: 'held' } })
  await holdCells(
    tx,
    holds.map(({ id, cell: { slot, week } }) => ({ id, slot, week })),
  )
  for (const { id, until } of holds) await duePassing(tx, id, until)
}
