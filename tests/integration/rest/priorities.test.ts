import { expect, test } from 'vitest'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { published, recordOf } from '../catalogue/stewards'
import { later, noon, somebody } from '../identity/people'
import { anyone, outsiders, type Program, programOf, refusal, stewardProgram } from './program'

const list = '/api/v1/priorities'
const wanted = { title: 'Knees', description: 'Knee MR with outcomes', modality: 'MR', organ: 'Knee' }
const priority = { ...wanted, decidedOn: '2026-11-02' }
const idea = { ...wanted, clinicalNeed: 'Fewer operations' }
const titles = async () => (await anyone('GET', list)).said.open.map(({ title }: { title: string }) => title)
const add = async (program: Program, title: string): Promise<string> =>
  (await program('POST', list, { body: { ...priority, title } })).said.id

test('the list is kept by programs: added to, reordered, edited, marked and ended', async () => {
  const program = await stewardProgram()
  await add(program, 'First')
  const id = await add(program, 'Second')
  const on = (verb: string, expectedRevision: number, body: object) =>
    program('POST', `${list}/${id}/${verb}`, { body: { expectedRevision, ...body } })
  expect((await on('move', 1, { rank: 1 })).said).toEqual({ id, rank: 1 })
  expect(await titles()).toEqual(['Second', 'First'])
  const edited = await program('PUT', `${list}/${id}`, { body: { ...priority, title: 'Hips', expectedRevision: 1 } })
  expect(edited.said).toEqual({ id, revision: 2 })
  const stale = await on('mark', 1, { state: 'collecting' })
  expect([...refusal(stale), stale.said.details]).toEqual([409, 'catalogue.moved-on', { expected: 1, revision: 2 }])
  expect((await on('mark', 2, { state: 'collecting' })).said).toEqual({ id, state: 'collecting', revision: 3 })
  await published(recordOf('hips'))
  expect((await on('close', 3, { outcome: 'collected', datasetSlug: 'hips' })).said).toEqual({ id, state: 'collected' })
  expect(refusal(await on('move', 4, { rank: 1 }))).toEqual([409, 'catalogue.priority-closed'])
  const { said } = await anyone('GET', list)
  expect(said).toMatchObject({
    decidedOn: '2026-11-02',
    open: [{ title: 'First', rank: 1, decidedOn: '2026-11-02', closedAt: null }],
    ended: [{ title: 'Hips', state: 'collected', dataset: 'hips' }],
  })
})

test('a proposal goes from a program to the stewards, is taken up, and its proposer reads why', async () => {
  const [program, proposer] = [await stewardProgram(), await programOf(await somebody({ name: 'Pia Proposer' }))]
  const made = await proposer('POST', '/api/v1/proposals', { body: { ...idea, title: 'Elbows' } })
  expect(made.status).toBe(201)
  const { id } = made.said
  const { items } = (await program('GET', '/api/v1/proposals')).said
  expect(items.find((item: { id: string }) => item.id === id)).toMatchObject({
    by: 'Pia Proposer',
    state: 'proposed',
    mayDecide: true,
  })
  const body = { expectedRevision: 1, reason: 'The council agrees' }
  const taken = await program('POST', `/api/v1/proposals/${id}/take-up`, { body })
  expect(taken.said).toMatchObject({ id, state: 'taken-up' })
  expect(await titles()).toContain('Elbows')
  const again = await program('POST', `/api/v1/proposals/${id}/decline`, { body })
  expect(refusal(again)).toEqual([409, 'catalogue.proposal-decided'])
  const own = (await proposer('GET', '/api/v1/me/proposals')).said.items
  expect(own).toMatchObject([{ id, state: 'taken-up', reason: 'The council agrees' }])
  const other = await programOf(await somebody())
  expect((await other('GET', '/api/v1/me/proposals')).said.items).toEqual([])
})

test('a proposal is declined with a reason, not without one, and by nobody who made it', async () => {
  const [program, own] = [await stewardProgram(), await stewardProgram()]
  const { id } = (await own('POST', '/api/v1/proposals', { body: { ...idea, title: 'Declined' } })).said
  const decline = (by: Program, reason: string) =>
    by('POST', `/api/v1/proposals/${id}/decline`, { body: { expectedRevision: 1, reason } })
  const mute = await decline(program, '')
  expect([...refusal(mute), mute.said.errors[0].pointer]).toEqual([422, 'platform.invalid', '#/reason'])
  expect(refusal(await decline(own, 'I changed my mind'))).toEqual([403, 'catalogue.own-proposal'])
  for (const { who, program, status, code } of await outsiders())
    expect([who, ...refusal(await decline(program, 'We do not like it'))]).toEqual([who, status, code])
  expect((await decline(program, 'Too few of them')).said).toEqual({ id, state: 'declined', priorityId: null })
  expect(await titles()).not.toContain('Declined')
})

test('proposals are read to their end by cursor: what waits first, then what was decided, each once', async () => {
  const person = await somebody()
  const rowOf = (state: string, decidedAt: Date | null) => ({
    ...{ id: newId(), proposerId: person.id, title: 'Idea', description: 'As before', modality: [], organ: [] },
    ...{ state, decidedAt, createdAt: noon },
  })
  const waiting = Array.from({ length: 115 }, () => rowOf('proposed', null))
  // Ten at a time were decided at the same moment.
  const decided = Array.from({ length: 115 }, (_, i) => rowOf('declined', later(Math.floor(i / 10))))
  await db().collectionProposal.createMany({ data: [...decided, ...waiting] })
  const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1)
  const latest = decided.toSorted((a, b) => Number(b.decidedAt) - Number(a.decidedAt) || byId(a, b))
  const program = await programOf(person)
  const ids: string[] = []
  let cursor: string | null = ''
  for (let pages = 0; cursor !== null && pages < 9; pages++) {
    const { said } = await program('GET', `/api/v1/me/proposals${cursor && `?cursor=${cursor}`}`)
    ids.push(...said.items.map(({ id }: { id: string }) => id))
    cursor = said.nextCursor
  }
  expect(ids).toEqual([...waiting.toSorted(byId), ...latest].map(({ id }) => id))
})
