import type { Tx } from '@/lib/platform/db'
import { Prisma } from '@/prisma/generated/client'
import type { Week } from '../rules/weeks'
import { dateOf } from './dates'

/** Weeks [from, until) of some slots of a machine; null: without end, or all slots. */
export type Stretch = {
  readonly machineId: string
  readonly from: Week
  readonly until: Week | null
  readonly slotIds: readonly string[] | null
}

/** Something that stands in a slot week and would be in the way: a booking (or one in its minute of undo), a hold, a closure, somebody who waits. */
export type Standing = {
  readonly kind: 'booking' | 'hold' | 'closure' | 'place'
  readonly id: string
  readonly slotId: string
  readonly slot: string
  readonly gpus: number
  /** The Monday. */
  readonly week: Week
  readonly startsAt: Date
  readonly endsAt: Date
  readonly projectId: string | null
  readonly project: string | null
  readonly bookingId: string | null
  readonly state: string
}

const within = ({ machineId, from, until, slotIds }: Stretch) => Prisma.sql`
  sw.machine_id = ${machineId}::uuid AND sw.week >= ${dateOf(from)}::date
  AND (${until === null} OR sw.week < ${until === null ? null : dateOf(until)}::date)
  AND (${slotIds === null} OR sw.slot_id = ANY (${[...(slotIds ?? [])]}::uuid[]))`

/** Locks the slot weeks of a stretch, by slot and week, as everywhere (FOR NO KEY UPDATE). Gives which there are. */
export function lockStretch(tx: Tx, stretch: Stretch): Promise<{ slotId: string; week: Week }[]> {
  return tx.$queryRaw`SELECT sw.slot_id AS "slotId", sw.week::text AS week FROM slot_week sw WHERE ${within(stretch)}
    ORDER BY sw.slot_id, sw.week FOR NO KEY UPDATE`
}

/** What stands in the slot weeks of a stretch at this moment, by week and slot. Read it under `lockStretch` where a decision rests on it. */
export function standingIn(tx: Tx, stretch: Stretch, now: Date): Promise<Standing[]> {
  return tx.$queryRaw<Standing[]>`
    SELECT f.kind, f.id, f.slot_id AS "slotId", s.name AS slot, s.gpus, f.week::text AS week,
      sw.starts_at AS "startsAt", sw.ends_at AS "endsAt", f.project_id AS "projectId",
      p.name AS project, f.booking_id AS "bookingId", f.state
    FROM (
      SELECT 'booking' AS kind, b.id, sw.slot_id, sw.week, b.project_id, b.booking_id, b.state
      FROM slot_week sw JOIN booked_week b ON b.id = sw.booked_week_id
      WHERE ${within(stretch)} AND (b.state = 'booked' OR b.counts_until > ${now})
      UNION ALL SELECT 'hold', h.id, sw.slot_id, sw.week, h.project_id, NULL, h.state
      FROM slot_week sw JOIN hold h ON h.id = sw.hold_id WHERE ${within(stretch)} AND h.state = 'open' AND h.ends_at > ${now}
      UNION ALL SELECT 'closure', c.id, sw.slot_id, sw.week, NULL, NULL, 'closed'
      FROM slot_week sw JOIN closure c ON c.id = sw.closure_id WHERE ${within(stretch)}
      UNION ALL SELECT 'place', w.id, sw.slot_id, sw.week, w.project_id, NULL, w.state
      FROM slot_week sw JOIN waiting_place w ON w.slot_id = sw.slot_id AND w.week = sw.week
      WHERE ${within(stretch)} AND w.state = 'waiting'
    ) f JOIN slot s ON s.id = f.slot_id JOIN slot_week sw ON sw.slot_id = f.slot_id AND sw.week = f.week LEFT JOIN project p ON p.id = f.project_id
    ORDER BY f.week, s.ordinal, f.kind, f.id`
}

/** Takes away the slot weeks of a stretch, in which nothing stands. */
export async function removeStretch(tx: Tx, stretch: Stretch): Promise<void> {
  await tx.$executeRaw`DELETE FROM slot_week sw WHERE ${within(stretch)}`
}
