import { expect, test } from 'vitest'
import { chanceOf } from '../../concurrency/chance'
import type { Attempt, Operation } from '../../concurrency/history'
import { type Kill, Killing, planKills } from '../../concurrency/kills'

test('the same seed plans the same kills, as many as wanted, while operations remain', () => {
  for (const seed of [1, 2, 3, 4, 5]) {
    const plan = planKills(chanceOf(seed), { portals: 5, database: 5 }, 20_000, 2)
    expect(plan).toEqual(planKills(chanceOf(seed), { portals: 5, database: 5 }, 20_000, 2))
    expect(plan.filter(({ what }) => what === 'database')).toHaveLength(5)
    expect(plan).toHaveLength(10)
    expect(plan.map(({ at }) => at)).toEqual(plan.map(({ at }) => at).toSorted((a, b) => a - b))
    expect(plan.at(-1)?.at).toBeLessThan(20_000)
  }
})

test('chance is fair enough, and repeats itself by its seed', () => {
  const draws = (seed: number) =>
    Array.from({ length: 4000 }, (_, i) => chanceOf(seed, i).weighted({ a: 3, b: 1, c: 0 }))
  expect(draws(7)).toEqual(draws(7))
  const share = draws(7).filter((name) => name === 'a').length / 4000
  expect(share).toBeGreaterThan(0.7)
  expect(share).toBeLessThan(0.8)
  expect(draws(7)).not.toContain('c')
  expect(new Set(chanceOf(1).some(3, ['x', 'y', 'z']))).toEqual(new Set(['x', 'y', 'z']))
})

const write = { method: 'POST' } as Operation
const attempt = (portal: number, sent: number): Attempt => ({
  requestId: 'r',
  portal,
  sent,
  answered: sent + 5,
  answer: { status: 409, said: {} },
  fault: null,
})

test('a kill is over when what was killed is up and has answered a write that was sent after it', async () => {
  const told: Kill[] = []
  const stage = { killPortal: async () => 7, killDatabase: async () => 9 }
  const killing = new Killing(stage, [{ what: 'portal', portal: 1, at: 10 }], (kill) => told.push(kill))
  expect(killing.isOver()).toBe(false)
  killing.noteAttempt(write, attempt(0, performance.now()), 10)
  await killing.settled()
  killing.noteAttempt(write, attempt(1, 0), 11) // sent before the kill
  killing.noteAttempt(write, attempt(0, performance.now()), 12) // by the other portal
  expect(killing.isOver()).toBe(false)
  killing.noteAttempt(write, attempt(1, performance.now()), 13)
  expect(killing.isOver()).toBe(true)
  expect(told).toMatchObject([{ what: 'portal', portal: 1, after: 10, ready: 7 }])
})

test('what does not come back ends the run, with its reason', async () => {
  const stage = { killPortal: () => Promise.reject(new Error('gone for good')), killDatabase: async () => 9 }
  const killing = new Killing(stage, [{ what: 'portal', portal: 0, at: 1 }], () => {})
  killing.noteAttempt(write, attempt(0, performance.now()), 1)
  await expect(killing.settled()).rejects.toThrow('gone for good')
  expect(killing.isOver()).toBe(true)
})
