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
  /** By the clock of the portal that wrote it, read when the request came in. */
  at: Date
  /** When it was committed, by the clock of the database: milliseconds since 1970. */
  committed: number
  projectId: string
  cells: { id: string; slot: string; week: string }[]
  /** Of a move: the slot week that was left. */
  from: { slot: string; week: string } | null
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

export interface Evidence {
  entries: Entry[]
  rows: WeekRow[]
  /** Places in the journal where its chain of hashes is broken. */
  breaks: number
  /** What each project uses in the end, by the database's own function. */
  projects: { id: string; used: number; budget: number }[]
}

const ENTRIES = `
  SELECT id, type, subject_id AS "subjectId", actor_id AS "actorId", request_id AS "requestId", at,
    extract(epoch FROM pg_xact_commit_timestamp(xmin))::float8 * 1000 AS committed,
    data ->> 'projectId' AS "projectId", data -> 'cells' AS cells,
    CASE WHEN type = 'booking.week-moved' THEN json_build_object('slot', data -> 'fromSlot', 'week', data -> 'from') END AS "from"
  FROM event WHERE type LIKE 'booking.%' AND data ? 'cells' ORDER BY pg_xact_commit_timestamp(xmin), id`

const ROWS = `
  SELECT b.id, b.booking_id AS "bookingId", b.project_id AS "projectId", b.slot_id AS slot, b.week::text AS week, b.gpus, b.state,
    b.created_at AS "createdAt", b.counts_until AS "countsUntil", s.booked_week_id IS NOT NULL AS stands
  FROM booked_week b LEFT JOIN slot_week s ON s.booked_week_id = b.id ORDER BY b.id`

const PROJECTS = `SELECT id, gpu_budget AS budget, gpu_weeks_used(id, clock_timestamp()) AS used FROM project ORDER BY id`

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

/** The journal names the week that was left as people do, 2026-W49. */
const byMonday = (entry: Entry): Entry => ({
  ...entry,
  from: entry.from && { slot: entry.from.slot, week: weekNamed(entry.from.week) ?? entry.from.week },
})

/** Reads everything, at one moment. */
export const readEvidence = (databaseUrl: string): Promise<Evidence> =>
  connected(databaseUrl, async (db) => {
    await db.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    const all = async <Row extends object>(sql: string) => (await db.query<Row>(sql)).rows
    return {
      entries: (await all<Entry>(ENTRIES)).map(byMonday),
      rows: await all<WeekRow>(ROWS),
      breaks: (await all('SELECT * FROM journal_breaks()')).length,
      projects: await all(PROJECTS),
    }
  })
