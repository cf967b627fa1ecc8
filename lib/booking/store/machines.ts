import type { Tx } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import type { Week } from '../rules/weeks'
import { dateOf, weekIn } from './dates'
import { generateSlotWeeks } from './slot-weeks'

export type LockedMachine = {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly description: string
  readonly personalData: boolean
  readonly loginName: string
  readonly revision: number
}

/** Locks a machine: who changes its layouts or weeks of maintenance comes one after the other. Null: there is no such machine. */
export async function lockMachine(tx: Tx, slug: string): Promise<LockedMachine | null> {
  const [machine] = await tx.$queryRaw<LockedMachine[]>`
    SELECT id, slug, name, description, personal_data AS "personalData", login_name AS "loginName", revision
    FROM machine WHERE slug = ${slug} FOR NO KEY UPDATE`
  return machine ?? null
}

export type LayoutRow = {
  readonly id: string
  readonly from: Week
  readonly slots: readonly { readonly id: string; readonly name: string; readonly gpus: number }[]
}

/** The layouts of a machine, the earliest first, each with its slots in their order. */
export async function layoutsOf(tx: Tx, machineId: string): Promise<LayoutRow[]> {
  const rows = await tx.slotLayout.findMany({
    where: { machineId },
    orderBy: { fromWeek: 'asc' },
    select: {
      id: true,
      fromWeek: true,
      slots: { orderBy: { ordinal: 'asc' }, select: { id: true, name: true, gpus: true } },
    },
  })
  return rows.map(({ id, fromWeek, slots }) => ({ id, from: weekIn(fromWeek), slots }))
}

type NewLayout = {
  readonly machineId: string
  readonly from: Week
  /** The first week that it does not hold, or that the sheet does not reach yet. */
  readonly to: Week
  readonly slots: readonly { readonly name: string; readonly gpus: number }[]
}

/** Writes a layout, its slots, and their weeks [from, to). */
export async function insertLayout(tx: Tx, { machineId, from, to, slots }: NewLayout, at: Date): Promise<void> {
  const layoutId = newId()
  await tx.slotLayout.create({ data: { id: layoutId, machineId, fromWeek: dateOf(from), createdAt: at } })
  const rows = slots.map(({ name, gpus }, at) => ({ id: newId(), machineId, layoutId, ordinal: at + 1, name, gpus }))
  await tx.slot.createMany({ data: rows })
  await generateSlotWeeks(tx, rows, from, to)
}

/** Whether anything was ever booked, held or waited for in a slot of this layout. */
export async function hasHistory(tx: Tx, layoutId: string): Promise<boolean> {
  const [found] = await tx.$queryRaw<{ used: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM slot s WHERE s.layout_id = ${layoutId}::uuid AND (
      EXISTS (SELECT 1 FROM booked_week b WHERE b.slot_id = s.id) OR EXISTS (SELECT 1 FROM hold h WHERE h.slot_id = s.id)
      OR EXISTS (SELECT 1 FROM waiting_place w WHERE w.slot_id = s.id))) AS used`
  return found?.used ?? false
}

/** Takes away a layout that nothing ever stood in, with its slots; their weeks are gone already. */
export async function removeLayout(tx: Tx, layoutId: string): Promise<void> {
  await tx.slot.deleteMany({ where: { layoutId } })
  await tx.slotLayout.delete({ where: { id: layoutId } })
}
