import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isToTellSuperseded, type Replacement, replacedBy, replacedWithout, type Successor } from './replacement'
import type { Decision } from './status'

const now = new Date('2026-11-28T12:00:00Z')
const day = (text: string) => new Date(`${text}T00:00:00Z`)
const [past, soon, later] = [day('2026-11-01'), day('2026-12-10'), day('2027-02-01')]
const newer = (legalForceOn: string | null, decision: Decision = 'approved', country = 'SE'): Successor => ({
  id: 'new',
  country,
  governing: { decision, decidedOn: '2026-10-20', legalForceOn },
})
const none: Replacement = { by: null, at: null }

describe('a decision stands until what takes its place is in force', () => {
  test.each<[string, Replacement, Successor, Replacement]>([
    ['that is in force already', none, newer('2026-11-01'), { by: 'new', at: now }],
    ['that is in force from a day to come', none, newer('2026-12-10'), { by: 'new', at: soon }],
    ['of which no day is known', none, newer(null), { by: 'new', at: null }],
    ['of another country, in force from its decision', none, newer(null, 'approved', 'NO'), { by: 'new', at: now }],
    ['that approves with conditions', none, newer('2026-12-10', 'approved-with-conditions'), { by: 'new', at: soon }],
    ['that rejects', none, newer('2026-11-01', 'rejected'), none],
    ['that dismisses', none, newer('2026-11-01', 'dismissed'), none],
    ['whose day became known', { by: 'new', at: null }, newer('2026-12-10'), { by: 'new', at: soon }],
    ['whose day was moved on', { by: 'new', at: soon }, newer('2027-02-01'), { by: 'new', at: later }],
    ['whose day is known no more', { by: 'new', at: soon }, newer(null), { by: 'new', at: null }],
    ['that took it already', { by: 'new', at: past }, newer('2026-10-25'), { by: 'new', at: past }],
    ['that took it by a day that was wrong', { by: 'new', at: past }, newer('2026-12-10'), { by: 'new', at: soon }],
    ['that turns out to reject', { by: 'new', at: soon }, newer('2026-12-10', 'rejected'), none],
    ['after a third one took it', { by: 'third', at: past }, newer('2026-11-01'), { by: 'third', at: past }],
    ['after a third one that comes sooner', { by: 'third', at: soon }, newer('2027-02-01'), { by: 'third', at: soon }],
    ['before a third one that comes later', { by: 'third', at: later }, newer('2026-12-10'), { by: 'new', at: soon }],
    ['before a third one of no known day', { by: 'third', at: null }, newer('2026-11-01'), { by: 'new', at: now }],
    ['of no known day, beside a third one', { by: 'third', at: null }, newer(null), { by: 'third', at: null }],
    ['that rejects, beside a third one', { by: 'third', at: soon }, newer(null, 'rejected'), { by: 'third', at: soon }],
  ])('%s', (_, was, by, expected) => expect(replacedBy(was, by, now)).toEqual(expected))
})

test.each<[string, Replacement, Replacement]>([
  ['that had not come', { by: 'new', at: soon }, none],
  ['of which no day was known', { by: 'new', at: null }, none],
  ['that had come', { by: 'new', at: past }, { by: 'new', at: past }],
  ['where a third one takes the place', { by: 'third', at: soon }, { by: 'third', at: soon }],
])('of a withdrawn decision %s', (_, was, expected) => expect(replacedWithout(was, 'new', now)).toEqual(expected))

test.each([
  ['to come', soon, null, false],
  ['of no known day', null, null, false],
  ['that came about', past, null, true],
  ['at this moment', now, null, true],
  ['that was told', past, past, false],
] as const)('a replacement %s is told: %s %s %s', (_, supersededAt, supersededToldAt, due) => {
  expect(isToTellSuperseded({ supersededAt, supersededToldAt }, now)).toBe(due)
})

test('the place is never taken before the successor is in force, nor before it was verified', () => {
  const days = fc.integer({ min: -400, max: 400 }).map((n) => new Date(now.getTime() + n * 86_400_000))
  const was = fc.constantFrom<Replacement>(none, { by: 'new', at: null }, { by: 'new', at: soon })
  fc.assert(
    fc.property(fc.option(days), was, (force, before) => {
      const { by, at } = replacedBy(before, newer(force ? force.toISOString().slice(0, 10) : null), now)
      expect(by).toBe('new')
      if (force === null) expect(at).toBeNull()
      else expect(at && at >= day(force.toISOString().slice(0, 10)) && at >= now).toBe(true)
    }),
  )
})
