import 'server-only'
import { db } from '@/lib/platform/db'
import { Prisma } from '@/prisma/generated/client'
import type { BookedState } from '../rules/ending'
import { lifeOf } from '../rules/life'
import type { Life } from '../rules/sheet'
import { isoNameOf } from '../rules/weeks'

type RawWeek = {
  id: string
  slot: string
  slotName: string
  week: string
  gpus: number
  startsAt: string
  endsAt: string
  state: BookedState
  stateAt: string
  countsUntil: string
  createdAt: string
  readyAt: string | null
  address: string | null
  /** What was said of the machine of the session that this week continues, in whichever booking its first week is. */
  session: { readyAt: string; address: string | null } | null
  endReason: string | null
  stands: boolean
}
type RawBooking = {
  id: string
  kind: string
  note: string
  reason: string | null
  overBudget: boolean
  createdAt: Date
  bookedBy: string | null
  onBehalfOf: string | null
  projectId: string
  project: { slug: string; name: string }
  machine: { slug: string; name: string }
  weeks: RawWeek[]
}

export type BookedWeekShown = {
  readonly id: string
  readonly slot: string
  readonly slotName: string
  readonly week: string
  readonly name: string
  readonly gpus: number
  readonly startsAt: Date
  readonly endsAt: Date
  readonly state: BookedState
  readonly stateAt: Date
  readonly countsUntil: Date
  readonly createdAt: Date
  readonly life: Life
  readonly readyAt: Date | null
  readonly address: string | null
  readonly endReason: string | null
  /** Whether it still stands in its slot week: what was cancelled can be given back while it does. */
  readonly stands: boolean
}
export type BookingShown = Omit<RawBooking, 'weeks'> & { readonly weeks: readonly BookedWeekShown[] }

/** Ready is said once for a session: the weeks that continue it are ready with its first. */
const withLives = (weeks: RawWeek[], now: Date): BookedWeekShown[] =>
  weeks.map(({ session, ...raw }) => {
    const ready = raw.readyAt === null ? session : raw
    const readyAt = ready?.readyAt ? new Date(ready.readyAt) : null
    const week = { ...raw, startsAt: new Date(raw.startsAt), endsAt: new Date(raw.endsAt), readyAt }
    return {
      ...week,
      address: ready?.address ?? null,
      name: isoNameOf(raw.week),
      stateAt: new Date(raw.stateAt),
      countsUntil: new Date(raw.countsUntil),
      createdAt: new Date(raw.createdAt),
      life: lifeOf(week, now),
    }
  })

export type Within = { readonly personId: string; readonly all: boolean }

/** Of a booked week `w` of which nothing was said itself: what was said of one before it without a gap, the latest. */
const sessionOfWeek = Prisma.sql`CASE WHEN w.ready_at IS NULL AND w.state = 'booked' THEN (
  SELECT json_build_object('readyAt', e.ready_at, 'address', e.address) FROM booked_week e
  WHERE e.slot_id = w.slot_id AND e.project_id = w.project_id AND e.state = 'booked' AND e.ready_at IS NOT NULL AND e.week < w.week
    AND (w.week - e.week) / 7 = (SELECT count(*) FROM booked_week g WHERE g.slot_id = w.slot_id AND g.project_id = w.project_id
      AND g.state = 'booked' AND g.week >= e.week AND g.week < w.week)
  ORDER BY e.week DESC LIMIT 1) END`

/** The condition that holds a reader to the bookings of the projects that they take part in. */
const seenBy = ({ personId, all }: Within) => Prisma.sql`(${all} OR p.pi_id = ${personId}::uuid OR EXISTS (
  SELECT FROM project_member pm WHERE pm.project_id = p.id AND pm.person_id = ${personId}::uuid))`

/** Bookings that the reader may see and the condition selects, the newest first. */
export async function readBookings(
  within: Within,
  condition: Prisma.Sql,
  limit: number,
  now: Date,
): Promise<BookingShown[]> {
  const rows = await db().$queryRaw<RawBooking[]>`
    SELECT b.id, b.kind, b.note, b.reason, b.over_budget AS "overBudget", b.created_at AS "createdAt",
      who.name AS "bookedBy", pi.name AS "onBehalfOf", p.id AS "projectId",
      json_build_object('slug', p.slug, 'name', p.name) AS project, json_build_object('slug', m.slug, 'name', m.name) AS machine,
      (SELECT json_agg(json_build_object('id', w.id, 'slot', w.slot_id, 'slotName', s.name, 'week', w.week, 'gpus', w.gpus,
        'startsAt', w.starts_at, 'endsAt', w.ends_at, 'state', w.state, 'stateAt', w.state_at, 'countsUntil', w.counts_until,
        'createdAt', w.created_at, 'readyAt', w.ready_at, 'address', w.address, 'session', ${sessionOfWeek}, 'endReason', w.end_reason,
        'stands', EXISTS (SELECT FROM slot_week sw WHERE sw.booked_week_id = w.id)) ORDER BY w.week, s.ordinal)
        FROM booked_week w JOIN slot s ON s.id = w.slot_id WHERE w.booking_id = b.id) AS weeks
    FROM booking b JOIN project p ON p.id = b.project_id JOIN machine m ON m.id = b.machine_id
      LEFT JOIN person who ON who.id = b.booked_by_id LEFT JOIN person pi ON pi.id = b.on_behalf_of
    WHERE ${seenBy(within)} AND ${condition} ORDER BY b.id DESC LIMIT ${limit}`
  return rows.map(({ weeks, ...row }) => ({ ...row, weeks: withLives(weeks, now) }))
}
