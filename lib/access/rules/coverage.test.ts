import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { judgeCoverage, nextChange } from '@/lib/ethics/rules/coverage'
import { replacedBy } from '@/lib/ethics/rules/replacement'
import type { ApprovalRecord, Governing } from '@/lib/ethics/rules/status'
import { coverageByNamed, namedApprovals, standingFor } from './coverage'

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
const now = new Date('2026-11-28T12:00:00Z')
const before = new Date('2026-11-01T00:00:00Z')
const later = new Date('2026-12-10T00:00:00Z')
/** One whose place another has taken by now. */
const taken = (id: string, supersededById: string) => record(id, { supersededById, supersededAt: before })
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
      [taken('a', 'b'), record('x', { amendsId: 'a' }), record('b'), record('y', { amendsId: 'b' })],
      'a',
      ['b', 'y'],
    ],
    ['the last of several', [taken('a', 'b'), taken('b', 'c'), record('c')], 'a', ['c']],
    ['itself, where what took its place is not the project’s', [taken('a', 'elsewhere')], 'a', ['a']],
    [
      'itself, until what is to take its place is in force',
      [record('a', { supersededById: 'b', supersededAt: later }), record('b')],
      'a',
      ['a'],
    ],
    [
      'itself, while it is not known from when something takes its place',
      [record('a', { supersededById: 'b' }), record('b')],
      'a',
      ['a'],
    ],
    [
      'what took its place at this moment',
      [record('a', { supersededById: 'b', supersededAt: now }), record('b')],
      'a',
      ['b'],
    ],
  ])('%s', (_, all, named, expected) => expect(ids(namedApprovals(all, named, now))).toEqual(expected))

  test('following ends at one whose place nobody took, and from there stays', () => {
    const chains = fc.array(fc.option(fc.integer({ min: 1, max: 4 }), { nil: null }), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(chains, (steps) => {
        const all = steps.map((step, i) => (step === null ? record(`${i}`) : taken(`${i}`, `${i + step}`)))
        const last = all.find(({ id }) => id === standingFor(all, '0', now))
        expect(all.some(({ id }) => id === last?.supersededById)).toBe(false)
        expect(standingFor(all, last?.id ?? '', now)).toBe(last?.id)
      }),
    )
  })

  test('a circle, which nobody can make, is left once it was walked', () => {
    const all = [taken('a', 'b'), taken('b', 'a')]
    expect(standingFor(all, 'a', now)).toBe('b')
  })
})

const dayLength = 86_400_000
const inDays = (days: number) => new Date(now.getTime() + days * dayLength)
const dayIn = (days: number) => inDays(days).toISOString().slice(0, 10)
const says = (legalForceOn: string | null, endsOn: string | null, datasetIds: readonly string[]): Governing => ({
  decision: 'approved',
  conditions: '',
  decidedOn: dayIn(-500),
  legalForceOn,
  startedOn: dayIn(-400),
  endsOn,
  datasetIds,
})
/** An approval in force, and a renewal of it whose days of legal force and end are so many days away, verified now. */
function renewed(
  end: number | null,
  force: number | null,
  renewalEnds: number | null,
  covers: readonly string[] = ['lungs'],
) {
  const old = record('old', { governing: says(dayIn(-450), end === null ? null : dayIn(end), ['lungs']) })
  const governing = says(force === null ? null : dayIn(force), renewalEnds === null ? null : dayIn(renewalEnds), covers)
  const next = record('next', { governing })
  const { by, at } = replacedBy({ by: null, at: null }, { ...next, governing }, now)
  return { old, next, all: [{ ...old, supersededById: by, supersededAt: at }, next] }
}

describe('While another decision takes the place of one', () => {
  test.each([
    ['covers from its legal force on, until it ends', renewed(60, 20, 700), inDays(701)],
    ['covers without an end', renewed(60, 20, null), null],
    ['begins on the day after the old one ended', renewed(19, 20, 700), inDays(701)],
    ['begins a day too late', renewed(18, 20, 700), inDays(19)],
    ['does not cover the dataset', renewed(60, 20, 700, ['nodes']), inDays(20)],
    ['has no day of legal force', renewed(60, null, 700), inDays(61)],
    ['ends before the old one would have', renewed(90, 20, 40), inDays(41)],
  ])('the verdict knows until when: one that %s', (_, { all }, until) => {
    const midnight = until && new Date(`${until.toISOString().slice(0, 10)}T00:00:00Z`)
    expect(coverageByNamed(all, 'old', 'lungs', now)).toMatchObject({ covered: true, until: midnight })
  })

  const some = fc.integer({ min: -30, max: 120 })
  const datasets = fc.constantFrom(['lungs'], ['nodes'], ['lungs', 'nodes'])

  test('it never turns to no between the verification of a renewal and its legal force, as long as the old one stands', () => {
    fc.assert(
      fc.property(
        fc.option(some),
        fc.option(some),
        fc.option(some),
        datasets,
        fc.nat(150),
        (end, force, ends, of, t) => {
          const { old, next, all } = renewed(end, force, ends, of)
          const at = inDays(t)
          const inForce = force !== null && at >= new Date(`${dayIn(force)}T00:00:00Z`)
          const alone = judgeCoverage([inForce ? next : old], 'lungs', at)
          expect(coverageByNamed(all, 'old', 'lungs', at).covered).toBe(alone.covered)
        },
      ),
      { numRuns: 500 },
    )
  })

  test('what it says changes by the clock alone only where it foretold that', () => {
    fc.assert(
      fc.property(
        fc.option(some),
        fc.option(some),
        fc.option(some),
        fc.nat(150),
        fc.nat(150),
        (end, force, ends, t, more) => {
          const { all } = renewed(end, force, ends)
          const [at, then] = [inDays(t), inDays(t + more)]
          const said = coverageByNamed(all, 'old', 'lungs', at)
          // Until the moment that it names it covers without a break.
          if (said.covered && (said.until === null || then < said.until))
            expect(coverageByNamed(all, 'old', 'lungs', then).covered).toBe(true)
          if (said.covered && said.until !== null)
            expect(coverageByNamed(all, 'old', 'lungs', said.until).covered).toBe(false)
          const next = nextChange(namedApprovals(all, 'old', at), at)
          if (next === null || next > then) expect(coverageByNamed(all, 'old', 'lungs', then)).toEqual(said)
        },
      ),
      { numRuns: 500 },
    )
  })
})
