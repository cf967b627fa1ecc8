import 'server-only'
import { command } from '@/lib/platform/command'
import { isPerson } from '@/lib/platform/context'
import { newId } from '@/lib/platform/id'
import { notFound, refuse } from '@/lib/platform/refusal'
import { happened } from '../events'
import { mayProposeCollection, mayStewardCatalogue } from '../policy'
import { DecideProposal, ProposeCollection } from '../schema/inputs'
import { insertItem, lockPriorities } from '../store/priorities'
import { closeProposal, countWaiting, insertProposal, lockProposal } from '../store/proposals'

/** The most proposals of one person that may wait for an answer at a time. */
const mostWaiting = 10

/** Puts a collection before the stewards, for the clinical council. */
export const proposeCollection = command({
  name: 'catalogue.propose-collection',
  input: ProposeCollection,
  load: async (tx, _, { actor }) => ({ waiting: isPerson(actor) ? await countWaiting(tx, actor.id) : 0 }),
  authorize: ({ actor }) => mayProposeCollection(actor),
  decide: ({ actor }, { waiting }, wish) => {
    if (!isPerson(actor)) return notFound()
    if (waiting >= mostWaiting) return refuse('catalogue.too-many-proposals', { limit: mostWaiting })
    return { ...happened.collectionProposed(newId(), { revision: 1 }), proposerId: actor.id, wish }
  },
  apply: async (tx, { subjectId, proposerId, wish }, _, ctx) => {
    await insertProposal(tx, ctx, subjectId, proposerId, wish)
    return { id: subjectId }
  },
})

/** Takes a proposal up, which puts it on the priority list, or declines it; the proposer is told why. Nobody decides their own. */
export const decideProposal = command({
  name: 'catalogue.decide-proposal',
  input: DecideProposal,
  load: async (tx, { proposalId }) => ({
    proposal: await lockProposal(tx, proposalId),
    open: await lockPriorities(tx),
  }),
  authorize: ({ actor }) => mayStewardCatalogue(actor),
  decide: ({ actor }, { proposal, open }, { decision, reason, expectedRevision: expected }) => {
    if (proposal === null) return notFound()
    const { id, revision } = proposal
    if (proposal.state !== 'proposed') return refuse('catalogue.proposal-decided')
    if (revision !== expected) return refuse('catalogue.moved-on', { expected, revision })
    if (isPerson(actor) && actor.id === proposal.proposerId) return refuse('catalogue.own-proposal', { status: 403 })
    if (decision === 'decline') {
      return Object.assign([happened.proposalDeclined(id, { revision: revision + 1 })], {
        proposal,
        reason,
        itemId: null,
      })
    }
    const itemId = newId()
    const facts = [
      happened.proposalTakenUp(id, { revision: revision + 1, itemId }),
      happened.priorityAdded(itemId, { rank: open.length + 1 }),
    ]
    return Object.assign(facts, { proposal, reason, itemId })
  },
  apply: async (tx, { proposal, reason, itemId }, { open }, ctx) => {
    const { id, title, description, modality, organ } = proposal
    if (itemId !== null) {
      const decidedOn = ctx.now.toISOString().slice(0, 10)
      const wanted = { title, description, modality: modality[0] ?? null, organ: organ[0] ?? null, decidedOn }
      await insertItem(tx, ctx, itemId, open.length + 1, wanted)
    }
    const state = itemId === null ? 'declined' : 'taken-up'
    await closeProposal(tx, ctx, id, { state, reason, priorityId: itemId })
    return { id, state, priorityId: itemId }
  },
  advances: ['catalogue'],
})
