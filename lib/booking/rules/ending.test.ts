import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isRefusal } from '@/lib/platform/refusal'
import { type BookedWeek, judgeCancel, judgeRelease, judgeUndo, reservedUntil, undoTime } from './ending'
import { lifeOf } from './life'
import { addWeeks, endOf, startOf, weekOf } from './weeks'

const now = new Date('2026-11-23T12:00:00Z')
const later = (ms: number): Date => new Date(now.getTime() + ms)

const weekIn = (id: string, ahead: number, changes: Partial<BookedWeek> = {}): BookedWeek => {
  const week = addWeeks('2026-11-23', ahead)
  const [startsAt, endsAt] = [startOf(week), endOf(week)]
  const about = { id, slot: 'a', week, gpus: 4, startsAt, endsAt, stands: true }
  return { ...about, state: 'booked', stateAt: later(-9e6), countsUntil: endsAt, createdAt: later(-9e6), ...changes }
}
const ids = (found: unknown) => (isRefusal(found) ? found.code : (found as BookedWeek[]).map(({ id }) => id))
const three = [weekIn('past', -1), weekIn('runs', 0), weekIn('comes', 1)]
const gone = weekIn('gone', 2, { state: 'cancelled', countsUntil: later(1) })

describe('cancelling and releasing', () => {
  test.each([
    ['all that can be', null, ['comes'], ['runs']],
    ['the one that comes', ['comes'], ['comes'], 'booking.nothing-to-release'],
    ['the one that runs', ['runs'], 'booking.nothing-to-cancel', ['runs']],
    ['the one that is over', ['past'], 'booking.nothing-to-cancel', 'booking.nothing-to-release'],
    ['both', ['runs', 'comes'], 'booking.nothing-to-cancel', 'booking.nothing-to-release'],
    ['one of another booking', ['other'], 'booking.not-its-week', 'booking.not-its-week'],
  ] as const)('%s', (_, named, cancelled, released) => {
    expect(ids(judgeCancel(three, named, now))).toEqual(cancelled)
    expect(ids(judgeRelease(three, named, now))).toEqual(released)
  })

  test('nothing is cancelled twice', () => {
    expect(ids(judgeCancel([gone], null, now))).toBe('booking.nothing-to-cancel')
  })

  test('a week is reserved for a minute, never beyond its end', () => {
    expect(reservedUntil(weekIn('a', 1), now)).toEqual(later(undoTime))
    const { endsAt } = weekIn('a', 0)
    expect(reservedUntil({ endsAt }, new Date(endsAt.getTime() - 10))).toEqual(endsAt)
  })
})

describe('undo', () => {
  const fresh = weekIn('fresh', 3, { createdAt: later(-59_999) })
  test.each([
    ['gives back what was cancelled', [gone, weekIn('b', 3)], null, 'restore gone'],
    ['not at the end of its minute', [{ ...gone, countsUntil: now }], null, 'booking.undo-over'],
    ['not what somebody else has by now', [{ ...gone, stands: false }], null, 'booking.undo-over'],
    ['takes back a booking just made', [fresh], null, 'withdraw fresh'],
    ['not a minute later', [{ ...fresh, createdAt: later(-60_000) }], null, 'booking.undo-over'],
    ['the latest first', [fresh, gone], null, 'restore gone'],
    ['the one that is meant', [fresh, gone], 'booking', 'withdraw fresh'],
    ['nothing else than what is meant', [fresh], 'ending', 'booking.undo-over'],
    ['nothing of what was displaced', [{ ...gone, state: 'displaced' as const }], null, 'booking.undo-over'],
  ] as const)('%s', (_, weeks, of, expected) => {
    const found = judgeUndo(weeks, of, now)
    expect(isRefusal(found) ? found.code : `${found.does} ${found.weeks.map(({ id }) => id)}`).toBe(expected)
  })
})

describe('the life of a booked week is read from the clock', () => {
  const [startsAt, endsAt] = [startOf('2026-11-23'), endOf('2026-11-23')]
  test.each([
    ['before Monday 09:00', -1, null, 'booked'],
    ['from Monday 09:00', 0, null, 'preparing'],
    ['when somebody said so', 1, startsAt, 'ready'],
    ['until exactly Monday 09:00', endsAt.getTime() - startsAt.getTime() - 1, startsAt, 'ready'],
    ['and then', endsAt.getTime() - startsAt.getTime(), startsAt, 'ended'],
  ] as const)('%s', (_, into, readyAt, expected) => {
    const at = new Date(startsAt.getTime() + into)
    expect(lifeOf({ state: 'booked', startsAt, endsAt, readyAt }, at)).toBe(expected)
  })
  test('what was cancelled has ended', () => {
    expect(lifeOf({ state: 'cancelled', startsAt, endsAt, readyAt: null }, later(-9e9))).toBe('ended')
  })
})

test('over any calendar exactly one week of a slot runs at a moment, and its booking counts until its very end', () => {
  const instant = fc.date({ min: new Date('2019-01-01'), max: new Date('2035-12-31'), noInvalidDate: true })
  fc.assert(
    fc.property(instant, (at) => {
      const week = weekOf(at)
      const weeks = [-1, 0, 1].map((n) => ({ startsAt: startOf(addWeeks(week, n)), endsAt: endOf(addWeeks(week, n)) }))
      const lives = weeks.map((one) => lifeOf({ ...one, state: 'booked', readyAt: null }, at))
      expect(lives).toEqual(['ended', 'preparing', 'booked'])
    }),
    { numRuns: 500 },
  )
})
