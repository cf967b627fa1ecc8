import type { Tx } from '@/lib/platform/db'
import type { CellKey } from '../rules/cell'
import { dateOf } from './dates'

/** Ends open holds, and what becomes of the places that they were made for. */
export async function endHolds(
  tx: Tx,
  holds: readonly { readonly id: string; readonly placeId: string }[],
  as: { hold: 'claimed' | 'declined' | 'passed'; place: 'claimed' | 'left' | 'over' },
  now: Date,
): Promise<void> {
  if (holds.length === 0) return
  await tx.hold.updateMany({ where: { id: { in: holds.map(({ id }) => id) } }, data: { state: as.hold } })
  await endPlaces(
    tx,
    holds.map(({ placeId }) => placeId),
    as.place,
    now,
  )
}

/** Ends places in the queue. */
export async function endPlaces(
  tx: Tx,
  ids: readonly string[],
  state: 'claimed' | 'left' | 'over',
  now: Date,
): Promise<void> {
  if (ids.length > 0)
    await tx.waitingPlace.updateMany({ where: { id: { in: [...ids] } }, data: { state, closedAt: now } })
}

type NewPlace = {
  readonly id: string
  readonly projectId: string
  readonly personId: string
  readonly cell: CellKey
}

/** Puts a project at the end of the queue for a slot week. */
export async function insertPlace(tx: Tx, { cell, ...place }: NewPlace, now: Date): Promise<void> {
  const data = { ...place, slotId: cell.slot, week: dateOf(cell.week), state: 'waiting', createdAt: now }
  await tx.waitingPlace.create({ data, select: { id: true } })
}
