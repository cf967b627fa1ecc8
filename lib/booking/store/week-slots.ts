import type { Tx } from '@/lib/platform/db'
import type { Week } from '../rules/weeks'
import { dateOf } from './dates'

/** One slot of a machine in one week, with who has it. */
export type WeekSlot = {
  readonly machineId: string
  readonly machine: {
    readonly slug: string
    readonly name: string
    readonly loginName: string
    readonly personalData: boolean
  }
  readonly slotId: string
  readonly slot: string
  readonly gpus: number
  readonly startsAt: Date
  readonly endsAt: Date
  /** Why it is closed. */
  readonly closed: string | null
  readonly held: {
    readonly bookedWeekId: string
    readonly bookingId: string
    readonly projectId: string
    readonly createdAt: string
    readonly readyAt: string | null
    readonly address: string | null
    /** When the machine of the session that this week continues was ready, and where it answers. */
    readonly session: { readonly readyAt: string; readonly address: string | null } | null
    /** The same project had the slot the week before, or has it the week after: one session. */
    readonly continues: boolean
    readonly goesOn: boolean
  } | null
  readonly project: {
    readonly id: string
    readonly slug: string
    readonly name: string
    readonly institutionName: string
    readonly quotaBytes: number
    readonly pi: { readonly id: string; readonly name: string }
  } | null
}

/**
 * The slots of a week, of one machine or of all (null), with who has each. A week that is in the minute in which its cancellation or
 * release can be undone still counts as had.
 */
export function slotsOfWeek(tx: Tx, machineId: string | null, week: Week, now: Date): Promise<WeekSlot[]> {
  return tx.$queryRaw<WeekSlot[]>`
    SELECT sw.machine_id AS "machineId", json_build_object('slug', m.slug, 'name', m.name, 'loginName', m.login_name,
        'personalData', m.personal_data) AS machine,
      sw.slot_id AS "slotId", s.name AS slot, sw.gpus, sw.starts_at AS "startsAt", sw.ends_at AS "endsAt", c.reason AS closed,
      CASE WHEN b.id IS NOT NULL THEN json_build_object('bookedWeekId', b.id, 'bookingId', b.booking_id, 'projectId', b.project_id,
        'createdAt', b.created_at, 'readyAt', b.ready_at, 'address', b.address, 'session', CASE WHEN b.ready_at IS NULL THEN (
          SELECT json_build_object('readyAt', e.ready_at, 'address', e.address) FROM booked_week e
          WHERE e.slot_id = b.slot_id AND e.project_id = b.project_id AND e.state = 'booked' AND e.ready_at IS NOT NULL
            AND e.week < b.week AND (b.week - e.week) / 7 = (SELECT count(*) FROM booked_week g WHERE g.slot_id = b.slot_id
              AND g.project_id = b.project_id AND g.state = 'booked' AND g.week >= e.week AND g.week < b.week)
          ORDER BY e.week DESC LIMIT 1) END,
        'continues', EXISTS (SELECT FROM booked_week e WHERE e.slot_id = b.slot_id AND e.project_id = b.project_id
          AND e.state = 'booked' AND e.week = b.week - 7),
        'goesOn', EXISTS (SELECT FROM booked_week e WHERE e.slot_id = b.slot_id AND e.project_id = b.project_id
          AND e.state = 'booked' AND e.week = b.week + 7)) END AS held,
      CASE WHEN p.id IS NOT NULL THEN json_build_object('id', p.id, 'slug', p.slug, 'name', p.name,
        'institutionName', p.institution_name, 'quotaBytes', p.quota_bytes, 'pi', json_build_object('id', pi.id, 'name', pi.name)) END
        AS project
    FROM slot_week sw JOIN slot s ON s.id = sw.slot_id JOIN machine m ON m.id = sw.machine_id
      LEFT JOIN closure c ON c.id = sw.closure_id
      LEFT JOIN booked_week b ON b.id = sw.booked_week_id AND (b.state = 'booked' OR b.counts_until > ${now})
      LEFT JOIN project p ON p.id = b.project_id LEFT JOIN person pi ON pi.id = p.pi_id
    WHERE (${machineId}::uuid IS NULL OR sw.machine_id = ${machineId}::uuid) AND sw.week = ${dateOf(week)}::date
    ORDER BY m.created_at, m.id, s.ordinal`
}
