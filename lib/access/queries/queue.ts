import 'server-only'
import { query } from '@/lib/platform/command'
import { db } from '@/lib/platform/db'
import { Prisma } from '@/prisma/generated/client'
import { readerScope, whoIs } from '../policy/requests'
import { QueuePage } from '../schema/reading'
import { medianDays, requestsInOrder } from '../store/listed'

const pageSize = 50

/** The workflows of which this person is a handler, a reviewer or a decider now, or stands in for one who is away. */
const assignedTo = (personId: string, roles: readonly string[], now: Date) => Prisma.sql`
  SELECT workflow_id FROM access_assignment WHERE ended_at IS NULL AND role = ANY (${[...roles]})
    AND (person_id = ${personId}::uuid OR (deputy_id = ${personId}::uuid AND away_from <= ${now} AND (away_until IS NULL OR away_until > ${now})))`

const itemsOf = (workflows: Prisma.Sql) =>
  Prisma.sql`EXISTS (SELECT 1 FROM access_item i WHERE i.request_id = r.id AND i.state <> 'removed' AND i.workflow_id IN (${workflows}))`

const taskOf = (personId: string, states: readonly string[]) =>
  Prisma.sql`EXISTS (SELECT 1 FROM access_task t WHERE t.request_id = r.id AND t.person_id = ${personId}::uuid AND t.state = ANY (${[...states]}))`

type Reader = ReturnType<typeof whoIs>

/** What somebody of the hub sees of requests, and what of it is theirs to do. */
function seenBy({ id, holdsHandler, holdsReviewer, holdsDecider, isAdministrator }: Reader, now: Date) {
  const roles = [
    ...(holdsHandler ? ['handler'] : []),
    ...(holdsReviewer ? ['reviewer'] : []),
    ...(holdsDecider ? ['decider'] : []),
  ]
  const handled = holdsHandler ? itemsOf(assignedTo(id, ['handler'], now)) : Prisma.sql`false`
  const assigned = roles.length > 0 ? itemsOf(assignedTo(id, roles, now)) : Prisma.sql`false`
  const asked = taskOf(id, ['open', 'answered'])
  return {
    seen: isAdministrator ? Prisma.sql`true` : Prisma.sql`(${assigned} OR ${asked})`,
    mine: Prisma.sql`((r.turn = 'handler' AND ${handled}) OR ${taskOf(id, ['open'])})`,
  }
}

/** Nobody of the hub sees what they ask for themselves among what they are to judge. */
const notOwn = (personId: string) => Prisma.sql`
  NOT EXISTS (SELECT 1 FROM access_member m WHERE m.request_id = r.id AND m.person_id = ${personId}::uuid)
  AND NOT EXISTS (SELECT 1 FROM project p WHERE p.id = r.project_id AND p.pi_id = ${personId}::uuid)
  AND NOT EXISTS (SELECT 1 FROM project_member m WHERE m.project_id = r.project_id AND m.person_id = ${personId}::uuid)`

/** A place in the queue: since when, and the id. */
const placeIn = (cursor: string | undefined): { since: Date; id: string } | null => {
  const [since, id] = cursor?.split('_') ?? []
  if (!since || !id || !/^[0-9a-f-]{36}$/.test(id) || Number.isNaN(Date.parse(since))) return null
  return { since: new Date(since), id }
}

/**
 * The requests that the reader handles, reviews, decides or was asked about: longest waiting first, with whose turn it is, what is
 * theirs to do, and the hub's medians. Requests of their own are not among them.
 */
export const requestQueue = query({
  name: 'access.queue',
  input: QueuePage,
  scope: ({ actor }) => readerScope(actor),
  read: async ({ person }, { turn, state, mine: onlyMine, cursor }, { now }) => {
    const { seen, mine } = seenBy(whoIs(person, null), now)
    const place = placeIn(cursor)
    const rows = await db().$queryRaw<{ id: string; since: Date; mine: boolean }[]>`
      SELECT r.id, r.turn_since AS since, ${mine} AS mine FROM access_request r
      WHERE r.submitted_at IS NOT NULL AND ${seen} AND ${notOwn(person.id)} AND (${turn ?? null}::text IS NULL OR r.turn = ${turn ?? null})
        AND (${state ?? null}::text IS NULL OR r.state = ${state ?? null}) AND (${!onlyMine} OR ${mine})
        AND (${place === null} OR (r.turn_since, r.id) > (${place?.since ?? now}, ${place?.id ?? person.id}::uuid))
      ORDER BY r.turn_since, r.id LIMIT ${pageSize + 1}`
    const page = rows.slice(0, pageSize)
    const listed = await requestsInOrder(
      db(),
      page.map(({ id }) => id),
    )
    const last = page.at(-1)
    return {
      items: listed.map((one) => ({ ...one, mine: page.find(({ id }) => id === one.id)?.mine ?? false })),
      next: rows.length > pageSize && last ? `${last.since.toISOString()}_${last.id}` : null,
      medians: Object.fromEntries(await medianDays(db(), now)),
    }
  },
})

export type RequestQueue = Awaited<ReturnType<typeof requestQueue>>
