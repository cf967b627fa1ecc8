import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { bindingVersion, isCurrent, newestVersion, owes, owesFrom, type PublishedVersion } from './versions'

const day = (n: number): Date => new Date(Date.UTC(2026, 0, 1) + n * 86_400_000)
const text = (version: number, published: number, binds: number): PublishedVersion => ({
  kind: 'user-terms',
  version,
  publishedAt: day(published),
  bindsFrom: day(binds),
})
const texts = [text(1, 0, 0), text(2, 10, 40), { ...text(9, 0, 0), kind: 'dpa' }]

describe('of a first version, and a second that is published on day 10 and binds from day 40', () => {
  test.each([
    [-1, 0, 0],
    [0, 1, 1],
    [9, 1, 1],
    [10, 1, 2],
    [39, 1, 2],
    [40, 2, 2],
  ])('on day %i version %i binds and %i is the newest', (n, binding, newest) => {
    expect(bindingVersion(texts, 'user-terms', day(n))).toBe(binding)
    expect(newestVersion(texts, 'user-terms', day(n))).toBe(newest)
  })

  test.each([
    [-1, [], false],
    [0, [], true],
    [0, [1], false],
    [39, [1], false],
    [40, [1], true],
    [40, [2], false],
    [40, [1, 2], false],
    [20, [2], false],
  ])('on day %i who accepted %j owes an acceptance: %s', (n, accepted, owed) => {
    expect(owes(texts, 'user-terms', accepted, day(n))).toBe(owed)
  })

  test.each([
    [0, [1], 40],
    [0, [1, 2], null],
    [-5, [], 0],
    [40, [1], null],
  ])('on day %i who accepted %j begins to owe one on day %s', (n, accepted, from) => {
    expect(owesFrom(texts, 'user-terms', accepted, day(n))).toEqual(from === null ? null : day(from))
  })

  test.each([
    [1, -1, false],
    [1, 0, true],
    [1, 39, true],
    [1, 40, false],
    [2, 9, false],
    [2, 10, true],
    [2, 400, true],
    [3, 400, false],
  ])('version %i may be accepted on day %i: %s', (version, n, may) => {
    expect(isCurrent(texts, 'user-terms', version, day(n))).toBe(may)
  })
})

const published = fc.array(fc.tuple(fc.nat(20), fc.nat(60)), { maxLength: 6 }).map((steps) =>
  steps.map(([, notice], i) => {
    const at = steps.slice(0, i + 1).reduce((sum, [wait]) => sum + wait, 0)
    return text(i + 1, at, at + notice)
  }),
)

it('lets everybody accept something that ends what they owe, whenever they owe anything', () => {
  fc.assert(
    fc.property(published, fc.nat(400), (all, n) => {
      const now = day(n)
      const newest = newestVersion(all, 'user-terms', now)
      if (!owes(all, 'user-terms', [], now)) return
      expect(isCurrent(all, 'user-terms', newest, now)).toBe(true)
      expect(owes(all, 'user-terms', [newest], now)).toBe(false)
    }),
  )
})

it('never demands less as time goes by, and never before a version is out', () => {
  fc.assert(
    fc.property(published, fc.nat(400), fc.nat(100), (all, n, more) => {
      const [before, after] = [
        bindingVersion(all, 'user-terms', day(n)),
        bindingVersion(all, 'user-terms', day(n + more)),
      ]
      expect(after).toBeGreaterThanOrEqual(before)
      expect(before).toBeLessThanOrEqual(newestVersion(all, 'user-terms', day(n)))
    }),
  )
})
