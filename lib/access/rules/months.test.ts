import { describe, expect, test } from 'vitest'
import { monthNames, startOfMonths } from './months'

const now = new Date('2027-02-28T23:59:59Z')

describe('months', () => {
  test.each([
    [1, '2027-02-01T00:00:00.000Z'],
    [3, '2026-12-01T00:00:00.000Z'],
    [15, '2025-12-01T00:00:00.000Z'],
  ])('%i of them begin at %s', (months, first) => {
    expect(startOfMonths(now, months).toISOString()).toBe(first)
  })

  test('are named over the turn of a year', () => {
    expect(monthNames(now, 4)).toEqual(['2026-11', '2026-12', '2027-01', '2027-02'])
  })
})
