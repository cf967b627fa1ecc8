import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addWeeks, endOf, isoNameOf, isWeek, startOf, weekNamed, weekOf, weeksBetween } from './weeks'

const hour = 3_600_000
const hours = (week: string) => (endOf(week).getTime() - startOf(week).getTime()) / hour

describe('a week runs from Monday 09:00 to Monday 09:00 in Stockholm', () => {
  test.each([
    ['in winter', '2026-11-23', '2026-11-23T08:00:00.000Z', 168],
    ['in summer', '2026-07-06', '2026-07-06T07:00:00.000Z', 168],
    ['over the spring change', '2026-03-23', '2026-03-23T08:00:00.000Z', 167],
    ['over the autumn change', '2026-10-19', '2026-10-19T07:00:00.000Z', 169],
    ['over the turn of a year', '2026-12-28', '2026-12-28T08:00:00.000Z', 168],
  ])('%s', (_, week, start, length) => {
    expect(startOf(week).toISOString()).toBe(start)
    expect(hours(week)).toBe(length)
    expect(weekOf(startOf(week))).toBe(week)
    expect(weekOf(new Date(startOf(week).getTime() - 1))).toBe(addWeeks(week, -1))
  })
})

test.each([
  ['2026-11-23', '2026-W48'],
  ['2026-12-28', '2026-W53'],
  ['2027-01-04', '2027-W01'],
  ['2024-12-30', '2025-W01'],
  ['2020-12-28', '2020-W53'],
])('%s is %s', (week, name) => {
  expect(isoNameOf(week)).toBe(name)
  expect(weekNamed(name)).toBe(week)
})

test.each(['2025-W53', '2026-W00', '2026-W54', '2026-48', 'W48', ''])('%s names no week', (name) =>
  expect(weekNamed(name)).toBeNull(),
)
test.each(['2026-11-24', '2026-02-30', '2026-11-23T00:00', 'Monday'])('%s is no Monday', (text) =>
  expect(isWeek(text)).toBe(false),
)

const anyWeek = fc.integer({ min: -1500, max: 3000 }).map((n) => addWeeks('2026-01-05', n))

test('weeks tile the time: each instant is in exactly one, and each ends where the next begins', () => {
  fc.assert(
    fc.property(anyWeek, fc.integer({ min: 0, max: 169 * hour - 1 }), (week, into) => {
      expect(isWeek(week)).toBe(true)
      expect(endOf(week)).toEqual(startOf(addWeeks(week, 1)))
      expect([167, 168, 169]).toContain(hours(week))
      const instant = new Date(startOf(week).getTime() + into)
      expect(weekOf(instant)).toBe(instant < endOf(week) ? week : addWeeks(week, 1))
    }),
  )
})

test('names and weeks lead to each other, and sort alike', () => {
  fc.assert(
    fc.property(anyWeek, anyWeek, (a, b) => {
      expect(weekNamed(isoNameOf(a))).toBe(a)
      expect(isoNameOf(a) < isoNameOf(b)).toBe(a < b)
      expect(addWeeks(a, weeksBetween(a, b))).toBe(b)
    }),
  )
})
