import type { Tx } from '@/lib/platform/db'
import type { Cell } from '../rules/cell'
import type { Week } from '../rules/weeks'
import { dateOf } from './dates'

/** The slot weeks [from, to] of a machine in which nothing stands and for which nobody waits, with the names of their slots. */
export async function emptyCellsOf(
  tx: Tx,
  machineId: string,
  { from, to }: { from: Week; to: Week },
): Promise<(Cell & { readonly slotName: string })[]> {
  const rows = await tx.$queryRaw<Omit<Cell & { slotName: string }, 'booked' | 'hold' | 'closureId' | 'waiting'>[]>`
    SELECT sw.slot_id AS slot, s.name AS "slotName", sw.week::text AS week, sw.machine_id AS "machineId", sw.gpus,
      sw.starts_at AS "startsAt", sw.ends_at AS "endsAt"
    FROM slot_week sw JOIN slot s ON s.id = sw.slot_id
    WHERE sw.machine_id = ${machineId}::uuid AND sw.week BETWEEN ${dateOf(from)}::date AND ${dateOf(to)}::date
      AND num_nonnulls(sw.booked_week_id, sw.hold_id, sw.closure_id) = 0
      AND NOT EXISTS (SELECT FROM waiting_place w WHERE w.slot_id = sw.slot_id AND w.week = sw.week AND w.state = 'waiting')
    ORDER BY sw.week, s.ordinal`
  return rows.map((row) => ({ ...row, booked: null, hold: null, closureId: null, waiting: [] }))
}

/** From when until when these projects last. */
export async function periodsOf(
  tx: Tx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, { startsAt: Date; endsAt: Date }>> {
  const rows = await tx.project.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, startsAt: true, endsAt: true },
  })
  return new Map(rows.map(({ id, ...period }) => [id, period]))
}
