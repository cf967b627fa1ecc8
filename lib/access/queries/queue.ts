import 'server-only'
import { query } from '@/lib/platform/command'
import { pool } from '@/lib/platform/db'
import { readerScope, whoIs } from '../policy/requests'
import { type Cell, cursorOf, facetsOf, placeOf } from '../rules/queue'
import { QueuePage } from '../schema/queue'
import type { ListedRequest } from '../store/listed'
import { mostCounted, preparedQueue, type QueueWish } from '../store/queue-statement'

/** A request of the queue: whether something in it is the reader's to do, and when whoever is to act has taken too long. */
export type QueuedRequest = ListedRequest & { mine: boolean; dueAt: Date | null; externalId: string | null }

type Moments = 'turnSince' | 'dueAt' | 'stateAt' | 'submittedAt' | 'createdAt'
type Raw = Omit<QueuedRequest, Moments> & Record<Moments, string | null>
type Answer = {
  items: Raw[]
  cells: Cell[] | null
  medians: Record<string, number>
  workflows: { id: string; name: string; disabledVerbs: string[] }[]
  /** The processing states of these workflows; those that are not open were retired and are kept by requests that have them. */
  processing: { id: string; en: string; sv: string; workflow: string; open: boolean }[]
  filters: { id: string; name: string; query: string }[]
}

const moment = (text: string | null) => (text === null ? null : new Date(text))

const rowOf = ({ turnSince, dueAt, stateAt, submittedAt, createdAt, ...row }: Raw): QueuedRequest => ({
  ...row,
  turnSince: new Date(turnSince as string),
  dueAt: moment(dueAt),
  stateAt: new Date(stateAt as string),
  submittedAt: moment(submittedAt),
  createdAt: new Date(createdAt as string),
})

async function ask(wish: QueueWish): Promise<Answer> {
  const { rows } = await pool().query<{ answer: Answer }>(preparedQueue(wish))
  return (rows[0] as { answer: Answer }).answer
}

/**
 * The requests that the reader handles, reviews, decides or was asked about: longest waiting first, with whose turn it is, what is
 * theirs to do, how many there are of each kind (no further than ten thousand are counted), and the hub's medians. Requests of their own
 * are not among them.
 */
export const requestQueue = query({
  name: 'access.queue',
  input: QueuePage,
  scope: ({ actor }) => readerScope(actor),
  read: async ({ person }, { cursor, limit, facets, ...filter }, { now }) => {
    const who = whoIs(person, null)
    const { items, cells, ...more } = await ask({ who, filter, place: placeOf(cursor), limit, facets, now })
    const rows = items.slice(0, limit).map(rowOf)
    const last = rows.at(-1)
    const counted = cells?.reduce((sum, { n }) => sum + n, 0) ?? Number.POSITIVE_INFINITY
    return {
      items: rows,
      next: items.length > limit && last ? cursorOf({ since: last.turnSince, id: last.id }) : null,
      facets: cells && counted <= mostCounted ? facetsOf(cells, filter) : null,
      ...more,
    }
  },
})

export type RequestQueue = Awaited<ReturnType<typeof requestQueue>>
