import { expect, test } from 'vitest'
import { afterDay, daysOf, judgeDays, lifeOf, startOf } from './periods'

test('a first and a last day are a half-open period and come back as they were', () => {
  const period = { startsAt: startOf('2026-12-01'), endsAt: afterDay('2027-02-28') }
  expect(period.endsAt.toISOString()).toBe('2027-03-01T00:00:00.000Z')
  expect(daysOf(period)).toEqual({ startsOn: '2026-12-01', endsOn: '2027-02-28' })
})

test.each([
  ['2026-12-01', '2026-12-01', null],
  ['2026-12-01', '2026-11-30', 'projects.invalid.order'],
  ['2026-12-01', '2036-11-30', null],
  ['2026-12-01', '2037-01-01', 'projects.invalid.long'],
])('from %s to %s: %s', (startsOn, endsOn, expected) => {
  expect(judgeDays(startsOn, endsOn)).toBe(expected)
})

const life = { state: 'active', startsAt: startOf('2026-12-01'), endsAt: afterDay('2026-12-31') }
test.each([
  [life, '2026-11-30T23:59:59.999Z', 'to-come'],
  [life, '2026-12-01T00:00:00.000Z', 'running'],
  [life, '2026-12-31T23:59:59.999Z', 'running'],
  [life, '2027-01-01T00:00:00.000Z', 'over'],
  [{ ...life, state: 'ended' }, '2026-12-15T00:00:00.000Z', 'over'],
])('%j at %s is %s', (project, now, expected) => {
  expect(lifeOf(project, new Date(now))).toBe(expected)
})
