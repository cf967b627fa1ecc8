import { db } from '@/lib/platform/db'
import { Prisma } from '@/prisma/generated/client'

const { sql } = Prisma

/** Whose figures: of everything, or of the datasets that this person handles now. */
export type FigureReader = { readonly personId: string; readonly all: boolean }

type Days = { readonly n: number; readonly median: number; readonly p90: number }
type Decided = { readonly approved: number; readonly rejected: number; readonly median: number | null }
export type RawStatistics = {
  readonly decision: Days | null
  readonly steps: readonly (Days & { readonly turn: string })[]
  readonly outcomes: Readonly<Record<'approved' | 'rejected' | 'withdrawn' | 'closed' | 'revoked', number>>
  readonly grounds: readonly { readonly ground: string; readonly n: number }[]
  readonly workflows: readonly (Decided & { readonly id: string; readonly name: string })[]
  readonly months: readonly (Decided & { readonly month: string })[]
  readonly submitted: readonly { readonly month: string; readonly n: number }[]
}

const handled = ({ personId, all }: FigureReader, now: Date) =>
  all
    ? sql`true`
    : sql`f.id IN (SELECT workflow_id FROM access_assignment WHERE ended_at IS NULL AND role = 'handler' AND (person_id = ${personId}::uuid
        OR (deputy_id = ${personId}::uuid AND away_from <= ${now} AND (away_until IS NULL OR away_until > ${now}))))`

/** The workflows whose figures somebody reads. */
export const countedWorkflows = (reader: FigureReader, now: Date): Promise<{ id: string; name: string }[]> =>
  db()
    .$queryRaw`SELECT f.id, f.name FROM access_workflow f WHERE ${handled(reader, now)} ORDER BY f.is_default DESC, f.name`

const days = (of: Prisma.Sql) => sql`extract(epoch FROM ${of}) / 86400`
const quantile = (q: number, of: Prisma.Sql) => sql`percentile_cont(${q}::float8) WITHIN GROUP (ORDER BY ${of})::float8`
const month = (of: Prisma.Sql) => sql`to_char(${of} AT TIME ZONE 'UTC', 'YYYY-MM')`
const decided = sql`'approved', count(*) FILTER (WHERE state = 'approved'), 'rejected', count(*) FILTER (WHERE state = 'rejected'),
  'median', ${quantile(0.5, sql`days`)}`

/**
 * What became of the datasets and requests of these workflows since a moment, in one round trip: days from submission to decision, and of
 * each side's turns (the applicant's after the first submission only), outcomes, grounds, and the same by workflow and month.
 */
export async function readStatistics(workflows: readonly string[], from: Date): Promise<RawStatistics> {
  const rows = await db().$queryRaw<{ answer: RawStatistics }[]>`
    WITH concerned AS MATERIALIZED (
      SELECT r.id, r.state, r.state_at, r.submitted_at FROM access_request r WHERE r.submitted_at IS NOT NULL
        AND r.id IN (SELECT request_id FROM access_item WHERE state <> 'removed' AND workflow_id = ANY (${[...workflows]}::uuid[]))),
    item AS MATERIALIZED (
      SELECT i.workflow_id, i.state, i.ground, i.decided_at, ${days(sql`i.decided_at - c.submitted_at`)} AS days
      FROM access_item i JOIN concerned c ON c.id = i.request_id
      WHERE i.workflow_id = ANY (${[...workflows]}::uuid[]) AND i.state IN ('approved', 'rejected') AND i.decided_at >= ${from}),
    step AS MATERIALIZED (
      SELECT t.turn, ${days(sql`t.until - t.since`)} AS days FROM access_turn t JOIN concerned c ON c.id = t.request_id
      WHERE t.until >= ${from} AND t.since >= c.submitted_at AND t.until > c.submitted_at AND t.turn <> 'nobody')
    SELECT json_build_object(
      'decision', (SELECT CASE WHEN count(*) > 0 THEN json_build_object('n', count(*), 'median', ${quantile(0.5, sql`days`)},
        'p90', ${quantile(0.9, sql`days`)}) END FROM item),
      'steps', (SELECT coalesce(json_agg(s), '[]') FROM (SELECT turn, count(*)::int AS n, ${quantile(0.5, sql`days`)} AS median,
        ${quantile(0.9, sql`days`)} AS p90 FROM step GROUP BY turn) s),
      'outcomes', json_build_object('approved', (SELECT count(*) FROM item WHERE state = 'approved'),
        'rejected', (SELECT count(*) FROM item WHERE state = 'rejected'),
        'withdrawn', (SELECT count(*) FROM concerned WHERE state = 'withdrawn' AND state_at >= ${from}),
        'closed', (SELECT count(*) FROM concerned WHERE state = 'closed' AND state_at >= ${from}),
        'revoked', (SELECT count(*) FROM concerned WHERE state = 'revoked' AND state_at >= ${from})),
      'grounds', (SELECT coalesce(json_agg(g ORDER BY g.n DESC, g.ground), '[]') FROM (
        SELECT ground, count(*)::int AS n FROM item WHERE state = 'rejected' GROUP BY ground) g),
      'workflows', (SELECT coalesce(json_agg(json_build_object('id', f.id, 'name', f.name, 'approved', w.approved, 'rejected', w.rejected,
        'median', w.median) ORDER BY f.is_default DESC, f.name), '[]') FROM access_workflow f JOIN (
        SELECT workflow_id, count(*) FILTER (WHERE state = 'approved') AS approved, count(*) FILTER (WHERE state = 'rejected') AS rejected,
          ${quantile(0.5, sql`days`)} AS median FROM item GROUP BY workflow_id) w ON w.workflow_id = f.id),
      'months', (SELECT coalesce(json_agg(m.row), '[]') FROM (SELECT json_build_object('month', ${month(sql`decided_at`)}, ${decided}) AS row
        FROM item GROUP BY ${month(sql`decided_at`)}) m),
      'submitted', (SELECT coalesce(json_agg(m), '[]') FROM (SELECT ${month(sql`submitted_at`)} AS month, count(*)::int AS n
        FROM concerned WHERE submitted_at >= ${from} GROUP BY 1) m)) AS answer`
  return (rows[0] as { answer: RawStatistics }).answer
}
