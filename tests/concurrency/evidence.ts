// What the database says in the end: its journal, in the order of commits, and its rows.
import pg from 'pg'
import { weekNamed } from '@/lib/booking/rules/weeks'

/** An entry of the journal about bookings. */
export interface Entry {
  id: string
  type: string
  subjectId: string
  actorId: string | null
  requestId: string
  /** The transaction that wrote it, with all else that it did. */
  tx: string
  /** By the clock of the portal that wrote it, read when the request came in. */
  at: Date
  /** When it was committed, by the clock of the database: milliseconds since 1970. */
  committed: number
  projectId: string
  cells: { id: string; slot: string; week: string }[]
  /** Of a move: the slot week that was left. */
  from: { slot: string; week: string } | null
  /** Of a place in a queue (the subject) or a hold: which slot week; of a hold given, until when (milliseconds since 1970). */
  queue: { slot: string; week: string; hold: string | null; until: number | null } | null
}

/** A booked week as its row says. */
export interface WeekRow {
  id: string
  bookingId: string
  projectId: string
  slot: string
  week: string
  gpus: number
  state: string
  createdAt: Date
  countsUntil: Date
  /** Whether the row of the slot week names it. */
  stands: boolean
}

/** A hold as its row says. */
export interface HoldRow {
  id: string
  placeId: string
  projectId: string
  slot: string
  week: string
  state: string
  /** Whether the row of the slot week names it. */
  stands: boolean
}

/** A place in a queue as its row says. */
export interface PlaceRow {
  id: string
  projectId: string
  slot: string
  week: string
  state: string
}

export interface Evidence {
  /** When the clock of the clients stood at nought: milliseconds since 1970. */
  began: number
  entries: Entry[]
  rows: WeekRow[]
  holds: HoldRow[]
  places: PlaceRow[]
  /** Places in the journal where its chain of hashes is broken. */
  breaks: number
  /** What each project uses in the end, at this moment (milliseconds since 1970), by the database's own function. */
  projects: { id: string; used: number; budget: number; at: number }[]
}

const ENTRIES = `
  SELECT id, type, subject_id AS "subjectId", actor_id AS "actorId", request_id AS "requestId", at, xmin::text AS tx,
    extract(epoch FROM pg_xact_commit_timestamp(xmin))::float8 * 1000 AS committed,
    data ->> 'projectId' AS "projectId", coalesce(data -> 'cells', '[]') AS cells,
    CASE WHEN type = 'booking.week-moved' THEN json_build_object('slot', data -> 'fromSlot', 'week', data -> 'from') END AS "from",
    CASE WHEN stream LIKE 'waiting:%' THEN json_build_object('slot', data -> 'slot', 'week', data -> 'week', 'hold', data -> 'holdId',
      'until', extract(epoch FROM (data ->> 'until')::timestamptz)::float8 * 1000) END AS queue
  FROM event WHERE type LIKE 'booking.%' AND (data ? 'cells' OR stream LIKE 'waiting:%')
  ORDER BY pg_xact_commit_timestamp(xmin), xmin::text::bigint, id`

const ROWS = `
  SELECT b.id, b.booking_id AS "bookingId", b.project_id AS "projectId", b.slot_id AS slot, b.week::text AS week, b.gpus, b.state,
    b.created_at AS "createdAt", b.counts_until AS "countsUntil", s.booked_week_id IS NOT NULL AS stands
  FROM booked_week b LEFT JOIN slot_week s ON s.booked_week_id = b.id ORDER BY b.id`

const HOLDS = `
  SELECT h.id, h.place_id AS "placeId", h.project_id AS "projectId", h.slot_id AS slot, h.week::text AS week, h.state,
    s.hold_id IS NOT NULL AS stands
  FROM hold h LEFT JOIN slot_week s ON s.hold_id = h.id ORDER BY h.id`

const PLACES = `
  SELECT id, project_id AS "projectId", slot_id AS slot, week::text AS week, state FROM waiting_place ORDER BY id`

const PROJECTS = `
  SELECT id, gpu_budget AS budget, gpu_weeks_used(id, moment) AS used, extract(epoch FROM moment)::float8 * 1000 AS at
  FROM project, (SELECT clock_timestamp() AS moment) AS now ORDER BY id`

/** The entries of each transaction. */
export function byTransaction(entries: readonly Entry[]): Map<string, Entry[]> {
  const all = new Map<string, Entry[]>()
  for (const entry of entries) {
    const together = all.get(entry.tx)
    if (together) together.push(entry)
    else all.set(entry.tx, [entry])
  }
  return all
}

/** Does `work` with a connection of its own. */
export async function connected<T>(databaseUrl: string, work: (db: pg.Client) => Promise<T>): Promise<T> {
  const db = new pg.Client({ connectionString: databaseUrl })
  await db.connect()
  try {
    return await work(db)
  } finally {
    await db.end()
  }
}

/** The journal names weeks as people do, 2026-W49. */
const byMonday = <Where extends { week: string } | null>(where: Where): Where =>
  where && { ...where, week: weekNamed(where.week) ?? where.week }

/** Reads everything, at one moment. */
export const readEvidence = (databaseUrl: string): Promise<Evidence> =>
  connected(databaseUrl, async (db) => {
    await db.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    const all = async <Row extends object>(sql: string) => (await db.query<Row>(sql)).rows
    const entries = await all<Entry>(ENTRIES)
    return {
      began: performance.timeOrigin,
      entries: entries.map((entry) => ({ ...entry, from: byMonday(entry.from), queue: byMonday(entry.queue) })),
      rows: await all<WeekRow>(ROWS),
      holds: await all<HoldRow>(HOLDS),
      places: await all<PlaceRow>(PLACES),
      breaks: (await all('SELECT * FROM journal_breaks()')).length,
      projects: await all(PROJECTS),
    }
  })
