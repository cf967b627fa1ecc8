import 'server-only'
import { z } from 'zod'
import { query } from '@/lib/platform/command'
import { isPerson } from '@/lib/platform/context'
import { db } from '@/lib/platform/db'
import { ownScope } from '../policy'
import { stewardScope } from './stewardship'

export type PriorityState = 'wanted' | 'collecting' | 'collected' | 'dropped'
export type PriorityItem = {
  id: string
  rank: number
  title: string
  description: string
  modality: string[]
  organ: string[]
  state: PriorityState
  revision: number
  decidedOn: Date
  closedAt: Date | null
  /** The published dataset that it became. */
  dataset: string | null
}

const allItems = () => db().$queryRaw<PriorityItem[]>`
  SELECT i.id, i.rank, i.title, i.description, i.modality, i.organ, i.state, i.revision, i.decided_on AS "decidedOn",
    i.closed_at AS "closedAt", d.slug AS dataset
  FROM priority_item i LEFT JOIN dataset d ON d.id = i.dataset_id AND d.state = 'published'
  ORDER BY i.closed_at DESC NULLS FIRST, i.rank, i.id`

/** The clinical council's list: what is wanted or being gathered in its order, then what has ended, the latest first. */
export const priorityList = query({
  name: 'catalogue.priority-list',
  input: z.object({}),
  scope: () => 'public' as const,
  read: async () => {
    const items = await allItems()
    const decided = items.map(({ decidedOn }) => decidedOn.getTime())
    return {
      open: items.filter(({ closedAt }) => closedAt === null),
      ended: items.filter(({ closedAt }) => closedAt !== null),
      decidedOn: decided.length === 0 ? null : new Date(Math.max(...decided)),
    }
  },
})

export type Proposal = {
  id: string
  title: string
  description: string
  clinicalNeed: string
  modality: string[]
  organ: string[]
  state: 'proposed' | 'taken-up' | 'declined'
  revision: number
  reason: string | null
  by: string
  proposerId: string
  at: Date
  decidedAt: Date | null
}

const pageSize = 100

/** Which part of the proposals: what follows the one with this id. */
const ProposalPage = z.object({ cursor: z.uuid().optional() })

/** What waits, the oldest first, then what was decided, the latest first; a page begins behind where `after` stands now. */
const readProposals = (proposerId: string | null, after: string | null) => db().$queryRaw<Proposal[]>`
  SELECT c.id, c.title, c.description, c.clinical_need AS "clinicalNeed", c.modality, c.organ, c.state, c.revision, c.reason,
    p.name AS by, c.proposer_id AS "proposerId", c.created_at AS at, c.decided_at AS "decidedAt"
  FROM collection_proposal c JOIN person p ON p.id = c.proposer_id
    LEFT JOIN collection_proposal a ON a.id = ${after}::uuid
  WHERE (${proposerId}::uuid IS NULL OR c.proposer_id = ${proposerId}::uuid)
    AND (a.id IS NULL OR coalesce(c.decided_at, 'infinity') < coalesce(a.decided_at, 'infinity')
      OR (c.decided_at IS NOT DISTINCT FROM a.decided_at AND c.id > a.id))
  ORDER BY c.decided_at DESC NULLS FIRST, c.id LIMIT ${pageSize + 1}`

async function proposals(proposerId: string | null, after: string | null = null) {
  const rows = await readProposals(proposerId, after)
  const items = rows.slice(0, pageSize)
  return { items, next: rows.length > pageSize ? (items.at(-1)?.id ?? null) : null }
}

/** What people proposed: what waits, the oldest first, then what was decided, the latest first; 100 a page. */
export const proposalsForStewards = query({
  name: 'catalogue.proposals',
  input: ProposalPage,
  scope: stewardScope,
  read: async ({ mayWrite }, { cursor }, { actor }) => {
    const { items, next } = await proposals(null, cursor)
    // Nobody decides their own.
    const decidable = ({ state, proposerId }: Proposal) =>
      mayWrite && state === 'proposed' && !(isPerson(actor) && actor.id === proposerId)
    return { items: items.map((item) => ({ ...item, mayDecide: decidable(item) })), next, mayWrite }
  },
})

/** One's own proposals, with what became of them, 100 a page. */
export const ownProposals = query({
  name: 'catalogue.own-proposals',
  input: ProposalPage,
  scope: ({ actor }) => ownScope(actor),
  read: ({ personId }, { cursor }) => proposals(personId, cursor),
})
