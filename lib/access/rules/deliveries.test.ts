import { expect, it } from 'vitest'
import { isToTry, nextTry, stateOfDelivery } from './deliveries'

const now = new Date('2026-11-28T12:00:00Z')
const after = (ms: number) => new Date(now.getTime() + ms)
const on = { enabled: true, removedAt: null }
const due = { acknowledgedAt: null, supersededAt: null, nextAt: now, leasedUntil: null, system: on }

it('a delivery that fails is tried ever more seldom, at least every six hours, for ever', () => {
  const waits = [1, 2, 3, 4, 5, 6, 7, 8, 9, 100, 10_000].map((n) => (nextTry(n, now).getTime() - now.getTime()) / 1000)
  expect(waits).toEqual([10, 30, 120, 600, 1800, 3600, 10_800, 21_600, 21_600, 21_600, 21_600])
})

it.each([
  ['due', {}, true],
  ['not due yet', { nextAt: after(1) }, false],
  ['acknowledged', { acknowledgedAt: now }, false],
  ['overtaken', { supersededAt: now }, false],
  ['being tried', { leasedUntil: after(1) }, false],
  ['left by a process that died', { leasedUntil: now }, true],
  ['to a system that is off', { system: { ...on, enabled: false } }, false],
  ['to a system that is gone', { system: { ...on, removedAt: now } }, false],
])('what is %s', (_, changes, expected) => {
  expect(isToTry({ ...due, ...changes }, now)).toBe(expected)
})

it('says where it stands', () => {
  const of = (changes: object) => stateOfDelivery({ acknowledgedAt: null, supersededAt: null, attempts: 0, ...changes })
  expect([of({}), of({ attempts: 3 }), of({ supersededAt: now }), of({ acknowledgedAt: now, attempts: 1 })]).toEqual([
    'waiting',
    'failing',
    'superseded',
    'acknowledged',
  ])
})
