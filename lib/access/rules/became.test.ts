import fc from 'fast-check'
import { expect, test } from 'vitest'
import { becameOf, reasonOf } from './became'
import { itemStates, stateOfItems } from './states'

const ended = (datasetId: string, endKind: string | null, endReason = `${endKind} ${datasetId}`) => ({
  datasetId,
  endKind,
  endReason: endKind && endReason,
})
const item = (datasetId: string, state: (typeof itemStates)[number], reason: string | null = null) => ({
  datasetId,
  state,
  reason,
})

test.each([
  ['approved', [ended('a', null)], 'approved'],
  ['approved', [ended('a', 'revoked')], 'revoked'],
  ['approved', [ended('a', 'revoked'), ended('a', null)], 'approved'],
  ['approved', [ended('b', 'revoked')], 'approved'],
  ['approved', [ended('a', 'closed')], 'revoked'],
  ['approved', [ended('a', 'closed'), ended('a', null)], 'approved'],
  ['requested', [ended('a', 'revoked')], 'requested'],
  ['rejected', [ended('a', 'revoked')], 'rejected'],
  ['removed', [ended('a', 'revoked')], 'removed'],
] as const)('a dataset that is %s with the grants %j has become %s', (state, grants, became) => {
  expect(becameOf(item('a', state), grants)).toBe(became)
})

test('what ends by itself has the last reason of what brought it there', () => {
  const items = [item('a', 'rejected', 'No'), item('b', 'approved'), item('c', 'approved')]
  const grants = [ended('b', 'revoked'), ended('c', 'revoked')]
  expect(reasonOf('revoked', items, grants)).toBe('revoked c')
  expect(reasonOf('rejected', items.slice(0, 1), [])).toBe('No')
  expect(reasonOf('approved', items, grants)).toBeNull()
  expect(reasonOf('submitted', items, grants)).toBeNull()
})

test('an end that the database asks a reason of always has one', () => {
  const state = fc.constantFrom(...itemStates)
  const datasets = fc.array(fc.tuple(state, fc.constantFrom(null, 'revoked', 'closed')), { minLength: 1 })
  fc.assert(
    fc.property(datasets, (drawn) => {
      const items = drawn.map(([one], n) => item(String(n), one, one === 'rejected' ? 'No' : null))
      const grants = drawn.flatMap(([one, end], n) => (one === 'approved' ? [ended(String(n), end)] : []))
      const next = stateOfItems(items.map((one) => becameOf(one, grants)))
      const isEnd = next === 'revoked' || (next === 'rejected' && items.some((one) => one.state === 'rejected'))
      expect(reasonOf(next, items, grants) !== null).toBe(isEnd)
      if (next === 'revoked') expect(grants.every(({ endKind }) => endKind !== null)).toBe(true)
    }),
  )
})
