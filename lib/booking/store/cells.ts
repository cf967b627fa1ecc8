import type { Tx } from '@/lib/platform/db'
import type { Cell, CellKey } from '../rules/cell'

/** A slot week under lock, with whether personal data may be worked on there. */
export type LockedCell = Cell & { readonly personalData: boolean }

const columnsOf = (keys: readonly CellKey[]) => [keys.map(({ slot }) => slot), keys.map(({ week }) => week)] as const

/** Locks slot weeks in the one order, by slot and week: before projects, before any insert. */
async function lock(tx: Tx, keys: readonly CellKey[]): Promise<void> {
  const [slots, weeks] = columnsOf(keys)
  await tx.$queryRaw`
    SELECT 1 FROM slot_week s JOIN unnest(${slots}::uuid[], ${weeks}::date[]) AS k (slot, week)
      ON s.slot_id = k.slot AND s.week = k.week
    ORDER BY s.slot_id, s.week FOR UPDATE OF s`
}

/** The slot weeks that there are of these, locked, with what stands in them and who waits; by slot and week. */
export async function lockCells(tx: Tx, keys: readonly CellKey[]): Promise<LockedCell[]> {
  if (keys.length === 0) return []
  await lock(tx, keys)
  // A statement of its own: who waited for the lock must read what the one before them wrote.
  const [slots, weeks] = columnsOf(keys)
  return tx.$queryRaw<LockedCell[]>`
    SELECT s.slot_id AS slot, s.week::text AS week, s.machine_id AS "machineId", s.gpus, s.starts_at AS "startsAt",
      s.ends_at AS "endsAt", s.closure_id AS "closureId", m.personal_data AS "personalData",
      CASE WHEN b.id IS NOT NULL THEN json_build_object('id', b.id, 'bookingId', b.booking_id, 'projectId', b.project_id,
        'state', b.state, 'countsUntil', b.counts_until) END AS booked,
      CASE WHEN h.id IS NOT NULL THEN json_build_object('id', h.id, 'placeId', h.place_id, 'projectId', h.project_id,
        'until', h.ends_at) END AS hold,
      coalesce((SELECT json_agg(json_build_object('id', w.id, 'projectId', w.project_id, 'personId', w.person_id) ORDER BY w.id)
        FROM waiting_place w WHERE w.slot_id = s.slot_id AND w.week = s.week AND w.state = 'waiting'), '[]') AS waiting
    FROM slot_week s JOIN unnest(${slots}::uuid[], ${weeks}::date[]) AS k (slot, week) ON s.slot_id = k.slot AND s.week = k.week
      JOIN machine m ON m.id = s.machine_id
      LEFT JOIN booked_week b ON b.id = s.booked_week_id LEFT JOIN hold h ON h.id = s.hold_id
    ORDER BY s.slot_id, s.week`.then((cells) => cells.map(withDates))
}

/** JSON holds dates as text. */
const withDates = ({ booked, hold, ...cell }: LockedCell): LockedCell => ({
  ...cell,
  booked: booked && { ...booked, countsUntil: new Date(booked.countsUntil) },
  hold: hold && { ...hold, until: new Date(hold.until) },
})

/** Puts booked weeks into their slot weeks, whatever stood there. */
export async function fillCells(tx: Tx, filled: readonly (CellKey & { readonly id: string })[]): Promise<void> {
  const [slots, weeks] = columnsOf(filled)
  await tx.$executeRaw`
    UPDATE slot_week s SET booked_week_id = k.id, hold_id = NULL
    FROM unnest(${slots}::uuid[], ${weeks}::date[], ${filled.map(({ id }) => id)}::uuid[]) AS k (slot, week, id)
    WHERE s.slot_id = k.slot AND s.week = k.week`
}

/** Leaves slot weeks empty. */
export async function emptyCells(tx: Tx, keys: readonly CellKey[]): Promise<void> {
  const [slots, weeks] = columnsOf(keys)
  await tx.$executeRaw`
    UPDATE slot_week s SET booked_week_id = NULL, hold_id = NULL
    FROM unnest(${slots}::uuid[], ${weeks}::date[]) AS k (slot, week) WHERE s.slot_id = k.slot AND s.week = k.week`
}

/** Keeps slot weeks for who waited. */
export async function holdCells(tx: Tx, held: readonly (CellKey & { readonly id: string })[]): Promise<void> {
  const [slots, weeks] = columnsOf(held)
  await tx.$executeRaw`
    UPDATE slot_week s SET booked_week_id = NULL, hold_id = k.id
    FROM unnest(${slots}::uuid[], ${weeks}::date[], ${held.map(({ id }) => id)}::uuid[]) AS k (slot, week, id)
    WHERE s.slot_id = k.slot AND s.week = k.week`
}
