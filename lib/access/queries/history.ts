import 'server-only'
import type { JournalEntry } from '@/lib/identity/queries/journal'
import { query } from '@/lib/platform/command'
import { db } from '@/lib/platform/db'
import { readerScope } from '../policy/requests'
import { HistoryPage } from '../schema/reading'
import { visibleRequest } from './request'

const pageSize = 50

/** What those who ask are not told of: what the hub asked of whom, what they answered, and its own remarks. */
const inside = [
  'access.review-requested',
  'access.review-given',
  'access.decision-given',
  'access.task-replaced',
  'access.task-due-neared',
  'access.task-overdue',
  'access.reviewer-invited',
  'access.decider-invited',
  'access.remark-made',
  'access.external-id-assigned',
]

/** Who took copies: those who ask are told of their own, since a reviewer's would name whom the hub has asked. */
const taking = [
  'access.file-downloaded',
  'access.archive-taken',
  'access.certificate-downloaded',
  'access.ethics-document-read',
]

type Hiding = {
  readonly hidden: readonly string[]
  readonly others: readonly string[]
  readonly own: readonly string[]
}

const entriesOf = (requestId: string, before: string | null, { hidden, others, own }: Hiding) => db().$queryRaw<
  JournalEntry[]
>`
  SELECT e.id, e.at, e.type, e.stream, e.seq, e.actor_kind AS "actorKind", coalesce(a.name, e.actor_id) AS actor,
    b.name AS behalf, NULL::text AS subject, e.subject_id AS "subjectId", p.name AS person, e.data
  FROM event e
  LEFT JOIN person a ON e.actor_kind = 'person' AND a.id::text = e.actor_id
  LEFT JOIN person b ON b.id::text = e.on_behalf_of
  LEFT JOIN person p ON p.id::text = e.data->>'person'
  WHERE e.stream = ${`request:${requestId}`} AND e.type <> ALL (${[...hidden]})
    AND (e.type <> ALL (${[...others]}) OR e.actor_id = ANY (${[...own]})) AND (${before}::uuid IS NULL OR e.id < ${before}::uuid)
  ORDER BY e.seq DESC LIMIT ${pageSize + 1}`

/** What was done with a request and its grants, by whom and in whose name, the newest first; those who ask see not what the hub asks of its own. */
export const requestHistory = query({
  name: 'access.history',
  input: HistoryPage,
  scope: ({ actor }) => readerScope(actor),
  read: async (_, { request, before }, ctx) => {
    const seen = await visibleRequest(ctx, request)
    if (!seen) return null
    const asks = seen.standing.side === 'asking'
    const own = [...seen.projectIds, ...seen.request.members.map(({ personId }) => personId)]
    const hiding = { hidden: asks ? inside : [], others: asks ? taking : [], own }
    const rows = await entriesOf(request, before ?? null, hiding)
    const entries = rows.slice(0, pageSize)
    return { entries, next: rows.length > pageSize ? (entries.at(-1)?.id ?? null) : null }
  },
})
