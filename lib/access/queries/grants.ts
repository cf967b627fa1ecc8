import 'server-only'
import { query } from '@/lib/platform/command'
import { db } from '@/lib/platform/db'
import { Prisma } from '@/prisma/generated/client'
import { readerScope, whoIs } from '../policy/requests'
import { lifeOfGrant, retainUntil } from '../rules/grants'
import { countedAt } from '../rules/retention'
import { GrantPage } from '../schema/reading'
import { seenBy } from '../store/grants-seen'
import { countedSql as counted } from '../store/retention'

const pageSize = 100

type Row = {
  id: string
  requestId: string
  reference: string
  title: string
  dataset: string
  project: string
  startsAt: Date
  endsAt: Date
  endedAt: Date | null
  endKind: string | null
  endReason: string | null
  lastUsedAt: Date | null
  /** What became of the data, as it was noted last: kept or removed. */
  retained: string | null
  suspended: boolean
  members: number
  unacknowledged: number
}

/** Those that run; or with those that are over; or those whose data have soon been kept for ten years and wait for a word of it. */
function wanted({ expired, retention }: { expired: boolean; retention?: 'near' | undefined }, now: Date): Prisma.Sql {
  const running = Prisma.sql`(${expired} OR (g.ended_at IS NULL AND g.ends_at > ${now}))`
  const near = Prisma.sql`(${counted} <= ${countedAt(90, now)}
    AND NOT EXISTS (SELECT 1 FROM access_retention s WHERE s.grant_id = g.id AND s.counted_from = ${counted}))`
  return retention === 'near' ? near : running
}

/** Grants, those that end soonest first (or whose data do), with their life and until when the data are kept. */
export const grants = query({
  name: 'access.grants',
  input: GrantPage,
  scope: ({ actor }) => readerScope(actor),
  read: async ({ person }, { cursor, dataset, ...wish }, { now }) => {
    const order = wish.retention === 'near' ? counted : Prisma.sql`g.ends_at`
    const rows = await db().$queryRaw<Row[]>`
      SELECT g.id, r.id AS "requestId", r.reference, r.title, d.slug AS dataset, p.slug AS project, g.starts_at AS "startsAt",
        g.ends_at AS "endsAt", g.ended_at AS "endedAt", g.end_kind AS "endKind", g.end_reason AS "endReason",
        g.last_used_at AS "lastUsedAt",
        (SELECT s.outcome FROM access_retention s WHERE s.grant_id = g.id AND s.counted_from = ${counted}
          ORDER BY s.at DESC LIMIT 1) AS retained,
        EXISTS (SELECT 1 FROM access_bar b WHERE b.grant_id = g.id AND b.lifted_at IS NULL AND b.person_id IS NULL) AS suspended,
        (SELECT count(*)::int FROM access_member m WHERE m.request_id = r.id) AS members,
        (SELECT count(DISTINCT v.system_id)::int FROM access_delivery v JOIN access_system s ON s.id = v.system_id AND s.removed_at IS NULL
          WHERE v.grant_id = g.id AND v.kind IN ('grant.suspended', 'grant.withdrawn') AND v.acknowledged_at IS NULL
            AND v.superseded_at IS NULL) AS unacknowledged
      FROM access_grant g JOIN access_request r ON r.id = g.request_id JOIN project p ON p.id = r.project_id
      JOIN dataset d ON d.id = g.dataset_id JOIN access_item i ON i.request_id = g.request_id AND i.dataset_id = g.dataset_id
      WHERE ${seenBy(whoIs(person, null), now)} AND (${dataset ?? null}::text IS NULL OR d.slug = ${dataset ?? null})
        AND ${wanted(wish, now)}
        AND (${cursor ?? null}::uuid IS NULL
          OR (${order}, g.id) > (SELECT ${order}, g.id FROM access_grant g WHERE g.id = ${cursor ?? null}::uuid))
      ORDER BY ${order}, g.id LIMIT ${pageSize + 1}`
    const page = rows.slice(0, pageSize)
    const items = page.map((row) => ({ ...row, life: lifeOfGrant(row, now), retainUntil: retainUntil(row) }))
    return { items, next: rows.length > pageSize ? (page.at(-1)?.id ?? null) : null }
  },
})

export type Grants = Awaited<ReturnType<typeof grants>>
