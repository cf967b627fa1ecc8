import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { leadTimeOf, leadTimes, leadTimesOf, noonOf, readyShare, utilisationOf } from './figures'
import { addWeeks, startOf } from './weeks'

const at = (iso: string) => new Date(iso)
const days = (count: number) => count * 86_400_000

test.each([
  ['in winter', '2026-11-30', '2026-11-30T11:00:00.000Z'],
  ['in summer', '2026-07-06', '2026-07-06T10:00:00.000Z'],
  ['after the spring change', '2026-03-30', '2026-03-30T10:00:00.000Z'],
  ['after the autumn change', '2026-10-26', '2026-10-26T11:00:00.000Z'],
])('noon of a Monday %s', (_, week, noon) => expect(noonOf(week).toISOString()).toBe(noon))

describe('ready before noon', () => {
  const now = at('2026-11-30T10:00:00Z')
  test.each([
    ['a minute before', '2026-11-23T10:59:00Z', { ready: 1, of: 1 }],
    ['at noon', '2026-11-23T11:00:00Z', { ready: 0, of: 1 }],
    ['never', null, { ready: 0, of: 1 }],
  ])('%s', (_, readyAt, share) =>
    expect(readyShare([{ week: '2026-11-23', readyAt: readyAt === null ? null : at(readyAt) }], now)).toEqual(share),
  )

  test('a week whose noon has not come is not counted yet', () =>
    expect(readyShare([{ week: '2026-11-30', readyAt: null }], now)).toEqual({ ready: 0, of: 0 }))
})

describe('how long before', () => {
  const start = at('2026-11-30T08:00:00Z')
  test.each([
    [0, 'drop-in'],
    [-2, 'drop-in'],
    [1, 'under-1'],
    [7, '1-2'],
    [13.9, '1-2'],
    [14, '2-4'],
    [28, '4-8'],
    [56, '8-16'],
    [112, 'over-16'],
    [400, 'over-16'],
  ])('%d days', (ahead, lead) => expect(leadTimeOf(new Date(start.getTime() - days(ahead)), start)).toBe(lead))

  test('every booking is counted once', () => {
    const booking = fc
      .integer({ min: -10, max: 500 })
      .map((n) => ({ bookedAt: new Date(start.getTime() - days(n)), startsAt: start }))
    fc.assert(
      fc.property(fc.array(booking), (bookings) => {
        const counted = leadTimesOf(bookings)
        expect(counted.map(({ lead }) => lead)).toEqual(leadTimes)
        expect(counted.reduce((sum, one) => sum + one.bookings, 0)).toBe(bookings.length)
      }),
    )
  })
})

test('utilisation is of what could be lent; nothing lent is no figure', () => {
  expect(
    utilisationOf([
      { lendable: 16, used: 16 },
      { lendable: 8, used: 2 },
    ]),
  ).toBe(0.75)
  expect(utilisationOf([{ lendable: 0, used: 0 }])).toBeNull()
  expect(startOf(addWeeks('2026-11-23', 1)) < noonOf('2026-11-30')).toBe(true)
})
