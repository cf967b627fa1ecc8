import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Cell, cursorOf, type Filter, facetsOf, placeOf, queryOf, showsAll } from './queue'
import { states } from './states'
import { turns } from './turn'

const everything: Filter = { state: [], turn: [], processing: [], mine: false, overdue: false, order: 'longest' }

describe('what is shown', () => {
  test.each([
    [{}, false],
    [{ q: 'knee' }, true],
    [{ state: ['approved'] }, true],
    [{ turn: ['nobody'] }, true],
    [{ processing: ['p'] }, true],
    [{ mine: true, overdue: true }, false],
    [{ show: 'all' as const }, true],
    [{ show: 'waiting' as const, q: 'knee', state: ['approved'] }, false],
  ])('%j shows all: %s', (asked, all) => {
    expect(showsAll({ ...everything, ...asked })).toBe(all)
  })
})

const cell = fc.record({
  processing: fc.constantFrom(null, 'extracted', 'delivered'),
  state: fc.constantFrom(...states),
  turn: fc.constantFrom(...turns),
  mine: fc.boolean(),
  overdue: fc.boolean(),
  n: fc.nat(50),
})
const filter = fc.record({
  processing: fc.subarray(['extracted', 'delivered']),
  state: fc.uniqueArray(fc.constantFrom<string>(...states), { maxLength: 3 }),
  turn: fc.uniqueArray(fc.constantFrom<string>(...turns), { maxLength: 2 }),
  mine: fc.boolean(),
  overdue: fc.boolean(),
  order: fc.constantFrom('longest' as const, 'latest' as const),
})

describe('facets', () => {
  const cells: Cell[] = [
    { state: 'submitted', turn: 'handler', processing: null, mine: true, overdue: false, n: 3 },
    { state: 'submitted', turn: 'deciders', processing: 'extracted', mine: false, overdue: true, n: 2 },
    { state: 'approved', turn: 'nobody', processing: 'delivered', mine: false, overdue: false, n: 5 },
  ]

  test('are counted each without its own choice', () => {
    expect(facetsOf(cells, { ...everything, state: ['submitted'], mine: true })).toEqual({
      total: 3,
      state: { submitted: 3 },
      turn: { handler: 3 },
      processing: {},
      mine: 3,
      overdue: 0,
    })
    expect(facetsOf(cells, { ...everything, state: ['approved'] }).state).toEqual({ submitted: 5, approved: 5 })
    const both = { extracted: 2, delivered: 5 }
    expect(facetsOf(cells, { ...everything, processing: ['extracted'] })).toMatchObject({ total: 2, processing: both })
  })

  test('foretell what a choice leaves', () => {
    fc.assert(
      fc.property(fc.array(cell), filter, fc.constantFrom(...states), (all, wanted, state) => {
        const told = facetsOf(all, wanted).state[state] ?? 0
        expect(facetsOf(all, { ...wanted, state: [state] }).total).toBe(told)
        const far = facetsOf(all, wanted).processing.extracted ?? 0
        expect(facetsOf(all, { ...wanted, processing: ['extracted'] }).total).toBe(far)
      }),
    )
  })
})

describe('an address', () => {
  test('leaves out what is not asked for, and reads alike for equal filters', () => {
    expect(queryOf(everything)).toBe('')
    const wanted = { ...everything, state: ['submitted', 'returned'], mine: true, q: 'a b' }
    expect(queryOf(wanted)).toBe('q=a+b&state=returned&state=submitted&mine=true')
    expect(queryOf({ ...wanted, state: ['returned', 'submitted'] })).toBe(queryOf(wanted))
  })
})

describe('a place', () => {
  const id = '01900000-0000-7000-8000-000000000001'

  test('is found again', () => {
    const place = { since: new Date('2026-11-28T07:00:00.123Z'), id }
    expect(placeOf(cursorOf(place))).toEqual(place)
  })

  test.each([undefined, '', 'x_y', `never_${id}`, '2026-11-28_1', `2026-11-28_${id}'`])('is not in %s', (cursor) => {
    expect(placeOf(cursor)).toBeNull()
  })
})
