import { expect, test } from 'vitest'
import {
  addPriorityItem,
  closePriorityItem,
  editPriorityItem,
  markPriorityItem,
  movePriorityItem,
} from '@/lib/catalogue/commands/keep-priorities'
import { decideProposal, proposeCollection } from '@/lib/catalogue/commands/propose-collection'
import { ownProposals, priorityList, proposalsForStewards } from '@/lib/catalogue/queries/priorities'
import { db } from '@/lib/platform/db'
import { tasks } from '@/lib/reactions/tasks'
import { as, refusalOf, somebody, stranger } from '../identity/people'
import { fence, outsiders, published, recordOf, steward } from './stewards'

const wanted = (title: string) => ({
  title,
  description: 'Why it matters',
  modality: 'MR',
  organ: '',
  decidedOn: '2026-10-01',
})
const idea = {
  title: 'Knees',
  description: 'Knee MR with outcomes',
  clinicalNeed: 'Fewer operations',
  modality: '',
  organ: 'Knee',
}
const titles = async () => (await priorityList(stranger(), {})).open.map(({ title }) => title)

test('the list is added to, reordered, edited and ended, in one order whatever happens at once', async () => {
  const ctx = await steward()
  const before = await fence()
  const ids = await Promise.all(['A', 'B', 'C', 'D'].map((title) => addPriorityItem(ctx, wanted(title))))
  expect(ids.map(({ rank }) => rank).sort()).toEqual([1, 2, 3, 4])
  expect(await fence()).toBe(before + 4n)
  const { open } = await priorityList(stranger(), {})
  const [first, , third, last] = open
  if (!first || !third || !last) throw new Error('four items were added')
  await Promise.all([
    movePriorityItem(ctx, { itemId: last.id, expectedRevision: 1, rank: 1 }),
    movePriorityItem(ctx, { itemId: first.id, expectedRevision: 1, rank: 999 }),
  ])
  const moved = (await priorityList(stranger(), {})).open
  expect(moved.map(({ rank }) => rank)).toEqual([1, 2, 3, 4])
  expect(moved.at(-1)?.title).toBe(first.title)
  await editPriorityItem(ctx, { itemId: first.id, expectedRevision: 1, ...wanted('Renamed') })
  const stale = editPriorityItem(ctx, { itemId: first.id, expectedRevision: 1, ...wanted('Again') })
  expect((await refusalOf(stale)).code).toBe('catalogue.moved-on')
  await markPriorityItem(ctx, { itemId: first.id, expectedRevision: 2, state: 'collecting' })
  const twice = markPriorityItem(ctx, { itemId: first.id, expectedRevision: 2, state: 'wanted' })
  expect((await refusalOf(twice)).code).toBe('catalogue.moved-on')
  const late = movePriorityItem(ctx, { itemId: first.id, expectedRevision: 2, rank: 1 })
  expect((await refusalOf(late)).code).toBe('catalogue.moved-on')
  await published(recordOf('collected-one'))
  const close = { itemId: first.id, expectedRevision: 3, outcome: 'collected' }
  expect((await refusalOf(closePriorityItem(ctx, { ...close, datasetSlug: 'nowhere' }))).code).toBe(
    'catalogue.replacement-unknown',
  )
  await closePriorityItem(ctx, { ...close, datasetSlug: 'collected-one' })
  const { ended, open: left } = await priorityList(stranger(), {})
  expect(ended).toMatchObject([{ title: 'Renamed', state: 'collected', dataset: 'collected-one' }])
  expect(left.map(({ rank }) => rank)).toEqual([1, 2, 3])
  expect((await refusalOf(closePriorityItem(ctx, { ...close, outcome: 'dropped' }))).code).toBe(
    'catalogue.priority-closed',
  )
  const types = (await db().event.findMany({ where: { stream: `priority:${first.id}` }, orderBy: { seq: 'asc' } })).map(
    ({ type }) => type.replace('catalogue.priority-', ''),
  )
  expect(types).toEqual(['added', 'moved', 'edited', 'marked', 'closed'])
})

test('nobody but stewards keeps the list', async () => {
  const { id: itemId } = await addPriorityItem(await steward(), wanted('Guarded'))
  const one = { itemId, expectedRevision: 1 }
  for (const { ctx, code } of await outsiders()) {
    expect((await refusalOf(addPriorityItem(ctx, wanted('Mine')))).code).toBe(code)
    expect((await refusalOf(editPriorityItem(ctx, { ...one, ...wanted('Mine') }))).code).toBe(code)
    expect((await refusalOf(movePriorityItem(ctx, { ...one, rank: 1 }))).code).toBe(code)
    expect((await refusalOf(markPriorityItem(ctx, { ...one, state: 'collecting' }))).code).toBe(code)
    expect((await refusalOf(closePriorityItem(ctx, { ...one, outcome: 'dropped' }))).code).toBe(code)
  }
  expect(await titles()).toContain('Guarded')
})

/** Does the job of the latest event of this type, twice, as a worker that died would. */
async function react(task: string, type: string): Promise<void> {
  const event = await db().event.findFirstOrThrow({ where: { type }, orderBy: { id: 'desc' }, select: { id: true } })
  await tasks[task]?.({ eventId: event.id }, undefined as never)
  await tasks[task]?.({ eventId: event.id }, undefined as never)
}

test('a proposal is taken up onto the list, and who made it is told once', async () => {
  const ctx = await steward()
  const person = await somebody({ name: 'Pia Proposer' })
  const { id } = await proposeCollection(as(person), idea)
  expect((await ownProposals(as(person), {})).items).toMatchObject([
    { id, state: 'proposed', organ: ['Knee'], modality: [] },
  ])
  expect((await ownProposals(as(await somebody()), {})).items).toEqual([])
  const decide = { proposalId: id, expectedRevision: 1, decision: 'take-up', reason: 'The council agrees' }
  await decideProposal(ctx, decide)
  expect(await titles()).toContain('Knees')
  expect((await refusalOf(decideProposal(ctx, decide))).code).toBe('catalogue.proposal-decided')
  expect((await ownProposals(as(person), {})).items).toMatchObject([
    { state: 'taken-up', reason: 'The council agrees' },
  ])
  await react('react.mail-proposal-decision', 'catalogue.proposal-taken-up')
  const mails = await db().mail.findMany({ where: { recipientId: person.id } })
  expect(mails).toHaveLength(1)
  expect(mails[0]?.text).toContain('The council agrees')
  expect(JSON.stringify(await db().event.findMany({ where: { subjectId: id } }))).not.toContain('council agrees')
})

test('a proposal is declined with a reason; exactly one of many answers counts', async () => {
  const ctx = await steward()
  const person = await somebody()
  const { id } = await proposeCollection(as(person), { ...idea, title: 'Elbows' })
  const decline = { proposalId: id, expectedRevision: 1, decision: 'decline', reason: 'Too few of them' }
  expect((await refusalOf(decideProposal(ctx, { ...decline, reason: '' }))).code).toBe('platform.invalid')
  const settled = await Promise.allSettled(Array.from({ length: 6 }, () => decideProposal(ctx, decline)))
  expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(await titles()).not.toContain('Elbows')
})

test('a visitor proposes nothing, a steward does not decide their own, outsiders decide nothing', async () => {
  expect((await refusalOf(proposeCollection(stranger(), idea))).code).toBe('platform.not-signed-in')
  const own = await steward()
  const { id } = await proposeCollection(own, idea)
  const decide = { proposalId: id, expectedRevision: 1, decision: 'decline', reason: 'No thank you' }
  expect((await refusalOf(decideProposal(own, decide))).code).toBe('catalogue.own-proposal')
  const { items } = await proposalsForStewards(own, {})
  expect(items.find((item) => item.id === id)?.mayDecide).toBe(false)
  for (const { ctx, code } of await outsiders()) {
    expect((await refusalOf(decideProposal(ctx, decide))).code).toBe(code)
    const unknown = { ...decide, proposalId: '01900000-0000-7000-8000-999999999999' }
    expect((await refusalOf(decideProposal(ctx, unknown))).code).toBe(code)
  }
})

test('a person has at most ten proposals waiting, however fast they come', async () => {
  const ctx = as(await somebody())
  const settled = await Promise.allSettled(Array.from({ length: 14 }, () => proposeCollection(ctx, idea)))
  expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(10)
})
