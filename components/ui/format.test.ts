import { describe, expect, test } from 'vitest'
import {
  formatAge,
  formatDate,
  formatDateTime,
  formatDateWithWeek,
  formatNumber,
  formatPercent,
  initials,
  isoWeek,
} from './format'

describe('numbers', () => {
  test.each([
    [0, 0, '0'],
    [999, 0, '999'],
    [32081, 0, '32\u202f081'],
    [1234567, 0, '1\u202f234\u202f567'],
    [-1234.5, 1, '−1\u202f234.5'],
    [-0.2, 0, '0'],
    [0.126, 2, '0.13'],
  ])('%d with %d decimals', (value, decimals, shown) => {
    expect(formatNumber(value, 'en', decimals)).toBe(shown)
  })

  test('Swedish has a decimal comma', () => {
    expect(formatNumber(1234.5, 'sv', 1)).toBe('1\u202f234,5')
    expect(formatPercent(0.9612, 'sv', 1)).toBe('96,1\u202f%')
  })
})

describe('dates in Stockholm', () => {
  test.each([
    ['2023-03-31T22:30:00Z', '2023-04-01', '2023-04-01 00:30'],
    ['2023-12-31T22:30:00Z', '2023-12-31', '2023-12-31 23:30'],
    ['2023-12-31T23:30:00Z', '2024-01-01', '2024-01-01 00:30'],
  ])('%s', (moment, date, minute) => {
    expect(formatDate(new Date(moment))).toBe(date)
    expect(formatDateTime(new Date(moment))).toBe(minute)
  })

  test('a plain date is left as it is', () => {
    expect(formatDate('2021-03-04')).toBe('2021-03-04')
  })

  test.each([
    ['2020-12-31', 2020, 53],
    ['2021-01-03', 2020, 53],
    ['2021-01-04', 2021, 1],
    ['2024-12-30', 2025, 1],
    ['2023-05-02', 2023, 18],
    ['2026-12-31', 2026, 53],
  ])('ISO week of %s', (date, year, week) => {
    expect(isoWeek(date)).toEqual({ year, week })
  })

  test('the week has its word in each language', () => {
    expect(formatDateWithWeek('2023-05-02', 'en')).toBe('2023-05-02, week 18')
    expect(formatDateWithWeek('2023-05-02', 'sv')).toBe('2023-05-02, vecka 18')
  })
})

test.each([
  [30_000, 'en', '0 minutes'],
  [60_000, 'en', '1 minute'],
  [3_600_000, 'sv', '1 timme'],
  [47 * 3_600_000, 'en', '47 hours'],
  [72 * 3_600_000, 'sv', '3 dygn'],
  [-5_000, 'en', '0 minutes'],
] as const)('an age of %d ms in %s', (age, language, shown) => {
  const now = new Date('2023-05-02T12:00:00Z')
  expect(formatAge(new Date(now.getTime() - age), now, language)).toBe(shown)
})

test.each([
  ['Ada Lovelace', 'AL'],
  ['åsa  maria öberg', 'ÅÖ'],
  ['Plato', 'P'],
  ['', ''],
])('initials of “%s”', (name, shown) => {
  expect(initials(name)).toBe(shown)
})
