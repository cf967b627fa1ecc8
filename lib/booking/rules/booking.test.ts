import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ActingFor } from './acting'
import { judgeBooking, kindOf, type Wanted } from './booking'
import { exceeds, fitting, leftOf, moveExceeds } from './budget'
import { type Cell, occupancyOf } from './cell'
import { addWeeks, endOf, startOf } from './weeks'

const now = new Date('2026-11-23T12:00:00Z')
const later = (ms: number): Date => new Date(now.getTime() + ms)
const running = '2026-11-23'
const day = 86_400_000

const cellIn = (ahead: number, changes: Partial<Cell> = {}): Cell => {
  const week = addWeeks(running, ahead)
  return {
    slot: 'a',
    week,
    machineId: 'm',
    gpus: 4,
    startsAt: startOf(week),
    endsAt: endOf(week),
    closureId: null,
    booked: null,
    hold: null,
    waiting: [],
    ...changes,
  }
}
const booked = (projectId: string, state = 'booked', countsUntil = later(day)) => ({
  booked: { id: 'b', bookingId: 'k', projectId, state, countsUntil },
})
const held = (projectId: string, until = later(day)) => ({ hold: { id: 'h', placeId: 'p', projectId, until } })
const waits = (...ids: string[]) => ({ waiting: ids.map((projectId) => ({ id: projectId, projectId, personId: 'x' })) })
const project = (changes: Partial<ActingFor> = {}): ActingFor => ({
  id: 'me',
  slug: 'me',
  state: 'active',
  startsAt: later(-400 * day),
  endsAt: later(400 * day),
  membersConfirmedAt: later(-day),
  missing: [],
  ...changes,
})

describe('what a slot week is to a project', () => {
  test.each([
    ['empty', cellIn(2), 'free'],
    ['empty, and it runs', cellIn(0), 'free'],
    ['over', cellIn(-1), 'over'],
    ['ending at this moment', cellIn(0, { endsAt: now }), 'over'],
    ['closed', cellIn(2, { closureId: 'c' }), 'closed'],
    ['theirs', cellIn(2, booked('they')), 'taken'],
    ['mine', cellIn(2, booked('me')), 'mine'],
    ['cancelled, in its minute', cellIn(2, booked('they', 'cancelled', later(1))), 'closing'],
    ['cancelled, past its minute', cellIn(2, booked('they', 'cancelled', now)), 'free'],
    ['the same, and others wait', cellIn(2, { ...booked('they', 'cancelled', now), ...waits('you') }), 'waiting-first'],
    ['the same, and I alone wait', cellIn(2, { ...booked('they', 'cancelled', now), ...waits('me') }), 'free'],
    ['released, and others waited for it', cellIn(0, { ...booked('they', 'released', now), ...waits('you') }), 'free'],
    ['free, though others waited who could not afford it', cellIn(2, waits('you')), 'free'],
    ['held for me', cellIn(2, held('me')), 'held-mine'],
    ['held for them', cellIn(2, held('they')), 'held'],
    ['held until now', cellIn(2, held('they', now)), 'free'],
    ['held until now, and others wait', cellIn(2, { ...held('me', now), ...waits('you') }), 'waiting-first'],
  ] as const)('%s', (_, cell, expected) => expect(occupancyOf(cell, 'me', now)).toBe(expected))
})

const wanting = (...cells: Cell[]): Wanted => ({ keys: cells, cells, override: false })
const judged = (wanted: Wanted, who = project(), budget = 32, used = 0) =>
  judgeBooking(wanted, who, { budget, used }, now)

describe('a booking', () => {
  test.each([
    ['of free weeks within the budget', wanting(cellIn(1), cellIn(2)), project(), 8, null],
    ['a drop-in, at full cost', wanting(cellIn(0)), project(), 3, 'booking.over-budget'],
    ['one week too many', wanting(cellIn(1), cellIn(2)), project(), 7, 'booking.over-budget'],
    ['what is held for it costs nothing more', wanting(cellIn(1, held('me'))), project(), 0, null],
    ['a week that is over', wanting(cellIn(-1), cellIn(1)), project(), 32, 'booking.week-over'],
    ['a slot that is taken', wanting(cellIn(1, booked('they'))), project(), 32, 'booking.taken'],
    ['a slot that is closed', wanting(cellIn(1, { closureId: 'c' })), project(), 32, 'booking.closed'],
    [
      'what others wait for',
      wanting(cellIn(1, { ...held('x', now), ...waits('y') })),
      project(),
      32,
      'booking.waiting-first',
    ],
    [
      'beyond the project',
      wanting(cellIn(3)),
      project({ endsAt: endOf(addWeeks(running, 2)) }),
      32,
      'booking.outside-project',
    ],
    ['up to its end', wanting(cellIn(2)), project({ endsAt: endOf(addWeeks(running, 2)) }), 32, null],
    [
      'before the project',
      wanting(cellIn(1)),
      project({ startsAt: startOf(addWeeks(running, 2)) }),
      32,
      'booking.outside-project',
    ],
    ['in a week that the project joins', wanting(cellIn(0)), project({ startsAt: now }), 32, null],
    ['by an ended project', wanting(cellIn(1)), project({ state: 'ended' }), 32, 'booking.project-ended'],
    ['by one that is over', wanting(cellIn(1)), project({ endsAt: now }), 32, 'booking.project-ended'],
    [
      'with overdue members',
      wanting(cellIn(1)),
      project({ membersConfirmedAt: later(-366 * day) }),
      32,
      'booking.members-overdue',
    ],
    ['without an agreement', wanting(cellIn(1)), project({ missing: ['dpa'] }), 32, 'agreements.missing'],
    ['of two machines', wanting(cellIn(1), cellIn(2, { machineId: 'n' })), project(), 32, 'booking.one-machine'],
  ] as const)('%s', (_, wanted, who, budget, code) => {
    expect(judged(wanted, who, budget)?.code ?? null).toBe(code)
  })

  test('an override lifts the budget, never occupancy', () => {
    const lifted = { ...wanting(cellIn(1)), override: true }
    expect(judged(lifted, project(), 0)).toBeNull()
    expect(judged({ ...wanting(cellIn(1, booked('they'))), override: true }, project(), 0)?.code).toBe('booking.taken')
  })

  test('a slot week that there is not is told by its key', () => {
    const wanted = { ...wanting(cellIn(1)), cells: [] }
    expect(judged(wanted)?.details.taken).toEqual([{ slot: 'a', week: addWeeks(running, 1), why: 'none' }])
  })

  test.each([
    ['running', [cellIn(0), cellIn(1)], 'drop-in'],
    ['held', [cellIn(1, held('me'))], 'claim'],
    ['to come', [cellIn(1)], 'ordinary'],
  ] as const)('%s: %j', (_, cells, kind) => expect(kindOf(cells, 'me', now)).toBe(kind))
})

const budget = fc.record({ budget: fc.nat(64), used: fc.nat(80) })
const wishes = fc.array(fc.nat(16), { maxLength: 12 }).map((all) => all.map((adds, key) => ({ key, adds })))

describe('budget', () => {
  test('what fits never takes a project over, and no more of what is left out would fit', () => {
    fc.assert(
      fc.property(budget, wishes, (of, all) => {
        const fits = fitting(all, of)
        const cost = all.filter(({ key }) => fits.includes(key)).reduce((sum, { adds }) => sum + adds, 0)
        if (fits.length > 0) expect(of.used + cost).toBeLessThanOrEqual(of.budget)
        const out = all.filter(({ key }) => !fits.includes(key))
        for (const { adds } of out) expect(of.used + cost + adds).toBeGreaterThan(of.budget)
      }),
    )
  })

  test('a move that asks for no more always may; any other as a cancellation and a booking in one', () => {
    fc.assert(
      fc.property(budget, fc.integer({ min: 1, max: 16 }), fc.integer({ min: 1, max: 16 }), (of, from, to) => {
        const standing = { ...of, used: of.used + from }
        if (to <= from) expect(moveExceeds(standing, from, to, to)).toBe(false)
        else expect(moveExceeds(standing, from, to, to)).toBe(exceeds(of, to))
      }),
    )
  })

  test('what is left is never less than nothing', () => {
    expect([leftOf({ budget: 4, used: 8 }), leftOf({ budget: 8, used: 8 }), leftOf({ budget: 9, used: 8 })]).toEqual([
      0, 0, 1,
    ])
  })
})

test('an accepted booking never exceeds the budget, and takes nothing that somebody else has', () => {
  const state = fc.constantFrom(
    {},
    booked('they'),
    booked('me'),
    held('they'),
    held('me'),
    booked('they', 'cancelled', now),
  )
  const cells = fc.array(fc.tuple(fc.integer({ min: -2, max: 60 }), state), { minLength: 1, maxLength: 8 })
  fc.assert(
    fc.property(cells, budget, (drawn, of) => {
      const wanted = wanting(...new Map(drawn.map(([ahead, change]) => [ahead, cellIn(ahead, change)])).values())
      const refusal = judgeBooking(wanted, project(), of, now)
      const open = wanted.cells.filter((cell) => ['free', 'held-mine'].includes(occupancyOf(cell, 'me', now)))
      const adds = open.filter(({ hold }) => hold === null).length * 4
      if (refusal === null) {
        expect(open).toHaveLength(wanted.cells.length)
        expect(of.used + adds).toBeLessThanOrEqual(of.budget)
      }
    }),
    { numRuns: 1000 },
  )
})
