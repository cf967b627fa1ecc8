import { expect, test } from 'vitest'
import { actOnMany } from '@/lib/access/commands/bulk'
import { assignExternalId } from '@/lib/access/commands/handling'
import { removeFilter, saveFilter } from '@/lib/access/commands/keep-filters'
import { requestReview } from '@/lib/access/commands/reviews'
import { editWorkflow } from '@/lib/access/commands/workflows'
import { requestQueue } from '@/lib/access/queries/queue'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { as, later, noon, somebody } from '../identity/people'
import { approved, codeOf, reason, rowOf, stateOf, submitted, world } from './requests'

const day = 86_400_000
const idsOf = ({ items }: { items: readonly { id: string }[] }) => items.map(({ id }) => id)

test('the queue shows what waits, and what is over to who asks for it', async () => {
  const w = await world()
  const [one, done] = [await submitted(w), await approved(w, later(1000))]
  const ask = async (wish: object) => idsOf(await requestQueue(as(w.handler), wish))
  expect(await ask({})).toEqual([one])
  expect(await ask({ show: 'all' })).toEqual([one, done])
  expect(await ask({ show: 'all', order: 'latest' })).toEqual([done, one])
  expect(await ask({ state: 'approved' })).toEqual([done])
  expect(await ask({ state: ['approved', 'submitted'] })).toEqual([one, done])
  expect(await ask({ turn: 'nobody' })).toEqual([done])
  expect(await ask({ mine: 'true' })).toEqual([one])
})

test('words find a request by its id, its name, its other id and its applicant, with nothing of theirs a pattern', async () => {
  const w = await world()
  const one = await submitted(w)
  await assignExternalId(as(w.handler), { request: one, externalId: 'LiU_2026-77' })
  const { reference } = await rowOf(one)
  const ask = async (q: string) => idsOf(await requestQueue(as(w.handler), { q }))
  for (const words of [reference, 'nodes', 'GRADING nod', 'petra', 'liu_2026']) expect(await ask(words)).toEqual([one])
  for (const words of ['nodes elsewhere', '%', 'l_U', 'liu%77']) expect(await ask(words)).toEqual([])
  expect(await codeOf(requestQueue(as(w.handler), { q: '811218-9876' }))).toBe('platform.invalid')
})

test('a workflow, a dataset, a day and lateness narrow it down', async () => {
  const w = await world()
  const now = new Date()
  const one = await submitted(w, now)
  const at = new Date(now.getTime() + 20 * day)
  const ask = async (wish: object, when = now) => idsOf(await requestQueue(as(w.handler, when), wish))
  expect(await ask({ workflow: w.workflow })).toEqual([one])
  expect(await ask({ workflow: newId() })).toEqual([])
  expect(await ask({ dataset: w.slugs[0] })).toEqual([one])
  expect(await ask({ dataset: 'elsewhere' })).toEqual([])
  expect(await ask({ waitingSince: now.toISOString().slice(0, 10) })).toEqual([one])
  expect(await ask({ waitingSince: new Date(now.getTime() - 2 * day).toISOString().slice(0, 10) })).toEqual([])
  expect(await ask({ overdue: true })).toEqual([])
  expect(await ask({ overdue: true }, at)).toEqual([one])
  await requestReview(as(w.handler, now), { request: one })
  const [row] = (await requestQueue(as(w.handler, now), {})).items
  expect(row?.dueAt).toEqual(new Date(now.getTime() + 7 * day))
})

test('a workflow says how long its handlers may take', async () => {
  const w = await world()
  const now = new Date()
  const { name, revision } = await db().accessWorkflow.findUniqueOrThrow({ where: { id: w.workflow } })
  const rule = { decidedBy: 'handler', rule: 'one', quorum: 1, decisionDays: 7, reviewDays: 7, onDeadline: 'remind' }
  const wish = { ...rule, workflow: w.workflow, name, datasets: w.slugs, expectedRevision: revision }
  expect(await codeOf(editWorkflow(w.admin, { ...wish, handlingDays: 0 }))).toBe('platform.invalid')
  await editWorkflow(w.admin, { ...wish, handlingDays: 3 })
  await submitted(w, now)
  const [row] = (await requestQueue(as(w.handler, now), {})).items
  expect(row?.dueAt).toEqual(new Date(now.getTime() + 3 * day))
})

test('pages follow each other without a gap, and what is counted is what the reader sees', async () => {
  const [w, other] = [await world(), await world()]
  const made = [await submitted(w, later(0)), await submitted(w, later(1000)), await submitted(w, later(2000))]
  await submitted(other)
  const seen: string[] = []
  let cursor: string | undefined
  do {
    const page = await requestQueue(as(w.handler), { limit: 1, cursor })
    expect(page.facets).toMatchObject({ total: 3, mine: 3, turn: { handler: 3 }, state: { submitted: 3 } })
    seen.push(...idsOf(page))
    cursor = page.next ?? undefined
  } while (cursor)
  expect(seen).toEqual(made)
  expect((await requestQueue(as(w.handler), { facets: 'false' })).facets).toBeNull()
  const strange = await requestQueue(as(await somebody()), { show: 'all' })
  expect(strange).toMatchObject({ items: [], workflows: [], facets: { total: 0, state: {} } })
  const all = await requestQueue(w.admin, { show: 'all', workflow: w.workflow })
  expect(all.facets?.total).toBe(3)
})

test('somebody keeps filters under names, for themself', async () => {
  const w = await world()
  const wish = { name: 'Mine and late', query: '?overdue=true&mine=true&unknown=1&order=longest' }
  const { id, query } = await saveFilter(as(w.handler), wish)
  expect(query).toBe('mine=true&overdue=true')
  expect(await codeOf(saveFilter(as(w.handler), wish))).toBe('access.filter-name-taken')
  expect(await codeOf(saveFilter(as(w.handler), { name: 'x', query: 'state=strange' }))).toBe('platform.invalid')
  expect((await requestQueue(as(w.handler), {})).filters).toEqual([{ id, name: 'Mine and late', query }])
  expect((await requestQueue(as(w.reviewer), {})).filters).toEqual([])
  expect(await codeOf(removeFilter(as(w.reviewer), { filter: id }))).toBe('platform.not-found')
  await removeFilter(as(w.handler), { filter: id })
  expect((await requestQueue(as(w.handler), {})).filters).toEqual([])
  const rest = Array.from({ length: 30 }, (_, n) => ({
    id: newId(),
    personId: w.handler.id,
    name: `Filter ${n}`,
    query: '',
    createdAt: noon,
  }))
  await db().accessSavedFilter.createMany({ data: rest })
  expect(await codeOf(saveFilter(as(w.handler), wish))).toBe('access.too-many-filters')
})

test('one verb is done with many requests, each on its own, and every outcome is told', async () => {
  const [w, other] = [await world(), await world()]
  const [one, done, theirs] = [await submitted(w), await approved(w), await submitted(other)]
  const wish = { verb: 'reject', ground: 'no-scientist', reason: 'Nobody competent' }
  const ctx = { ...as(w.handler), idempotencyKey: `many-${newId()}` }
  const outcomes = await actOnMany(ctx, { ...wish, requests: [theirs, one, done, one] })
  expect(outcomes).toMatchObject([
    { request: theirs, done: false, refusal: { code: 'platform.not-found' } },
    { request: one, done: true, state: 'rejected' },
    { request: done, done: false, refusal: { code: 'access.not-in-this-state' } },
  ])
  expect(await stateOf(one)).toBe('rejected')
  expect(await stateOf(theirs)).toBe('submitted')
  // A repetition with the same key repeats what was done.
  expect((await actOnMany(ctx, { ...wish, requests: [one] }))[0]).toMatchObject({ done: true, state: 'rejected' })
  const reopened = await actOnMany(as(w.handler), { verb: 'reopen', reason, requests: one })
  expect(reopened).toMatchObject([{ done: true, state: 'submitted' }])
  const wrong = actOnMany(as(w.handler), { verb: 'return', requests: [one], reason: '' })
  expect(await codeOf(wrong)).toBe('platform.invalid')
  expect(await codeOf(actOnMany(as(w.handler), { verb: 'remark', text: 'x', requests: [] }))).toBe('platform.invalid')
  expect(await codeOf(actOnMany(as(w.reviewer), { verb: 'remark', text: 'x', requests: [one] }))).toBe(
    'platform.not-found',
  )
})
