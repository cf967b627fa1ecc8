import fc from 'fast-check'
import { expect, it, test } from 'vitest'
import { dueAt, isToTell, reminderDays, remindersAhead } from './reminders'

const day = 86_400_000
const end = new Date('2027-11-23T00:00:00Z')
const before = (days: number) => new Date(end.getTime() - days * day)
const inForce = { state: 'countersigned', validUntil: end, told: [], carriedUntil: null }

test('only what lies ahead is scheduled', () => {
  expect(remindersAhead(end, before(100)).map(({ days }) => days)).toEqual([90, 30, 7, 0])
  expect(remindersAhead(end, before(90)).map(({ days }) => days)).toEqual([30, 7, 0])
  expect(remindersAhead(end, before(-1))).toEqual([])
})

test.each([
  ['in time', inForce, 30, 30, true],
  ['too early', inForce, 30, 31, false],
  ['late, with a nearer one due', inForce, 30, 6, false],
  ['told already', { ...inForce, told: [30] }, 30, 30, false],
  ['a nearer one told already', { ...inForce, told: [7] }, 30, 8, false],
  ['terminated', { ...inForce, state: 'terminated' }, 30, 30, false],
  ['another carries on', { ...inForce, carriedUntil: before(-300) }, 0, 0, false],
  ['another ends no later', { ...inForce, carriedUntil: before(3) }, 0, 0, true],
] as const)('%s', (_, document, days, now, tells) => expect(isToTell(document, days, before(now))).toBe(tells))

it('tells each at most once and one at a time, whenever and however often the clock asks', () => {
  const asks = fc.array(fc.tuple(fc.integer({ min: -20, max: 120 }), fc.constantFrom(...reminderDays)), {
    maxLength: 40,
  })
  fc.assert(
    fc.property(asks, (all) => {
      const told: number[] = []
      for (const [daysBefore, days] of all.toSorted(([a], [b]) => b - a)) {
        if (!isToTell({ ...inForce, told }, days, before(daysBefore))) continue
        expect(before(daysBefore) >= dueAt(end, days)).toBe(true)
        told.push(days)
      }
      expect(told).toEqual([...new Set(told)].toSorted((a, b) => b - a))
    }),
  )
})
