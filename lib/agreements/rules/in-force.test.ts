import fc from 'fast-check'
import { expect, test } from 'vitest'
import { heldUntil, isInForce, type Signed } from './in-force'

const day = (n: number) => new Date(Date.UTC(2027, 0, 1) + n * 86_400_000)
const signed = (from: number, until: number, changes: Partial<Signed> = {}): Signed => ({
  kind: 'service-agreement',
  state: 'countersigned',
  institutionName: 'Linköping University',
  validFrom: day(from),
  validUntil: day(until),
  ...changes,
})
const held = (all: readonly Signed[], at = day(0)) => heldUntil(all, 'service-agreement', 'Linköping University', at)

test.each([
  ['none', [], null],
  ['one', [signed(-5, 30)], 30],
  ['one that has ended', [signed(-5, 0)], null],
  ['one that is to come', [signed(3, 30)], null],
  ['one that is continued', [signed(-5, 30), signed(30, 60)], 60],
  ['one that is continued in part', [signed(-5, 30), signed(10, 60), signed(60, 90)], 90],
  ['a gap', [signed(-5, 30), signed(31, 60)], 30],
  ['another institution', [signed(-5, 30), signed(-5, 60, { institutionName: 'Elsewhere' })], 30],
  ['another kind', [signed(-5, 30), signed(-5, 60, { kind: 'dpa' })], 30],
  ['one that was terminated', [signed(-5, 30), signed(-5, 60, { state: 'terminated' })], 30],
] as const)('%s: in force until day %s', (_, all, until) => {
  expect(held(all)).toEqual(until === null ? null : day(until))
})

test('it is in force at every moment until then, and not at that one', () => {
  const document = fc
    .tuple(fc.integer({ min: -20, max: 40 }), fc.integer({ min: 1, max: 30 }))
    .map(([from, length]) => signed(from, from + length))
  fc.assert(
    fc.property(fc.array(document, { maxLength: 6 }), (all) => {
      const until = held(all)
      const holds = (at: Date) => all.some((one) => isInForce(one, 'Linköping University', at))
      expect(holds(until ?? day(0))).toBe(false)
      for (let n = 0; until !== null && day(n) < until; n += 1) expect(holds(day(n))).toBe(true)
    }),
  )
})
