import 'server-only'
import { toCsv } from '@/lib/catalogue/rules/csv'
import { doiOf } from '@/lib/catalogue/schema/record'
import { query } from '@/lib/platform/command'
import type { Person } from '@/lib/platform/context'
import { db } from '@/lib/platform/db'
import { madeFile } from '@/lib/platform/storage'
import { Prisma } from '@/prisma/generated/client'
import { readerScope, whoIs } from '../policy/requests'
import { lifeOfGrant, retainUntil } from '../rules/grants'
import { countedAt } from '../rules/retention'
import { judgeAccess } from '../rules/verdict'
import { Entitlements, GrantPage } from '../schema/reading'
import { accessFacts } from '../store/verdicts'

const pageSize = 100

type Reader = ReturnType<typeof whoIs>

/** The grants that somebody sees: of their requests and projects, of datasets they handle; all for an administrator. */
function seenBy({ id, holdsHandler, isAdministrator }: Reader, now: Date): Prisma.Sql {
  if (isAdministrator) return Prisma.sql`true`
  const handled = Prisma.sql`i.workflow_id IN (SELECT workflow_id FROM access_assignment WHERE ended_at IS NULL AND role = 'handler'
    AND (person_id = ${id}::uuid OR (deputy_id = ${id}::uuid AND away_from <= ${now} AND (away_until IS NULL OR away_until > ${now}))))`
  return Prisma.sql`(EXISTS (SELECT 1 FROM access_member m WHERE m.request_id = g.request_id AND m.person_id = ${id}::uuid)
    OR p.pi_id = ${id}::uuid OR EXISTS (SELECT 1 FROM project_member m WHERE m.project_id = p.id AND m.person_id = ${id}::uuid)
    OR ${holdsHandler ? handled : Prisma.sql`false`})`
}

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

/** From when the ten years of a grant's data are counted (rules/grants.ts says the same). */
const counted = Prisma.sql`COALESCE(g.last_used_at, LEAST(g.ends_at, g.ended_at))`

/** Those that run; or with those that are over; or those whose data have soon been kept for ten years and wait for a word of it. */
function wanted({ expired, retention }: { expired: boolean; retention?: 'near' | undefined }, now: Date): Prisma.Sql {
  const running = Prisma.sql`(${expired} OR (g.ended_at IS NULL AND g.ends_at > ${now}))`
  const near = Prisma.sql`(${counted} <= ${countedAt(90, now)} AND LEAST(g.ends_at, g.ended_at) <= ${now}
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

type Entitled = {
  grantId: string
  datasetId: string
  datasetState: string
  slug: string
  reference: string
  requestId: string
  userId: string
  name: string
  email: string
  startsAt: Date
  endsAt: Date
  endedAt: Date | null
}

const rowsOf = (seen: Prisma.Sql, user: string | null, slug: string | null, since: string | null, now: Date) => db()
  .$queryRaw<Entitled[]>`
  SELECT g.id AS "grantId", d.id AS "datasetId", d.state AS "datasetState", d.slug, r.reference, r.id AS "requestId",
    u.id AS "userId", u.name, u.email, g.starts_at AS "startsAt", g.ends_at AS "endsAt", g.ended_at AS "endedAt"
  FROM access_grant g JOIN access_request r ON r.id = g.request_id JOIN project p ON p.id = r.project_id
  JOIN access_item i ON i.request_id = g.request_id AND i.dataset_id = g.dataset_id
  JOIN dataset d ON d.id = g.dataset_id JOIN access_member a ON a.request_id = r.id JOIN person u ON u.id = a.person_id
  WHERE ${seen} AND (${user}::uuid IS NULL OR u.id = ${user}::uuid) AND (${slug}::text IS NULL OR d.slug = ${slug})
    AND (${since}::timestamptz IS NULL OR g.starts_at >= ${since}::timestamptz
      OR g.ended_at >= ${since}::timestamptz OR (g.ends_at >= ${since}::timestamptz AND g.ends_at <= ${now}))
  ORDER BY g.id, u.id`

const slugOf = (resource: string | undefined): string | null => resource?.split('/').at(-1) ?? null

/** Which of these people the verdict lets use which grant now. */
async function living(rows: readonly Entitled[], now: Date): Promise<ReadonlySet<string>> {
  const alive = new Set<string>()
  for (const userId of new Set(rows.map((row) => row.userId))) {
    const own = rows.filter((row) => row.userId === userId)
    const datasets = own.map(({ datasetId: id, datasetState: state }) => ({ id, state }))
    const facts = await accessFacts(db(), userId, [...new Map(datasets.map((one) => [one.id, one])).values()], now)
    for (const one of facts.values()) {
      const verdict = judgeAccess(one, now)
      const open = verdict.may ? verdict.grants.filter(({ reasons }) => reasons.length === 0) : []
      for (const { grantId } of open) alive.add(`${grantId} ${userId}`)
    }
  }
  return alive
}

type Wish = { user?: string | undefined; resource?: string | undefined; expired: boolean; since?: string | undefined }

/** The entitlements that the reader sees, each with whether the verdict says yes now. */
async function entitled(person: Person, { user, resource, expired, since }: Wish, now: Date) {
  const rows = await rowsOf(seenBy(whoIs(person, null), now), user ?? null, slugOf(resource), since ?? null, now)
  const alive = await living(rows, now)
  const shown = rows.filter(({ grantId, userId }) => expired || alive.has(`${grantId} ${userId}`))
  return shown.map(({ slug, userId, name, email, reference, startsAt, endsAt, endedAt, ...row }) => ({
    resource: doiOf(slug),
    user: { userid: userId, name, email },
    'application-id': row.requestId,
    reference,
    start: startsAt,
    end: endedAt !== null && endedAt < endsAt ? endedAt : endsAt,
    mail: email,
    active: alive.has(`${row.grantId} ${userId}`),
  }))
}

/**
 * Who may use what, in the meaning of REMS's entitlements: one for each person and dataset while the live verdict says yes, with its
 * start and end. `expired`: those besides that are over or that something stands against, each with the end that it had.
 */
export const entitlements = query({
  name: 'access.entitlements',
  input: Entitlements,
  scope: ({ actor }) => readerScope(actor),
  read: ({ person }, wish, { now }) => entitled(person, wish, now),
})

const columns = ['resource', 'application', 'reference', 'user', 'name', 'mail', 'start', 'end', 'active']

/** The same as a table for spreadsheets (CSV), with the end that REMS's export leaves out. */
export const entitlementsFile = query({
  name: 'access.entitlements-file',
  input: Entitlements,
  scope: ({ actor }) => readerScope(actor),
  read: async ({ person }, wish, { now }) => {
    const rows = (await entitled(person, wish, now)).map((one) => [
      one.resource,
      one['application-id'],
      one.reference,
      one.user.userid,
      one.user.name,
      one.mail,
      one.start.toISOString(),
      one.end.toISOString(),
      String(one.active),
    ])
    return madeFile('entitlements.csv', 'text/csv; charset=utf-8', toCsv(columns, rows))
  },
})
