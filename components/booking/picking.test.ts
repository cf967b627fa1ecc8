import { describe, expect, test } from 'vitest'
import type { CellState, SheetWeek } from '@/lib/booking/rules/sheet'
import { addWeeks, isoNameOf } from '@/lib/booking/rules/weeks'
import { nameOf } from './naming'
import { drawTo, goTo, keepOnly, nothingPicked, picked, step, toggle, without } from './picking'
import { sheetWords } from './words'

/** Weeks from 2026-12-14 on (the 51st of a year of 53), one text each: f free, d drop-in, anything else taken. */
const sheet = (...rows: string[]): SheetWeek[] =>
  rows.map((row, n) => {
    const week = addWeeks('2026-12-14', n)
    const stateOf = (mark: string): CellState => (mark === 'f' ? 'free' : mark === 'd' ? 'drop-in' : 'other')
    const letters = ['A', 'B', 'C', 'D'].slice(0, row.length)
    return {
      week,
      name: isoNameOf(week),
      startsAt: `${week}T08:00:00Z`,
      endsAt: `${addWeeks(week, 1)}T08:00:00Z`,
      isCurrent: false,
      isPast: false,
      slots: letters.map((name) => ({ id: `slot-${name}`, name, gpus: 4 })),
      cells: [...row].map((mark, at) => ({
        slotId: `slot-${letters[at]}`,
        week,
        state: stateOf(mark),
        project: null,
        bookingId: null,
        bookedWeekId: null,
        life: null,
        until: null,
        waiting: 0,
        waitingMine: false,
        holdId: null,
        placeId: null,
        reason: null,
      })),
    }
  })
const weeks = sheet('dfxf', 'ffff', 'fxff', 'ff')
const at = (row: number, column: number) => ({ row, column })
const keys = (state: typeof nothingPicked, of = weeks) => picked(of, state).map(({ key }) => key)

describe('picking', () => {
  test('one by one: open cells only, and again to let go', () => {
    const two = toggle(toggle(nothingPicked, weeks, at(1, 1)), weeks, at(0, 0))
    expect(keys(two)).toEqual(['slot-A/2026-12-14', 'slot-B/2026-12-21'])
    expect(keys(toggle(two, weeks, at(1, 1)))).toEqual(['slot-A/2026-12-14'])
    expect(keys(toggle(nothingPicked, weeks, at(2, 1)))).toEqual([])
  })

  test('a block leaves out what is not open, and follows where it is drawn', () => {
    const drawn = drawTo(drawTo(goTo(nothingPicked, at(2, 1)), weeks, at(3, 3)), weeks, at(0, 0))
    expect(keys(drawn)).toHaveLength(5)
    expect(keys(drawTo(drawn, weeks, at(1, 1)))).toEqual(['slot-B/2026-12-21'])
  })

  test('what was picked before stays beside a block, and a block stays when one goes on', () => {
    const one = toggle(nothingPicked, weeks, at(3, 0))
    const block = drawTo(goTo(one, at(0, 1)), weeks, at(1, 1))
    const on = goTo(block, at(2, 2))
    expect(keys(on)).toEqual(keys(block))
    expect(keys(on)).toEqual(['slot-A/2027-01-04', 'slot-B/2026-12-14', 'slot-B/2026-12-21'])
    expect(on.active).toEqual(at(2, 2))
  })

  test('from the active cell a block is drawn by the keyboard', () => {
    const there = goTo(nothingPicked, at(1, 0))
    expect(keys(drawTo(there, weeks, at(1, 2)))).toHaveLength(3)
  })

  test('what somebody else took is picked no more; what is out of sight still is', () => {
    const two = toggle(toggle(nothingPicked, weeks, at(0, 1)), weeks, at(1, 1))
    expect(keys(two, sheet('dxxf', 'ffff'))).toEqual(['slot-B/2026-12-21'])
    expect(keys(two, weeks.slice(2))).toEqual(['slot-B/2026-12-14', 'slot-B/2026-12-21'])
  })

  test('a block stays what it is when the page is turned, and another begins there', () => {
    const later = sheet('ffff', 'ffff').map((week, n) => {
      const monday = addWeeks('2027-06-07', n)
      return { ...week, week: monday, cells: week.cells.map((cell) => ({ ...cell, week: monday })) }
    })
    const block = drawTo(goTo(nothingPicked, at(1, 0)), weeks, at(1, 1))
    expect(keys(block, later)).toEqual(keys(block))
    const more = drawTo({ ...block, active: at(0, 2) }, later, at(1, 2))
    expect(keys(more, later)).toEqual([...keys(block), 'slot-C/2027-06-07', 'slot-C/2027-06-14'])
  })

  test('only what fits is kept', () => {
    const block = drawTo(goTo(nothingPicked, at(0, 0)), weeks, at(1, 1))
    expect(keys(keepOnly(block, new Set(['slot-A/2026-12-21'])))).toEqual(['slot-A/2026-12-21'])
  })

  test('what is booked is let go, and nothing that was picked meanwhile', () => {
    const sent = toggle(nothingPicked, weeks, at(0, 1))
    const more = toggle(sent, weeks, at(1, 1))
    expect(keys(without(more, ['slot-B/2026-12-14']))).toEqual(['slot-B/2026-12-21'])
    expect(keys(without(drawTo(goTo(nothingPicked, at(0, 0)), weeks, at(1, 0)), ['slot-A/2026-12-14']))).toEqual([
      'slot-A/2026-12-21',
    ])
  })
})

describe('keys', () => {
  test.each([
    ['ArrowDown', false, at(0, 3), at(1, 3)],
    ['ArrowDown', false, at(2, 3), at(3, 1)],
    ['ArrowDown', false, at(3, 1), at(3, 1)],
    ['ArrowUp', false, at(0, 0), at(0, 0)],
    ['ArrowLeft', false, at(1, 0), at(1, 0)],
    ['ArrowRight', false, at(1, 0), at(1, 1)],
    ['Home', false, at(1, 3), at(1, 0)],
    ['End', false, at(3, 0), at(3, 1)],
    ['Home', true, at(2, 2), at(0, 0)],
    ['End', true, at(0, 0), at(3, 1)],
  ])('%s (the whole sheet: %s) leads from %o to %o', (key, whole, from, to) => {
    expect(step(key, whole, from, weeks)).toEqual(to)
  })

  test('others lead nowhere', () => {
    expect(step('x', false, at(0, 0), weeks)).toBeNull()
  })
})

describe('what is picked is named', () => {
  const words = sheetWords('en')
  const named = (to: ReturnType<typeof at>, from = at(0, 0)) =>
    nameOf(picked(weeks, drawTo(goTo(nothingPicked, from), weeks, to)), words)

  test('by slots and runs of weeks, over the turn of the year', () => {
    expect(named(at(3, 1))).toBe('weeks 51–1, slot A; weeks 51–52, slot B; week 1, slot B')
  })

  test('slots of the same weeks together', () => {
    expect(named(at(1, 1))).toBe('weeks 51–52, slots A, B')
    expect(named(at(1, 2), at(1, 2))).toBe('week 52, slot C')
  })
})
