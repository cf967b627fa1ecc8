import { expect, test } from 'vitest'
import { conflictingAnew, conflictsAnew, stillResolved } from './resolved'

test.each([
  ['requested', 'a', 'a', 'Asked'],
  ['requested', 'a', 'b', null],
  ['requested', null, 'b', null],
  ['rejected', 'a', 'b', null],
  ['approved', 'a', 'b', 'Asked'],
] as const)(
  'of a dataset that is %s, what was let pass for %s holds for %s: %s',
  (state, useResolvedFor, now, holds) => {
    expect(stillResolved({ state, useResolved: 'Asked', useResolvedFor }, now)).toBe(holds)
  },
)

test('what nobody let pass is let pass by nothing', () => {
  expect(stillResolved({ state: 'requested', useResolved: null, useResolvedFor: 'a' }, 'a')).toBeNull()
})

test.each([
  ['that fitted, and conflicts now', { useFit: 'fits' }, 'conflicts', true],
  ['that was never judged, and conflicts now', { useFit: null }, 'conflicts', true],
  [
    'that was let pass for other conditions',
    { useFit: 'conflicts', useResolved: 'Asked', useResolvedFor: 'a' },
    'conflicts',
    true,
  ],
  [
    'that was let pass for these',
    { useFit: 'conflicts', useResolved: 'Asked', useResolvedFor: 'b' },
    'conflicts',
    false,
  ],
  ['whose conflict was noted already', { useFit: 'conflicts' }, 'conflicts', false],
  [
    'that was let pass, and fits by now',
    { useFit: 'conflicts', useResolved: 'Asked', useResolvedFor: 'a' },
    'fits',
    false,
  ],
  ['that fits still', { useFit: 'fits' }, 'needs-a-person', false],
  ['that waits', { useFit: 'fits', state: 'requested' }, 'conflicts', false],
] as const)('of an approved dataset %s, whether it conflicts anew', (_, changes, verdict, anew) => {
  const item = { state: 'approved', useResolved: null, useResolvedFor: null, ...changes }
  expect(conflictsAnew(item, { verdict, basis: 'b' })).toBe(anew)
})

test('of several datasets those conflict anew that were approved, whatever the others are', () => {
  const item = (datasetId: string, state: string) => ({
    datasetId,
    state,
    useFit: 'fits',
    useResolved: null,
    useResolvedFor: null,
  })
  const items = [item('a', 'approved'), item('b', 'approved'), item('c', 'requested'), item('d', 'removed')]
  const now = new Map([
    ['a', { verdict: 'conflicts', basis: 'x' }],
    ['b', { verdict: 'fits', basis: 'x' }],
    ['c', { verdict: 'conflicts', basis: 'x' }],
  ])
  expect(conflictingAnew(items, now)).toEqual(['a'])
})
