import type { Tx } from '@/lib/platform/db'
import type { CellKey } from '../rules/cell'

/** A hold, or a place in the queue: whose it is, and which slot week to lock for it. Neither ever moves to another. */
export type Kept = CellKey & {
  readonly id: string
  readonly projectId: string
  readonly state: string
}

const keyOf = ({ slotId, week }: { slotId: string; week: Date }): CellKey => ({
  slot: slotId,
  week: week.toISOString().slice(0, 10),
})
const select = { id: true, projectId: true, slotId: true, week: true, state: true } as const

/** A hold by its id; its state holds once its slot week is locked. */
export async function holdOf(tx: Tx, id: string): Promise<Kept | null> {
  const row = await tx.hold.findUnique({ where: { id }, select })
  return row && { ...row, ...keyOf(row) }
}

/** A place in the queue by its id; its state holds once its slot week is locked. */
export async function placeOf(tx: Tx, id: string): Promise<Kept | null> {
  const row = await tx.waitingPlace.findUnique({ where: { id }, select })
  return row && { ...row, ...keyOf(row) }
}
