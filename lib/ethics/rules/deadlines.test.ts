import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import {
  type DeadlineKind,
  deadlinesOf,
  dueAt,
  type ReminderDay,
  reminderDays,
  remindersAhead,
  toRemind,
} from './deadlines'
import type { Effective } from './status'

const whole: Effective = {
  status: 'valid',
  inForceFrom: '2024-02-01',
  startedOn: null,
  endsOn: '2029-12-31',
  datasetIds: [],
  conditions: [],
  amendedBy: [],
}
const at = (day: string) => new Date(`${day}T12:00:00Z`)

describe('deadlines', () => {
  test('the start and the end, each with the days that are left', () =>
    expect(deadlinesOf(whole, at('2026-01-31'))).toEqual([
      { kind: 'start', lastDay: '2026-02-01', daysLeft: 2 },
      { kind: 'end', lastDay: '2029-12-31', daysLeft: 1431 },
    ]))
  test('no start once it has begun, no end where none is named', () =>
    expect(deadlinesOf({ ...whole, startedOn: '2024-03-01', endsOn: null }, at('2026-01-31'))).toEqual([]))
  test('none to start before legal force is known', () =>
    expect(deadlinesOf({ ...whole, inForceFrom: null, endsOn: null }, at('2026-01-31'))).toEqual([]))
  test('one that has passed has no days left', () =>
    expect(deadlinesOf({ ...whole, endsOn: null }, at('2026-02-02'))).toEqual([
      { kind: 'start', lastDay: '2026-02-01', daysLeft: 0 },
    ]))
  test('only what lies ahead is scheduled', () => {
    const start = deadlinesOf({ ...whole, endsOn: null }, at('2026-01-10'))
    expect(remindersAhead(start, at('2026-01-10')).map(({ days }) => days)).toEqual([7, 0])
  })
})

const lapsed: Effective = { ...whole, status: 'lapsed' }
test.each<[string, Effective, DeadlineKind, ReminderDay, number[], string, boolean]>([
  ['in time', whole, 'start', 30, [], '2026-01-04', true],
  ['too early', whole, 'start', 30, [], '2026-01-02', false],
  ['told already', whole, 'start', 30, [30], '2026-01-04', false],
  ['a nearer one is due', whole, 'start', 30, [], '2026-01-28', false],
  ['it has lapsed', lapsed, 'start', 0, [], '2026-02-02', true],
  ['it has ended for another reason', { ...whole, status: 'withdrawn' }, 'start', 0, [], '2026-02-02', false],
  ['it was withdrawn', { ...whole, status: 'withdrawn' }, 'start', 30, [], '2026-01-04', false],
  ['it has started since', { ...whole, startedOn: '2026-01-01' }, 'start', 7, [], '2026-01-28', false],
])('%s', (_, effective, kind, days, told, now, tells) =>
  expect(toRemind({ effective, kind, days, told }, at(now)) !== null).toBe(tells),
)

it('tells each at most once and one at a time, whenever and however often the clock asks', () => {
  const asks = fc.array(fc.tuple(fc.integer({ min: -20, max: 120 }), fc.constantFrom(...reminderDays)), {
    maxLength: 40,
  })
  fc.assert(
    fc.property(asks, (all) => {
      const told: number[] = []
      for (const [before, days] of all.toSorted(([a], [b]) => b - a)) {
        const now = new Date(dueAt('2026-02-01', 0).getTime() - before * 86_400_000)
        const effective = before <= 0 ? lapsed : whole
        if (toRemind({ effective, kind: 'start', days, told }, now) === null) continue
        expect(now >= dueAt('2026-02-01', days)).toBe(true)
        told.push(days)
      }
      expect(told).toEqual([...new Set(told)].toSorted((a, b) => b - a))
    }),
  )
})
