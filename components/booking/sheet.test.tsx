import { renderToStaticMarkup as draw } from 'react-dom/server'
import { describe, expect, test, vi } from 'vitest'
import type { ActingProject, BudgetMeter, Sheet, SheetCell, SheetWeek } from '@/lib/booking/rules/sheet'
import { BookingSheet } from './booking-sheet'
import { meterSentence } from './budget-panel'
import { hoursBetween, type Surroundings, viewOf } from './cell-view'
import { renewed, spanOf } from './use-live-sheet'
import { sheetWords } from './words'

vi.mock('next/navigation', () => ({ useRouter: () => ({ push: () => {}, refresh: () => {} }) }))

const words = sheetWords('en')
const now = '2026-11-27T12:00:00.000Z'
const slot = { id: 'a', name: 'A', gpus: 4 }
const meter: BudgetMeter = { budget: 16, used: 10, left: 6, held: 0, next: null }
const empty: SheetCell = {
  slotId: 'a',
  week: '2026-11-30',
  state: 'free',
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
}
const around: Surroundings = { words, now, acting: 'own', meter, selected: 0, moving: false }
const read = (cell: Partial<SheetCell>, more: Partial<Surroundings> = {}, picked = false) => {
  const { look, text, about } = viewOf({ ...empty, ...cell }, slot, picked, { ...around, ...more })
  return [look, text, about]
}
const own = { slug: 'own', name: 'Own' }
const other = { slug: 'other', name: 'Liver CT' }

describe('a cell says', () => {
  test.each([
    ['free, and what it costs of what is left', {}, {}, ['free', 'Free', 'costs 4 of 6 left']],
    ['a drop-in', { state: 'drop-in' }, {}, ['free', 'Drop in', 'costs 4 of 6 left']],
    ['that it cannot be afforded', {}, { selected: 4 }, ['poor', '2 over budget', 'costs 4 of 2 left']],
    [
      'the same where the project is over already',
      {},
      { selected: 12 },
      ['poor', '10 over budget', 'costs 4 of 0 left'],
    ],
    ['free alone to who cannot book', {}, { meter: null }, ['free', 'Free', undefined]],
    ['where to, while a week is moved', {}, { moving: true, selected: 40 }, ['free', 'Move here', undefined]],
    ['yours', { state: 'mine', project: own, life: 'booked' }, {}, ['mine', 'Yours', undefined]],
    ['its life', { state: 'mine', project: own, life: 'ready' }, {}, ['mine', 'Yours, ready', undefined]],
    [
      'whose, of another project of one’s own',
      { state: 'mine', project: other, life: 'booked' },
      {},
      ['ours', 'Liver CT', 'Yours'],
    ],
    ['who', { state: 'other', project: other, waiting: 2 }, {}, ['other', 'Liver CT', '2 waiting']],
    [
      'that one waits',
      { state: 'other', project: other, waiting: 1, waitingMine: true },
      {},
      ['other', 'You wait · Liver CT', '1 waiting'],
    ],
    ['nothing of a hidden project', { state: 'hidden' }, {}, ['other', 'Hidden project', undefined]],
    [
      'for how long it is held',
      { state: 'held', until: '2026-11-28T08:30:00Z' },
      {},
      ['held', 'On hold · 21 h', undefined],
    ],
    [
      'what is kept for you',
      { state: 'held-mine', until: '2026-11-27T13:00:00Z' },
      {},
      ['claim', 'Claim · 1 h', 'kept for you from the waiting list for 1 h more'],
    ],
    ['cancelled', { state: 'closing' }, {}, ['gone', 'Cancelled', 'free in a minute']],
    ['closed and why', { state: 'closed', reason: 'Cooling' }, {}, ['shut', 'Cooling', 'Closed']],
    ['that nobody used it', { state: 'past' }, {}, ['gone', 'Not used', undefined]],
    ['that it is not lent', { state: 'none' }, {}, ['gone', 'Not lent', undefined]],
  ] as const)('%s', (_, cell, more, expected) => {
    expect(read(cell, more)).toEqual(expected)
  })

  test('that it is selected', () => {
    expect(read({}, { selected: 40 }, true)).toEqual(['picked', 'Selected', 'costs 4'])
  })
})

test('hours that have begun are counted whole', () => {
  expect(hoursBetween(now, '2026-11-27T12:00:01Z')).toBe(1)
  expect(hoursBetween(now, '2026-11-28T12:00:01Z')).toBe(24)
  expect(hoursBetween(now, '2026-11-28T12:05:00Z')).toBe(25)
  expect(hoursBetween(now, '2026-11-27T11:00:00Z')).toBe(0)
})

test('the meter tells in words what is left, and from when on it is over', () => {
  expect(meterSentence(meter, 6, words)).toBe('10 held · 6 selected · 0 left of 16')
  expect(meterSentence(meter, 7, words)).toBe('10 held · 7 selected · 1 over 16')
})

const week = (monday: string, cell: Partial<SheetCell>): SheetWeek => ({
  week: monday,
  name: '2026-W49',
  startsAt: `${monday}T08:00:00.000Z`,
  endsAt: `${monday}T08:00:00.000Z`,
  isCurrent: false,
  isPast: false,
  slots: [slot],
  cells: [{ ...empty, week: monday, ...cell }],
})
const acting: ActingProject = { id: 'p', slug: 'own', name: 'Own', onBehalfOf: 'Petra PI', why: null, owes: [], meter }
const sheet = (weeks: SheetWeek[], more: Partial<Sheet> = {}): Sheet => ({
  machine: { id: 'm', slug: 'dgx-2', name: 'DGX-2', description: '' },
  machines: [],
  weeks,
  projects: [acting],
  acting,
  administers: false,
  earlier: null,
  later: null,
  ...more,
})

describe('without scripts', () => {
  const drawn = (of: Sheet, more: object = {}) =>
    draw(
      <BookingSheet
        read={{ sheet: of, now }}
        addresses={{ events: '/e', weeks: '/w' }}
        words={words}
        whyNot={null}
        act={async (state) => state}
        column={0}
        address="/bookings?machine=dgx-2"
        moving={null}
        toolbar={null}
        noProject="none"
        {...more}
      />,
    )

  /** What each button of the markup sends. */
  const sentBy = (markup: string) =>
    [...markup.matchAll(/<button[^>]*>/g)].flatMap(([tag]) => {
      const [name, value] = ['name', 'value'].map((one) => new RegExp(` ${one}="([^"]*)"`).exec(tag)?.[1])
      return name ? [`${name} ${value}`] : []
    })

  test('a free cell is a button that books it, one’s own a link, and each says what else can be done', () => {
    const markup = drawn(
      sheet([
        week('2026-11-30', {}),
        week('2026-12-07', { state: 'mine', project: own, bookingId: 'b', bookedWeekId: 'w', life: 'booked' }),
        week('2026-12-14', { state: 'other', project: other }),
        week('2026-12-21', { state: 'held-mine', until: now, holdId: 'h' }),
        week('2026-12-28', { state: 'other', project: other, waitingMine: true, placeId: 'q' }),
      ]),
    )
    expect(markup).toContain('<a href="/bookings/b"')
    expect(sentBy(markup)).toEqual([
      'book a/2026-11-30',
      'cancel b/w',
      'wait a/2026-12-14',
      'claim h',
      'decline h',
      'leave q',
    ])
    expect(markup).not.toContain('role="grid"')
    expect(markup).not.toContain('tabindex')
  })

  test('the first button of the form is none that Enter in a field could press', () => {
    expect(/<button[^>]*>/.exec(drawn(sheet([week('2026-11-30', {})])))?.[0]).toMatch(/disabled=""/)
  })

  test('who cannot book is offered nothing to press, and told why', () => {
    const barred = { ...acting, why: 'booking.project-ended' }
    const markup = drawn(sheet([week('2026-11-30', {})], { acting: barred }), { whyNot: 'It has ended.' })
    expect(sentBy(markup)).toEqual([])
    expect(markup).toContain('It has ended.')
    expect(drawn(sheet([week('2026-11-30', {})], { acting: null }))).toContain('none')
  })

  test('while a week is moved the open cells are where it can go', () => {
    const markup = drawn(sheet([week('2026-11-30', {})]), { moving: 'b/w' })
    expect(sentBy(markup)).toEqual(['move a/2026-11-30'])
    expect(markup).toContain('name="moving" value="b/w"')
  })
})

describe('the sheet that is alive', () => {
  const weeks = [week('2026-11-30', {}), week('2026-12-07', {}), week('2026-12-14', {})]

  test('has the weeks that were read anew, and the budgets', () => {
    const changed = week('2026-12-07', { state: 'other', project: other })
    const poorer = { ...acting, meter: { ...meter, used: 14 } }
    const live = renewed({ sheet: sheet(weeks), now }, { sheet: sheet([changed], { acting: poorer }), now: 'later' })
    expect(live.sheet.weeks.map(({ cells }) => cells[0]?.state)).toEqual(['free', 'other', 'free'])
    expect([live.sheet.acting?.meter.used, live.now]).toEqual([14, 'later'])
  })

  test.each([
    ['all', { from: '2026-11-30', weeks: 3 }],
    [new Set(['2026-12-14', '2026-12-07']), { from: '2026-12-07', weeks: 2 }],
    [new Set(['2030-01-07']), null],
  ] as const)('reads the smallest span of what changed', (changed, span) => {
    expect(spanOf(weeks, changed)).toEqual(span)
  })
})
