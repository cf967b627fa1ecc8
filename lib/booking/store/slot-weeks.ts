import type { Tx } from '@/lib/platform/db'
import { addWeeks, endOf, startOf, type Week, weeksBetween } from '../rules/weeks'

type SlotRow = { readonly id: string; readonly machineId: string; readonly gpus: number }

/** How many weeks ahead of the running one the sheet reaches: the coming year, and a little. */
export const horizon = 56

/** Makes the rows of these slots for the weeks [from, to), in the order of slot and week; what is there already is left as it is. Gives how many are new. */
export async function generateSlotWeeks(tx: Tx, slots: readonly SlotRow[], from: Week, to: Week): Promise<number> {
  const weeks = Array.from({ length: Math.max(0, weeksBetween(from, to)) }, (_, n) => addWeeks(from, n))
  const ordered = slots.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const rows = ordered.flatMap((slot) =>
    weeks.map((week) => ({
      slotId: slot.id,
      week: new Date(`${week}T00:00:00Z`),
      machineId: slot.machineId,
      gpus: slot.gpus,
      startsAt: startOf(week),
      endsAt: endOf(week),
    })),
  )
  const { count } = await tx.slotWeek.createMany({ data: rows, skipDuplicates: true })
  return count
}
