import { expect, test } from 'vitest'
import { askedWeek } from './asked-week'

test.each([
  ['2026-W53', '2026-12-28'],
  [' 2026-w53 ', '2026-12-28'],
  ['2026-12-28', '2026-12-28'],
  ['2027-01-03', '2026-12-28'],
  ['53', '2026-12-28'],
  ['v. 1', '2027-01-04'],
  ['w45', '2026-11-02'],
  ['W44', '2026-10-26'],
  ['W43', '2027-10-25'],
  ['2025-W53', null],
  ['2026-02-30', null],
  ['54', null],
  ['soon', null],
  ['', null],
])('%s is %s in week 48 of 2026', (typed, week) => {
  expect(askedWeek(typed, '2026-11-23')).toBe(week)
})
