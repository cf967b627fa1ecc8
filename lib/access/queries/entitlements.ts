import 'server-only'
import { csvLines } from '@/lib/catalogue/rules/csv'
import { doiOf } from '@/lib/catalogue/schema/record'
import { query } from '@/lib/platform/command'
import type { Person } from '@/lib/platform/context'
import { db } from '@/lib/platform/db'
import { Prisma } from '@/prisma/generated/client'
import { readerScope, whoIs } from '../policy/requests'
import { judgeAccess } from '../rules/verdict'
import { Entitlements } from '../schema/reading'
import { seenBy } from '../store/grants-seen'
import { accessFacts } from '../store/verdicts'

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
type Wish = { user?: string | undefined; resource?: string | undefined; expired: boolean; since?: string | undefined }

/** So many are held at a time, whoever asks for however many. */
const pageSize = 500

const slugOf = (resource: string | undefined): string | null => resource?.split('/').at(-1) ?? null

/** One page of what the reader sees, from behind one entitlement on. */
function rowsOf(seen: Prisma.Sql, { user, resource, since }: Wish, after: Entitled | undefined, now: Date) {
  const [slug, from] = [slugOf(resource), since ?? null]
  const behind = after ? Prisma.sql`(g.id, u.id) > (${after.grantId}::uuid, ${after.userId}::uuid)` : Prisma.sql`true`
  return db().$queryRaw<Entitled[]>`
    SELECT g.id AS "grantId", d.id AS "datasetId", d.state AS "datasetState", d.slug, r.reference, r.id AS "requestId",
      u.id AS "userId", u.name, u.email, g.starts_at AS "startsAt", g.ends_at AS "endsAt", g.ended_at AS "endedAt"
    FROM access_grant g JOIN access_request r ON r.id = g.request_id JOIN project p ON p.id = r.project_id
    JOIN access_item i ON i.request_id = g.request_id AND i.dataset_id = g.dataset_id
    JOIN dataset d ON d.id = g.dataset_id JOIN access_member a ON a.request_id = r.id JOIN person u ON u.id = a.person_id
    WHERE ${seen} AND (${user ?? null}::uuid IS NULL OR u.id = ${user ?? null}::uuid)
      AND (${slug}::text IS NULL OR d.slug = ${slug})
      AND (${from}::timestamptz IS NULL OR g.starts_at >= ${from}::timestamptz
        OR g.ended_at >= ${from}::timestamptz OR (g.ends_at >= ${from}::timestamptz AND g.ends_at <= ${now}))
      AND ${behind} ORDER BY g.id, u.id LIMIT ${pageSize}`
}

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

const told = (
  { slug, userId, name, email, reference, startsAt, endsAt, endedAt, requestId }: Entitled,
  active: boolean,
) => ({
  resource: doiOf(slug),
  user: { userid: userId, name, email },
  'application-id': requestId,
  reference,
  start: startsAt,
  end: endedAt !== null && endedAt < endsAt ? endedAt : endsAt,
  mail: email,
  active,
})

/** The entitlements that the reader sees, page by page, each with whether the verdict says yes now. */
async function* entitled(person: Person, wish: Wish, now: Date): AsyncGenerator<ReturnType<typeof told>[]> {
  const seen = seenBy(whoIs(person, null), now)
  for (let after: Entitled | undefined; ; ) {
    const rows = await rowsOf(seen, wish, after, now)
    const alive = await living(rows, now)
    const isAlive = ({ grantId, userId }: Entitled) => alive.has(`${grantId} ${userId}`)
    yield rows.filter((row) => wish.expired || isAlive(row)).map((row) => told(row, isAlive(row)))
    if (rows.length < pageSize) return
    after = rows.at(-1)
  }
}

/**
 * Who may use what, in the meaning of REMS's entitlements: one for each person and dataset while the live verdict says yes, with its
 * start and end. `expired`: those besides that are over or that something stands against, each with the end that it had.
 */
export const entitlements = query({
  name: 'access.entitlements',
  input: Entitlements,
  scope: ({ actor }) => readerScope(actor),
  read: async ({ person }, wish, { now }) => {
    const all: ReturnType<typeof told>[] = []
    for await (const page of entitled(person, wish, now)) all.push(...page)
    return all
  },
})

const columns = ['resource', 'application', 'reference', 'user', 'name', 'mail', 'start', 'end', 'active']

const cellsOf = (one: ReturnType<typeof told>) => [
  one.resource,
  one['application-id'],
  one.reference,
  one.user.userid,
  one.user.name,
  one.mail,
  one.start.toISOString(),
  one.end.toISOString(),
  String(one.active),
]

/** Text as it is asked for, no faster than it is sent. */
function streamOf(texts: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const bytes = new TextEncoder()
  return new ReadableStream(
    {
      async pull(controller) {
        const { done, value } = await texts.next()
        if (done) controller.close()
        else controller.enqueue(bytes.encode(value))
      },
      async cancel() {
        await texts.return(undefined)
      },
    },
    { highWaterMark: 0 },
  )
}

/**
 * The same as a table for spreadsheets (CSV), with the end that REMS's export leaves out. It is written while it is sent, a page in memory
 * at a time; each page says how it stands when it is read, by the moment at which the table was asked for.
 */
export const entitlementsFile = query({
  name: 'access.entitlements-file',
  input: Entitlements,
  scope: ({ actor }) => readerScope(actor),
  read: async ({ person }, wish, { now }) => {
    async function* lines(): AsyncGenerator<string> {
      yield csvLines([columns])
      for await (const page of entitled(person, wish, now)) if (page.length > 0) yield csvLines(page.map(cellsOf))
    }
    return { name: 'entitlements.csv', type: 'text/csv; charset=utf-8', stream: streamOf(lines()) }
  },
})
