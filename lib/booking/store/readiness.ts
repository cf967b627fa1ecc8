import type { Tx } from '@/lib/platform/db'
import type { Week } from '../rules/weeks'

export type ReadiableWeek = {
  readonly id: string
  readonly bookingId: string
  readonly projectId: string
  readonly machineId: string
  readonly slotId: string
  readonly week: Week
  readonly startsAt: Date
  readonly endsAt: Date
  readonly state: string
  readonly readyAt: Date | null
  readonly address: string | null
}

const read = async (tx: Tx, id: string): Promise<ReadiableWeek | null> => {
  const [found] = await tx.$queryRaw<ReadiableWeek[]>`
    SELECT id, booking_id AS "bookingId", project_id AS "projectId", machine_id AS "machineId", slot_id AS "slotId", week::text AS week,
      starts_at AS "startsAt", ends_at AS "endsAt", state, ready_at AS "readyAt", address FROM booked_week WHERE id = ${id}::uuid`
  return found ?? null
}

/** A booked week with its slot week locked, as everywhere. `moved`: it was moved while we waited, and the lock is another's. */
export async function lockBookedWeek(tx: Tx, id: string): Promise<{ week: ReadiableWeek; moved: boolean } | null> {
  const before = await read(tx, id)
  if (!before) return null
  const { slotId, week } = before
  await tx.$queryRaw`SELECT 1 FROM slot_week WHERE slot_id = ${slotId}::uuid AND week = ${week}::date FOR NO KEY UPDATE`
  const now = await read(tx, id)
  return now && { week: now, moved: now.slotId !== slotId || now.week !== week }
}

/** Writes where the machine answers and, the first time, since when; and tells whoever watches the sheet. */
export async function saveReady(
  tx: Tx,
  { id, machineId, week, readyAt }: ReadiableWeek,
  said: { address: string; by: string | null; at: Date },
): Promise<void> {
  const { address, by: readyById, at } = said
  await tx.bookedWeek.update({
    where: { id },
    data: { address, readyById, readyAt: readyAt ?? at },
    select: { id: true },
  })
  await tx.$queryRaw`SELECT 1 FROM (SELECT pg_notify('sheet', ${`${machineId} ${week}`})) AS told`
}
