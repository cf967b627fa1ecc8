import { expect, it } from 'vitest'
import {
  callWithNews,
  completed,
  isEnding,
  mayCall,
  nextCall,
  nextTry,
  outcomeOf,
  secretsOf,
  stateOfDelivery,
} from './deliveries'
import { newsKinds } from './use'

const now = new Date('2026-11-28T12:00:00Z')
const after = (ms: number) => new Date(now.getTime() + ms)
const free = { enabled: true, removedAt: null, nextAt: null, leasedUntil: null }

it('a delivery that fails is tried ever more seldom, at least every six hours, for ever', () => {
  const waits = [1, 2, 3, 4, 5, 6, 7, 8, 9, 100, 10_000].map((n) => (nextTry(n, now).getTime() - now.getTime()) / 1000)
  expect(waits).toEqual([10, 30, 120, 600, 1800, 3600, 10_800, 21_600, 21_600, 21_600, 21_600])
})

it('a system that is out of reach is called again after half the wait of what failed, so that other news has its try', () => {
  for (const n of [1, 2, 3, 8, 100])
    expect(2 * (nextCall(n, now).getTime() - now.getTime())).toBe(nextTry(n, now).getTime() - now.getTime())
})

it.each([
  ['free', {}, true],
  ['whose wait is over', { nextAt: now }, true],
  ['out of reach', { nextAt: after(1) }, false],
  ['being called', { leasedUntil: after(1) }, false],
  ['left by a process that died', { leasedUntil: now }, true],
  ['off', { enabled: false }, false],
  ['gone', { removedAt: now }, false],
])('a system that is %s', (_, changes, expected) => {
  expect(mayCall({ ...free, ...changes }, now)).toBe(expected)
})

it.each([
  ['in reach', null, false, 0],
  ['in reach', null, true, 0],
  ['with its wait over', after(-1), false, 0],
  ['out of reach for hours', after(9_000_000), false, 60_000],
  ['out of reach for hours', after(9_000_000), true, 10_000],
  ['called again before that', after(5000), true, 5000],
])('fresh news for a system %s (%s, ends: %s) has it called after %i ms', (_, nextAt, ends, expected) => {
  expect(callWithNews(nextAt, ends, now)).toEqual(after(expected))
})

it.each([
  [200, null, 'acknowledged'],
  [204, null, 'acknowledged'],
  [200, 'size', 'out-of-reach'],
  [302, null, 'out-of-reach'],
  [400, null, 'refused'],
  [404, null, 'refused'],
  [422, null, 'refused'],
  [401, null, 'out-of-reach'],
  [403, null, 'out-of-reach'],
  [429, null, 'out-of-reach'],
  [500, null, 'out-of-reach'],
  [503, null, 'out-of-reach'],
  [null, 'timeout', 'out-of-reach'],
  [null, 'certificate', 'out-of-reach'],
])('an answer of %s (%s) is %s', (status, fault, expected) => {
  expect(outcomeOf({ status, fault })).toBe(expected)
})

it.each([
  ['alone', null, null, ['new']],
  ['with the one before, for a while', 'old', after(1), ['new', 'old']],
  ['alone once that is over', 'old', now, ['new']],
])('a secret signs %s', (_, sealedFormer, formerUntil, expected) => {
  expect(secretsOf({ sealedSecret: 'new', sealedFormer, formerUntil }, now)).toEqual(expected)
})

it('knows what ends something', () => {
  expect(newsKinds.filter(isEnding)).toEqual(['grant.suspended', 'grant.withdrawn'])
})

it.each([
  [[], ['grant.suspended', 'grant.withdrawn']],
  [['grant.given'], ['grant.given', 'grant.suspended', 'grant.withdrawn']],
  [
    ['grant.withdrawn', 'grant.changed'],
    ['grant.changed', 'grant.suspended', 'grant.withdrawn'],
  ],
  [[...newsKinds], [...newsKinds]],
] as const)('of %j a system is told %j', (wanted, told) => {
  expect(completed(wanted)).toEqual(told)
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
