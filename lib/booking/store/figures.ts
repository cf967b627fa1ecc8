import { db } from '@/lib/platform/db'
import type { Week } from '../rules/weeks'
import { dateOf } from './dates'

export type LentWeek = { machine: string; name: string; week: Week; lendable: number; used: number }

/** GPUs of each machine and week [from, to] that could be lent, and that somebody used, if only for a part of the week. */
export const lentWeeks = (from: Week, to: Week): Promise<LentWeek[]> => db().$queryRaw<LentWeek[]>`
  SELECT m.slug AS machine, m.name, sw.week::text AS week, coalesce(sum(sw.gpus) FILTER (WHERE sw.closure_id IS NULL OR u.used), 0)::int AS lendable,
    coalesce(sum(sw.gpus) FILTER (WHERE u.used), 0)::int AS used
  FROM slot_week sw JOIN machine m ON m.id = sw.machine_id, LATERAL (SELECT EXISTS (
    SELECT FROM booked_week b WHERE b.slot_id = sw.slot_id AND b.week = sw.week AND (b.state = 'booked' OR b.state_at > b.starts_at)) AS used) u
  WHERE sw.week BETWEEN ${dateOf(from)}::date AND ${dateOf(to)}::date
  GROUP BY m.id, sw.week ORDER BY m.created_at, m.id, sw.week`

/** Bookings made in a time, each with when its first week begins. */
export const madeBookings = (from: Date, to: Date): Promise<{ bookedAt: Date; startsAt: Date }[]> => db().$queryRaw`
  SELECT b.created_at AS "bookedAt", min(w.starts_at) AS "startsAt" FROM booking b JOIN booked_week w ON w.booking_id = b.id
  WHERE b.created_at >= ${from} AND b.created_at <= ${to} GROUP BY b.id`

/** Weeks [from, to] for which a machine was set up: the first of a session, booked before it began and not given up. */
export const readiedWeeks = (from: Week, to: Week): Promise<{ week: Week; readyAt: Date | null }[]> => db().$queryRaw`
  SELECT w.week::text AS week, w.ready_at AS "readyAt" FROM booked_week w
  WHERE w.state = 'booked' AND w.week BETWEEN ${dateOf(from)}::date AND ${dateOf(to)}::date AND w.created_at < w.starts_at
    AND NOT EXISTS (SELECT FROM booked_week b WHERE b.slot_id = w.slot_id AND b.project_id = w.project_id AND b.state = 'booked'
      AND b.week = w.week - 7)`

export type Group = {
  slug: string
  name: string
  /** Null where it is not for the reader to know. */
  pi: string | null
  type: string
  budget: number
  used: number
  quotaBytes: number
}

/**
 * The projects that can book, as the reader may know them: a hidden one only where they take part in it, or see all; who leads one only
 * there too, or where it stands in the public directory.
 */
export const groupsShown = ({ personId, all }: { personId: string; all: boolean }, now: Date): Promise<Group[]> =>
  db().$queryRaw<Group[]>`
  SELECT p.slug, p.name, CASE WHEN p.listed OR own.is THEN pi.name END AS pi, p.type, p.gpu_budget AS budget,
    gpu_weeks_used(p.id, ${now}) AS used, p.quota_bytes::float8 AS "quotaBytes"
  FROM project p JOIN person pi ON pi.id = p.pi_id, LATERAL (SELECT ${all} OR p.pi_id = ${personId}::uuid OR EXISTS (
    SELECT FROM project_member m WHERE m.project_id = p.id AND m.person_id = ${personId}::uuid) AS is) own
  WHERE p.state = 'active' AND p.type <> 'data-access' AND (own.is OR NOT p.hidden_on_sheet)
  ORDER BY p.name COLLATE "sv-x-icu", p.id`
