import 'server-only'
import { query } from '@/lib/platform/command'
import { db } from '@/lib/platform/db'
import { bookingScope } from '../policy/booking'
import { isoNameOf } from '../rules/weeks'
import { ReadWaiting } from '../schema/reading'

const pageSize = 50

export type PlaceShown = {
  readonly id: string
  readonly project: { readonly slug: string; readonly name: string }
  readonly machine: { readonly slug: string; readonly name: string }
  readonly slot: string
  readonly slotName: string
  readonly week: string
  readonly name: string
  readonly gpus: number
  readonly startsAt: Date
  readonly createdAt: Date
  /** How many wait before it. */
  readonly ahead: number
  /** What is kept for it, and until when. */
  readonly hold: { readonly id: string; readonly until: string } | null
}

const read = (personId: string, cursor: string | null, now: Date) => db().$queryRaw<Omit<PlaceShown, 'name'>[]>`
  SELECT w.id, json_build_object('slug', p.slug, 'name', p.name) AS project,
    json_build_object('slug', m.slug, 'name', m.name) AS machine, s.id AS slot, s.name AS "slotName", w.week::text AS week,
    s.gpus, sw.starts_at AS "startsAt", w.created_at AS "createdAt",
    (SELECT count(*)::int FROM waiting_place a
      WHERE a.slot_id = w.slot_id AND a.week = w.week AND a.state = 'waiting' AND a.id < w.id) AS ahead,
    CASE WHEN h.id IS NOT NULL THEN json_build_object('id', h.id, 'until', h.ends_at) END AS hold
  FROM waiting_place w JOIN project p ON p.id = w.project_id JOIN slot s ON s.id = w.slot_id
    JOIN machine m ON m.id = s.machine_id JOIN slot_week sw ON sw.slot_id = w.slot_id AND sw.week = w.week
    LEFT JOIN hold h ON h.place_id = w.id AND h.state = 'open' AND h.ends_at > ${now}
  WHERE w.state IN ('waiting', 'held') AND sw.starts_at > ${now} AND (w.state = 'waiting' OR h.id IS NOT NULL)
    AND (p.pi_id = ${personId}::uuid OR EXISTS (
      SELECT FROM project_member pm WHERE pm.project_id = p.id AND pm.person_id = ${personId}::uuid))
    AND (${cursor}::uuid IS NULL OR w.id > ${cursor}::uuid)
  ORDER BY w.id LIMIT ${pageSize + 1}`

/** What the projects of the reader wait for, and what is kept for them; the oldest first, 50 a page. */
export const waiting = query({
  name: 'booking.waiting',
  input: ReadWaiting,
  scope: ({ actor }) => bookingScope(actor),
  read: async ({ personId }, { cursor }, { now }) => {
    const rows = await read(personId, cursor ?? null, now)
    const items: PlaceShown[] = rows.slice(0, pageSize).map((row) => ({ ...row, name: isoNameOf(row.week) }))
    return { items, next: rows.length > pageSize ? (items.at(-1)?.id ?? null) : null }
  },
})
