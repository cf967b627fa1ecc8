import { describe, expect, test } from 'vitest'
import { isRefusal } from '@/lib/platform/refusal'
import type { Cell } from './cell'
import { judgeClosing, judgeStretch, weeksFrom } from './closing'
import { addWeeks, endOf, startOf } from './weeks'

const now = new Date('2026-11-25T12:00:00Z')
const running = '2026-11-23'
const project = { startsAt: new Date('2026-01-01T00:00:00Z'), endsAt: new Date('2027-12-31T00:00:00Z') }

const cell = (slot: string, weeks: number, more: Partial<Cell> = {}): Cell => {
  const week = addWeeks(running, weeks)
  const place = { slot, week, machineId: 'm', gpus: 4, startsAt: startOf(week), endsAt: endOf(week) }
  return { ...place, closureId: null, booked: null, hold: null, waiting: [], ...more }
}
const booked = (id: string, state = 'booked') => ({
  booked: { id, bookingId: 'b', projectId: 'p', state, countsUntil: now },
})
const closing = (cells: Cell[], targets: Cell[] = []) => ({ cells, targets, projects: new Map([['p', project]]) })
const codeOf = (judged: unknown) => (isRefusal(judged) ? judged.code : null)

describe('which weeks can be closed', () => {
  test.each([
    ['the running one', 0, 0, null],
    ['one to come', 3, 3, null],
    ['a year', 0, 52, null],
    ['one that is over', -1, 0, 'booking.closure-too-early'],
    ['more than a year', 0, 53, 'booking.closure-length'],
    ['none, as the last is before the first', 3, 2, 'booking.closure-length'],
  ])('%s', (_, from, to, code) =>
    expect(codeOf(judgeStretch(addWeeks(running, from), addWeeks(running, to), now))).toBe(code),
  )

  test('both ends are meant', () =>
    expect(weeksFrom('2026-12-21', '2027-01-04')).toEqual(['2026-12-21', '2026-12-28', '2027-01-04']))
})

describe('what happens to what stands there', () => {
  const to = (slot: string, weeks: number) => ({ slot, week: addWeeks(running, weeks) })

  test('empty weeks are closed, and what somebody cancelled just now goes with them', () => {
    const judged = judgeClosing(closing([cell('A', 3), cell('B', 3, booked('x', 'cancelled'))]), [], now)
    expect(judged).toMatchObject({ closes: [{ slot: 'A' }, { slot: 'B' }], moves: [], ends: [], holds: [] })
  })

  test('what is closed already stays with its own maintenance', () => {
    const judged = judgeClosing(closing([cell('A', 3), cell('B', 3, { closureId: 'c' })]), [], now)
    expect(judged).toMatchObject({ closes: [{ slot: 'A' }] })
    expect(codeOf(judgeClosing(closing([cell('B', 3, { closureId: 'c' })]), [], now))).toBe('booking.closed-already')
  })

  test('a hold is taken back without being asked for', () => {
    const hold = { id: 'h', placeId: 'w', projectId: 'p', until: now }
    expect(judgeClosing(closing([cell('A', 3, { hold })]), [], now)).toMatchObject({ holds: [{ hold }] })
  })

  test.each([
    ['a free one as large', cell('D', 6), null],
    ['a larger one', cell('D', 6, { gpus: 8 }), 'booking.displacement-taken'],
    ['a smaller one', cell('D', 6, { gpus: 2 }), 'booking.displacement-taken'],
    ['one that somebody has', cell('D', 6, booked('y')), 'booking.displacement-taken'],
    [
      'one that somebody waits for',
      cell('D', 6, { waiting: [{ id: 'w', projectId: 'q', personId: 'x' }] }),
      'booking.displacement-taken',
    ],
    ['one that is closed', cell('D', 6, { closureId: 'c' }), 'booking.displacement-taken'],
    ['the running one, before its own begins', cell('D', 0), 'booking.displacement-taken'],
    ['one after its project has ended', cell('D', 70), 'booking.displacement-taken'],
  ])('a booking goes to %s', (_, target, code) => {
    const decision = { bookedWeek: 'x', to: { slot: target.slot, week: target.week } }
    expect(codeOf(judgeClosing(closing([cell('A', 3, booked('x'))], [target]), [decision], now))).toBe(code)
  })

  test('who works now may go on in another slot of the running week', () => {
    const judged = judgeClosing(
      closing([cell('A', 0, booked('x'))], [cell('D', 0)]),
      [{ bookedWeek: 'x', to: to('D', 0) }],
      now,
    )
    expect(judged).toMatchObject({ moves: [{ from: { slot: 'A' }, to: { slot: 'D' } }] })
  })

  test.each([
    ['left out', [], 'booking.displacement-missing'],
    [
      'of one that does not stand there',
      [
        { bookedWeek: 'x', to: null },
        { bookedWeek: 'z', to: null },
      ],
      'booking.displacement-stale',
    ],
    [
      'made twice',
      [
        { bookedWeek: 'x', to: null },
        { bookedWeek: 'x', to: null },
      ],
      'booking.displacement-stale',
    ],
  ])('a decision %s refuses', (_, decisions, code) =>
    expect(codeOf(judgeClosing(closing([cell('A', 3, booked('x'))]), decisions, now))).toBe(code),
  )
})
