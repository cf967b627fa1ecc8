import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ApprovalRecord } from '@/lib/ethics/rules/status'
import { namedApprovals, standingFor } from './coverage'

const record = (id: string, changes: Partial<ApprovalRecord> = {}): ApprovalRecord => ({
  id,
  number: id,
  country: 'SE',
  amendsId: null,
  withdrawnAt: null,
  supersededAt: null,
  supersededById: null,
  governing: null,
  claimedDecision: 'approved',
  claimedDatasetIds: [],
  ...changes,
})
const ids = (all: readonly ApprovalRecord[]) => all.map(({ id }) => id)

describe('What a request rests on', () => {
  test.each<[string, ApprovalRecord[], string | null, string[]]>([
    ['nothing where it names nothing', [record('a')], null, []],
    [
      'the approval that it names, with its amendments',
      [record('a'), record('b', { amendsId: 'a' }), record('c')],
      'a',
      ['a', 'b'],
    ],
    [
      'what took its place, with the amendments of that',
      [
        record('a', { supersededById: 'b' }),
        record('x', { amendsId: 'a' }),
        record('b'),
        record('y', { amendsId: 'b' }),
      ],
      'a',
      ['b', 'y'],
    ],
    [
      'the last of several',
      [record('a', { supersededById: 'b' }), record('b', { supersededById: 'c' }), record('c')],
      'a',
      ['c'],
    ],
    [
      'itself, where what took its place is not the project’s',
      [record('a', { supersededById: 'elsewhere' })],
      'a',
      ['a'],
    ],
  ])('%s', (_, all, named, expected) => expect(ids(namedApprovals(all, named))).toEqual(expected))

  test('following ends at one whose place nobody took, and from there stays', () => {
    const chains = fc.array(fc.option(fc.integer({ min: 1, max: 4 }), { nil: null }), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(chains, (steps) => {
        const all = steps.map((step, i) => record(`${i}`, { supersededById: step === null ? null : `${i + step}` }))
        const last = all.find(({ id }) => id === standingFor(all, '0'))
        expect(all.some(({ id }) => id === last?.supersededById)).toBe(false)
        expect(standingFor(all, last?.id ?? '')).toBe(last?.id)
      }),
    )
  })

  test('a circle, which nobody can make, is left once it was walked', () => {
    const all = [record('a', { supersededById: 'b' }), record('b', { supersededById: 'a' })]
    expect(standingFor(all, 'a')).toBe('b')
  })
})
