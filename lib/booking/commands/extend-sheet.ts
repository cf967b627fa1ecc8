import 'server-only'
import { z } from 'zod'
import { command } from '@/lib/platform/command'
import type { Tx } from '@/lib/platform/db'
import { happened } from '../events/machines'
import { isTheClock } from '../policy/compute'
import { missingSpans, sheetEnd } from '../rules/layouts'
import { isoNameOf, type Week } from '../rules/weeks'
import { layoutsOf } from '../store/machines'
import { generateSlotWeeks, horizon } from '../store/slot-weeks'

/** Every machine, locked in one order, with its layouts and the last week that its sheet has. */
async function lockMachines(tx: Tx) {
  const machines = await tx.$queryRaw<{ id: string; slug: string }[]>`
    SELECT id, slug FROM machine ORDER BY id FOR NO KEY UPDATE`
  const ends = await tx.$queryRaw<{ id: string; week: Week }[]>`
    SELECT machine_id AS id, max(week)::text AS week FROM slot_week GROUP BY machine_id`
  const reached = new Map(ends.map(({ id, week }) => [id, week]))
  const loaded = []
  for (const machine of machines) {
    loaded.push({ ...machine, layouts: await layoutsOf(tx, machine.id), reached: reached.get(machine.id) ?? null })
  }
  return loaded
}

/** Daily: makes the slot weeks that have come within the sheet's reach, of every machine. */
export const extendSheet = command({
  name: 'booking.extend-sheet',
  input: z.object({}),
  load: lockMachines,
  authorize: ({ actor }) => isTheClock(actor),
  decide: ({ now }, machines) => {
    const to = sheetEnd(now, horizon)
    return machines.flatMap(({ id, slug, layouts, reached }) => {
      const spans = missingSpans(layouts, reached, to)
      const [first] = spans
      return first
        ? [{ ...happened.sheetExtended(id, { slug, from: isoNameOf(first.from), to: isoNameOf(to) }), spans }]
        : []
    })
  },
  apply: async (tx, extended) => {
    for (const { subjectId: machineId, spans } of extended) {
      for (const { slots, from, to } of spans) {
        const own = slots.map(({ id, gpus }) => ({ id, gpus, machineId }))
        await generateSlotWeeks(tx, own, from, to)
      }
    }
    return { machines: extended.length }
  },
})
