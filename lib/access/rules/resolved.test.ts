import { expect, test } from 'vitest'
import { stillResolved } from './resolved'

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
