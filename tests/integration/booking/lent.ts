import type { Week } from '@/lib/booking/rules/weeks'
import { addWeeks, weekOf } from '@/lib/booking/rules/weeks'
import { generateSlotWeeks } from '@/lib/booking/store/slot-weeks'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { noon } from '../identity/people'

/** The running week of the tests' noon, and those around it. */
export const running = weekOf(noon)
export const weekAfter = (count: number): Week => addWeeks(running, count)

export type Machine = { readonly id: string; readonly slug: string; readonly slots: readonly string[] }

/** A machine with slots of these many GPUs and its weeks from four before the running one on. */
export async function machineOf(
  gpus: readonly number[] = [4, 4, 4, 4],
  ahead = 30,
  personalData = true,
  now: Week = running,
): Promise<Machine> {
  const [id, layoutId] = [newId(), newId()]
  const slug = `m${id}`
  await db().machine.create({ data: { id, slug, name: 'DGX-2', personalData, createdAt: noon } })
  const fromWeek = new Date(`${addWeeks(now, -4)}T00:00:00Z`)
  await db().slotLayout.create({ data: { id: layoutId, machineId: id, fromWeek, createdAt: noon } })
  const slots = gpus.map((count, ordinal) => ({
    id: newId(),
    machineId: id,
    layoutId,
    ordinal,
    name: String.fromCharCode(65 + ordinal),
    gpus: count,
  }))
  await db().slot.createMany({ data: slots })
  await db().$transaction((tx) => generateSlotWeeks(tx, slots, addWeeks(now, -4), addWeeks(now, ahead)))
  return { id, slug, slots: slots.map((slot) => slot.id) }
}

/** A slot week of a machine by the number of its slot and how many weeks after the running one it is. */
export const cell = ({ slots }: Machine, slot: number, ahead: number) => ({
  slot: slots[slot] ?? '',
  week: weekAfter(ahead),
})
