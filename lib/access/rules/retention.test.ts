import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isRefusal } from '@/lib/platform/refusal'
import { retainUntil } from './grants'
import { countedAt, judgeSettling, retentionDays, retentionDue, retentionOutcomes, retentionStage } from './retention'

const now = new Date('2036-11-27T12:00:00Z')
const day = (n: number) => new Date(now.getTime() + n * 86_400_000)
/** A grant that was over long ago, whose ten years are over in so many days; its data were fetched on its first day alone. */
const over = (days: number) => {
  const endsAt = day(days)
  endsAt.setUTCFullYear(endsAt.getUTCFullYear() - 10)
  const startsAt = new Date('2023-01-01')
  return { startsAt, endsAt, endedAt: null, lastUsedAt: startsAt }
}

test.each([
  [91, [], null],
  [90, [], 90],
  [89, [90], null],
  [30, [90], 30],
  [29, [], 30],
  [29, [30], null],
  [0, [90, 30], 0],
  [-400, [], 0],
  [-400, [0], null],
] as const)('the ten years over in %i days, %j told: due is %s', (days, told, due) => {
  expect(retentionDue({ ...over(days), told, settled: false }, now)).toBe(due)
})

test('nobody is reminded of what was settled, or of a grant that still runs', () => {
  expect(retentionDue({ ...over(0), told: [], settled: true }, now)).toBeNull()
  expect(retentionDue({ ...over(0), endsAt: day(1), told: [], settled: false }, now)).toBeNull()
})

test.each([
  [91, [], 'kept', 'access.retention-far'],
  [90, [], 'kept', null],
  [90, [], 'removed', 'access.retention-lasts'],
  [1, ['kept'], 'removed', 'access.retention-lasts'],
  [0, ['kept'], 'removed', null],
  [0, ['kept'], 'kept', 'access.retention-settled'],
  [-9, ['removed'], 'kept', 'access.retention-settled'],
  [-9, ['kept', 'removed'], 'removed', 'access.retention-settled'],
] as const)('the ten years over in %i days, %j noted: that they were %s is %s', (days, noted, outcome, code) => {
  expect(judgeSettling(over(days), noted, outcome, now)?.code ?? null).toBe(code)
})

const someDay = fc.integer({ min: -5000, max: 5000 }).map(day)

test('however often the clock looks, each reminder is told once, in its order, and none after the last', () => {
  const looks = fc.array(fc.integer({ min: -150, max: 150 }), { maxLength: 40 })
  fc.assert(
    fc.property(looks, (all) => {
      const told: number[] = []
      for (const at of all.toSorted((a, b) => a - b)) {
        const due = retentionDue({ ...over(0), told, settled: false }, day(at))
        if (due !== null) told.push(due)
      }
      expect(told).toEqual([...new Set(told)].toSorted((a, b) => b - a))
      expect(told.every((days) => retentionDays.includes(days as 90))).toBe(true)
    }),
  )
})

test('of a grant that runs no reminder has come, whenever its data were fetched', () => {
  fc.assert(
    fc.property(someDay, someDay, fc.integer({ min: 1, max: 5000 }), (lastUsedAt, at, left) => {
      const endsAt = new Date(at.getTime() + left * 86_400_000)
      expect(retentionStage({ startsAt: day(-9000), endsAt, endedAt: null, lastUsedAt }, at)).toBeNull()
    }),
  )
})

test('nothing is noted as removed before the ten years are over', () => {
  const grant = fc.record({
    startsAt: someDay,
    endsAt: someDay,
    endedAt: fc.option(someDay),
    lastUsedAt: fc.option(someDay),
  })
  fc.assert(
    fc.property(grant, fc.subarray([...retentionOutcomes]), someDay, (one, noted, at) => {
      if (!isRefusal(judgeSettling(one, noted, 'removed', at) ?? undefined))
        expect(retainUntil(one).getTime()).toBeLessThanOrEqual(at.getTime())
    }),
  )
})

test('what the store looks for is what the rule finds due, but for leap days', () => {
  fc.assert(
    fc.property(someDay, someDay, (lastUsedAt, at) => {
      fc.pre(lastUsedAt.getUTCMonth() !== 1 && at.getUTCMonth() !== 1)
      const grant = { startsAt: day(-9000), endsAt: day(-6000), endedAt: null, lastUsedAt }
      const found = [0, 30, 90].find((days) => lastUsedAt <= countedAt(days as 90, at)) ?? null
      fc.pre(retentionDays.every((days) => new Date(at.getTime() + days * 86_400_000).getUTCMonth() !== 1))
      expect(retentionStage(grant, at)).toBe(found)
      expect(retentionStage({ ...grant, endsAt: lastUsedAt, lastUsedAt: null }, at)).toBe(found)
    }),
  )
})
