import 'server-only'
import type { JournalEntry } from '@/lib/identity/queries/journal'
import { query } from '@/lib/platform/command'
import { db } from '@/lib/platform/db'
import { readerScope } from '../policy/requests'
import { insideFacts, isWithheld, personalFacts, unsignedFacts } from '../rules/withheld'
import { HistoryPage } from '../schema/reading'
import { askersOf } from '../store/askers'
import { visibleRequest } from './request'

const pageSize = 50

/** Who took copies: those who ask are told of their own, since a reviewer's would name whom the hub has asked. */
const taking = [
  'access.file-downloaded',
  'access.archive-taken',
  'access.certificate-downloaded',
  'access.ethics-document-read',
]

type Row = JournalEntry & { readonly actorId: string | null }

/** An entry as those who ask read it: of what is kept from them, that it was somebody of the hub; of an outcome, that the rule was met. */
function told({ actorId, ...entry }: Row, asks: boolean, hides: boolean, askers: ReadonlySet<string>): JournalEntry {
  if (asks && unsignedFacts.includes(entry.type))
    return { ...entry, actorKind: 'system', actor: 'rounds', behalf: null }
  const withheld = entry.data.withheld === 'yes'
  const byAsker = actorId !== null && askers.has(actorId)
  const kept = asks && entry.actorKind === 'person' && isWithheld({ withheld, hides, byAsker })
  return kept ? { ...entry, actorKind: 'withheld', actor: null, behalf: null } : entry
}

type Hiding = {
  readonly hidden: readonly string[]
  readonly others: readonly string[]
  readonly own: readonly string[]
  /** Facts of which a reader is told only those that name them or nobody. */
  readonly personal: readonly string[]
}

const entriesOf = (
  requestId: string,
  before: string | null,
  reader: string,
  { hidden, others, own, personal }: Hiding,
) => db().$queryRaw<Row[]>`
  SELECT e.id, e.at, e.type, e.stream, e.seq, e.actor_kind AS "actorKind", e.actor_id AS "actorId", coalesce(a.name, e.actor_id) AS actor,
    b.name AS behalf, NULL::text AS subject, e.subject_id AS "subjectId", p.name AS person, e.data
  FROM event e
  LEFT JOIN person a ON e.actor_kind = 'person' AND a.id::text = e.actor_id
  LEFT JOIN person b ON b.id::text = e.on_behalf_of
  LEFT JOIN person p ON p.id::text = e.data->>'person'
  WHERE e.stream = ${`request:${requestId}`} AND e.type <> ALL (${[...hidden]})
    AND (e.type <> ALL (${[...personal]}) OR coalesce(e.data->>'person', ${reader}) = ${reader})
    AND (e.type <> ALL (${[...others]}) OR e.actor_id = ANY (${[...own]})) AND (${before}::uuid IS NULL OR e.id < ${before}::uuid)
  ORDER BY e.seq DESC LIMIT ${pageSize + 1}`

/** What was done with a request and its grants, by whom and in whose name, the newest first; those who ask see not what the hub asks of its own, nor what bars one of the others. */
export const requestHistory = query({
  name: 'access.history',
  input: HistoryPage,
  scope: ({ actor }) => readerScope(actor),
  read: async ({ person }, { request, before }, ctx) => {
    const seen = await visibleRequest(ctx, request)
    if (!seen) return null
    const asks = seen.standing.side === 'asking'
    const askers = await askersOf(db(), seen)
    const own = [...seen.projectIds, ...seen.request.members.map(({ personId }) => personId)]
    const hiding = {
      hidden: asks ? insideFacts : [],
      others: asks ? taking : [],
      own,
      personal: asks ? personalFacts : [],
    }
    const rows = await entriesOf(request, before ?? null, person.id, hiding)
    const entries = rows.slice(0, pageSize).map((row) => told(row, asks, seen.hides, askers))
    return { entries, next: rows.length > pageSize ? (entries.at(-1)?.id ?? null) : null }
  },
})

export type RequestHistory = Awaited<ReturnType<typeof requestHistory>>
