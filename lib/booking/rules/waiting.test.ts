import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ActingFor } from './acting'
import type { Cell } from './cell'
import { firstAffordable, handOn, holdUntil, judgeJoin } from './waiting'
import { addWeeks, endOf, startOf } from './weeks'

const now = new Date('2026-11-23T12:00:00Z')
const day = 86_400_000
const later = (ms: number): Date => new Date(now.getTime() + ms)
const cellIn = (ahead: number, changes: Partial<Cell> = {}): Cell => {
  const week = addWeeks('2026-11-23', ahead)
  const period = { startsAt: startOf(week), endsAt: endOf(week) }
  return {
    slot: 'a',
    week,
    machineId: 'm',
    gpus: 4,
    ...period,
    closureId: null,
    booked: null,
    hold: null,
    waiting: [],
    ...changes,
  }
}
const waiter = (projectId: string) => ({ placeId: `place of ${projectId}`, projectId, personId: 'x' })
const spending = (budget: number, used = 0, changes: object = {}) => ({
  budget,
  used,
  state: 'active' as const,
  startsAt: later(-99 * day),
  endsAt: later(999 * day),
  ...changes,
})

describe('the hold goes to', () => {
  const queue = ['a', 'b', 'c'].map(waiter)
  test.each([
    ['the first', [spending(4), spending(4), spending(4)], 1, 'a'],
    ['the first who can afford it', [spending(3), spending(8, 5), spending(4)], 1, 'c'],
    ['nobody where none can', [spending(3), spending(3), spending(3)], 1, null],
    ['not to an ended project', [spending(4, 0, { state: 'ended' }), spending(4), spending(4)], 1, 'b'],
    ['not to one that does not last', [spending(4, 0, { endsAt: later(3 * day) }), spending(4), spending(4)], 1, 'b'],
    ['nobody once the week has begun', [spending(4), spending(4), spending(4)], 0, null],
  ] as const)('%s', (_, [a, b, c], ahead, expected) => {
    const projects = new Map(Object.entries({ a, b, c }))
    expect(firstAffordable(cellIn(ahead), queue, projects, now)?.projectId ?? null).toBe(expected)
  })
})

test('a hold is kept for a day, or until the week begins', () => {
  expect(holdUntil(cellIn(2), now)).toEqual(later(day))
  const { startsAt } = cellIn(1)
  expect(holdUntil({ startsAt }, new Date(startsAt.getTime() - 5))).toEqual(startsAt)
})

test('holds that are made together never take a project over, and each goes to the first who could have it then', () => {
  const names = ['a', 'b', 'c']
  const queue = fc.shuffledSubarray(names)
  fc.assert(
    fc.property(
      fc.array(queue, { maxLength: 6 }),
      fc.array(fc.nat(16), { minLength: 3, maxLength: 3 }),
      (queues, budgets) => {
        const projects = new Map(names.map((name, n) => [name, spending(budgets[n] ?? 0)]))
        const freed = queues.map((names_, n) => ({ cell: cellIn(n + 1), waiters: names_.map(waiter) }))
        const handed = handOn(freed, projects, now)
        for (const [name, { budget }] of projects) {
          const cost = handed.filter(({ to }) => to.projectId === name).length * 4
          expect(cost).toBeLessThanOrEqual(budget)
        }
        const used = new Map(names.map((name) => [name, 0]))
        for (const { cell, waiters } of freed) {
          const first = waiters.find(
            ({ projectId }) => (used.get(projectId) ?? 0) + 4 <= (projects.get(projectId)?.budget ?? 0),
          )
          expect(handed.find((one) => one.cell === cell)?.to.projectId).toBe(first?.projectId)
          if (first) used.set(first.projectId, (used.get(first.projectId) ?? 0) + 4)
        }
      },
    ),
  )
})

const project: ActingFor = {
  id: 'me',
  slug: 'me',
  state: 'active',
  startsAt: later(-99 * day),
  endsAt: later(999 * day),
  membersConfirmedAt: now,
  missing: [],
}
const booked = { id: 'b', bookingId: 'k', projectId: 'they', state: 'booked', countsUntil: later(day) }

test.each([
  ['for what somebody else has', cellIn(2, { booked }), null],
  ['behind others', cellIn(2, { booked, waiting: [{ id: 'p', projectId: 'you', personId: 'x' }] }), null],
  ['not for what is free', cellIn(2), 'booking.is-free'],
  ['not for what one has', cellIn(2, { booked: { ...booked, projectId: 'me' } }), 'booking.yours-already'],
  ['for what another has cancelled', cellIn(2, { booked: { ...booked, state: 'cancelled' } }), null],
  [
    'not for what one has just cancelled oneself',
    cellIn(2, { booked: { ...booked, projectId: 'me', state: 'cancelled' } }),
    'booking.yours-already',
  ],
  ['not twice', cellIn(2, { booked, waiting: [{ id: 'p', projectId: 'me', personId: 'x' }] }), 'booking.waits-already'],
  ['not for a closed week', cellIn(2, { closureId: 'c' }), 'booking.closed'],
  ['not for one that has begun', cellIn(0, { booked }), 'booking.week-begun'],
  ['not for one beyond the project', cellIn(200, { booked }), 'booking.outside-project'],
  ['not for one that there is not', null, 'booking.no-such-week'],
] as const)('one waits %s', (_, cell, code) => {
  expect(judgeJoin('2026-12-07', cell, project, now)?.code ?? null).toBe(code)
})
