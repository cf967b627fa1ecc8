import { expect, test } from 'vitest'
import { approveDatasets, rejectDatasets } from '@/lib/access/commands/decisions'
import { requestDecision } from '@/lib/access/commands/rounds'
import { withdrawRequest } from '@/lib/access/commands/submission'
import { requestStatistics } from '@/lib/access/queries/statistics'
import { newId } from '@/lib/platform/id'
import { steward } from '../catalogue/stewards'
import { as, noon, somebody } from '../identity/people'
import { codeOf, submitted, until, world } from './requests'

const day = 86_400_000
const at = (days: number) => new Date(noon.getTime() + days * day)

test('figures tell how long it took and what came of it, of what a handler handles and of everything to stewards', async () => {
  const [w, other] = [await world(), await world()]
  const one = await submitted(w, at(0))
  await approveDatasets(as(w.handler, at(4)), { request: one, datasets: w.slugs, until })
  const two = await submitted(w, at(0))
  const no = { ground: 'no-scientist', reason: 'Nobody competent' }
  await rejectDatasets(as(w.handler, at(8)), { request: two, ...no })
  const three = await submitted(w, at(0))
  await requestDecision(as(w.handler, at(1)), { request: three })
  await withdrawRequest(as(w.petra, at(3)), { request: three })
  const theirs = await submitted(other, at(0))
  await approveDatasets(as(other.handler, at(100)), { request: theirs, datasets: other.slugs, until })
  const now = at(20)
  const seen = await requestStatistics(as(w.handler, now), { months: 3 })
  expect(seen.decision).toEqual({ n: 2, median: 6, p90: 7.6 })
  expect(seen.steps).toEqual([
    { turn: 'handler', n: 3, median: 4, p90: 7.2 },
    { turn: 'deciders', n: 1, median: 2, p90: 2 },
  ])
  expect(seen.outcomes).toEqual({ approved: 1, rejected: 1, withdrawn: 1, closed: 0, revoked: 0 })
  expect(seen.grounds).toEqual([{ ground: 'no-scientist', n: 1 }])
  expect(seen.workflows).toMatchObject([{ id: w.workflow, approved: 1, rejected: 1, median: 6 }])
  expect(seen.months).toHaveLength(3)
  expect(seen.months.reduce((sum, { submitted: n }) => sum + n, 0)).toBe(3)
  expect(seen.choices.map(({ id }) => id)).toEqual([w.workflow])
  expect(await codeOf(requestStatistics(as(w.handler, now), { workflow: other.workflow }))).toBe('platform.not-found')
  const keeper = { ...(await steward()), now }
  const all = await requestStatistics(keeper, { workflow: w.workflow })
  expect(all.decision).toEqual(seen.decision)
  expect((await requestStatistics(keeper, {})).choices.length).toBeGreaterThan(2)
  expect(await codeOf(requestStatistics(keeper, { workflow: newId() }))).toBe('platform.not-found')
  expect(await codeOf(requestStatistics(as(w.reviewer, now), {}))).toBe('platform.not-found')
  expect(await codeOf(requestStatistics(as(await somebody(), now), {}))).toBe('platform.not-found')
})

test('where nothing happened the figures say so', async () => {
  const w = await world()
  const seen = await requestStatistics(as(w.handler), { months: 3 })
  expect(seen).toMatchObject({ decision: null, steps: [], grounds: [], workflows: [] })
  expect(seen.months.every(({ submitted: n, median }) => n === 0 && median === null)).toBe(true)
})
