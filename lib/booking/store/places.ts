import type { Tx } from '@/lib/platform/db'

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
