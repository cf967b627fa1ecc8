import { z } from 'zod'
import { operation } from '@/app/api/operation'
import { decideProposal, proposeCollection } from '@/lib/catalogue/commands/propose-collection'
import { ownProposals, proposalsForStewards } from '@/lib/catalogue/queries/priorities'
import { DecideProposal, ProposeCollection } from '@/lib/catalogue/schema/inputs'
import { moment } from './identity-answers'

const read = { tag: 'Proposals', scope: 'catalogue:read', method: 'get' } as const
const write = { tag: 'Proposals', scope: 'catalogue:write', method: 'post' } as const
const one = '/api/v1/proposals/{proposalId}'
const id = z.uuid()

const Proposal = z.object({
  id,
  title: z.string(),
  description: z.string(),
  clinicalNeed: z.string(),
  modality: z.array(z.string()),
  organ: z.array(z.string()),
  state: z.enum(['proposed', 'taken-up', 'declined']),
  revision: z.int(),
  reason: z.string().nullable().meta({ description: 'Why it was taken up or declined' }),
  at: moment,
  decidedAt: moment.nullable(),
})

const ToDecide = Proposal.extend({
  by: z.string(),
  mayDecide: z.boolean().meta({ description: 'It waits, and it is not your own' }),
})

type Page = { items: readonly { proposerId: string; by: string }[]; next: string | null }

/** A page of proposals, each with the fields that its schema names. */
const paged = <Item extends z.ZodType>(item: Item) =>
  ({
    query: z.object({ cursor: id.optional().meta({ description: 'From the answer before' }) }),
    answer: z.object({ items: z.array(item), nextCursor: id.nullable() }),
  }) as const

export const listProposals = operation({
  ...read,
  ...paged(ToDecide),
  id: 'listProposals',
  path: '/api/v1/proposals',
  summary: 'What people proposed: what waits, the oldest first, then what was decided, the latest first; for stewards',
  door: proposalsForStewards,
  render: ({ items, next }: Page) => ({ items: items.map(({ proposerId: _, ...item }) => item), nextCursor: next }),
})

export const listOwnProposals = operation({
  ...read,
  ...paged(Proposal),
  id: 'listOwnProposals',
  path: '/api/v1/me/proposals',
  summary: 'Your own proposals, with what became of them',
  door: ownProposals,
  render: ({ items, next }: Page) => ({
    items: items.map(({ proposerId: _, by: __, ...item }) => item),
    nextCursor: next,
  }),
})

export const makeProposal = operation({
  ...write,
  id: 'proposeCollection',
  path: '/api/v1/proposals',
  summary: 'Propose a collection to the stewards, for the clinical council; ten of yours may wait at a time',
  body: ProposeCollection.meta({
    example: {
      title: 'Knee MR with outcomes',
      description: 'Examinations before and after surgery',
      clinicalNeed: 'Fewer operations that do not help',
      modality: 'MR',
      organ: 'Knee',
    },
  }),
  answer: z.object({ id }),
  status: 201,
  door: proposeCollection,
})

const decision = {
  ...write,
  params: z.object({ proposalId: DecideProposal.shape.proposalId }),
  body: DecideProposal.pick({ expectedRevision: true, reason: true }),
  answer: z.object({
    id,
    state: z.enum(['taken-up', 'declined']),
    priorityId: id.nullable().meta({ description: 'Its item on the priority list' }),
  }),
  door: decideProposal,
} as const

export const takeUpProposal = operation({
  ...decision,
  id: 'takeUpProposal',
  path: `${one}/take-up`,
  summary: 'Take a proposal up, which puts it on the priority list; the proposer is told why',
  prepare: (said) => ({ ...said, decision: 'take-up' }),
})

export const declineProposal = operation({
  ...decision,
  id: 'declineProposal',
  path: `${one}/decline`,
  summary: 'Decline a proposal; the proposer is told why',
  prepare: (said) => ({ ...said, decision: 'decline' }),
})

export const proposalOperations = [listProposals, listOwnProposals, makeProposal, takeUpProposal, declineProposal]
