import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { earliestLayout, gpusOf, missingSpans, nextLayout, sheetEnd, spansOf } from './layouts'
import { addWeeks, weeksBetween } from './weeks'

const four = ['A', 'B', 'C', 'D'].map((id) => ({ id, gpus: 4 }))
const two = ['E', 'F'].map((id) => ({ id, gpus: 8 }))
const layouts = [
  { from: '2027-03-01', slots: two },
  { from: '2026-01-05', slots: four },
]

describe('layouts follow each other', () => {
  test('each holds until the next one begins, the last without end', () => {
    expect(spansOf(layouts)).toEqual([
      { from: '2026-01-05', until: '2027-03-01', slots: four },
      { from: '2027-03-01', until: null, slots: two },
    ])
  })

  test.each([
    ['2026-01-05', '2027-03-01'],
    ['2027-02-22', '2027-03-01'],
    ['2027-03-01', null],
  ])('after %s the next begins %s', (week, next) => expect(nextLayout(layouts, week)).toBe(next))

  test('GPUs are those of all slots', () => expect([gpusOf(four), gpusOf(two), gpusOf([])]).toEqual([16, 16, 0]))
})

test('the running week is left alone, and the sheet reaches so many weeks beyond it', () => {
  const monday = new Date('2026-11-30T08:00:00Z')
  expect(earliestLayout(monday)).toBe('2026-12-07')
  expect(earliestLayout(new Date(monday.getTime() - 1))).toBe('2026-11-30')
  expect(weeksBetween('2026-11-30', sheetEnd(monday, 56))).toBe(57)
})

describe('what of the sheet is missing', () => {
  test.each([
    ['nothing, where it reaches there', '2027-06-28', '2027-07-05', []],
    ['the weeks since it was last extended', '2027-06-28', '2027-07-19', [[two, '2027-07-05', '2027-07-19']]],
    [
      'weeks of two layouts, where one follows the other between',
      '2027-02-15',
      '2027-03-15',
      [
        [four, '2027-02-22', '2027-03-01'],
        [two, '2027-03-01', '2027-03-15'],
      ],
    ],
    ['everything, where there is no week yet', null, '2026-01-19', [[four, '2026-01-05', '2026-01-19']]],
  ])('%s', (_, reached, to, spans) => {
    expect(missingSpans(layouts, reached, to).map(({ slots, from, to }) => [slots, from, to])).toEqual(spans)
  })

  test('nothing of a machine that is no longer lent', () => {
    const retired = [...layouts, { from: '2027-05-03', slots: [] }]
    expect(missingSpans(retired, '2027-04-26', '2028-01-03')).toEqual([])
  })

  test('extending again and again makes each week of each layout exactly once', () => {
    const weeks = fc.integer({ min: 0, max: 120 }).map((n) => addWeeks('2026-01-05', n))
    fc.assert(
      fc.property(
        fc.uniqueArray(weeks, { minLength: 1, maxLength: 5 }),
        fc.array(weeks, { maxLength: 6 }),
        (from, ends) => {
          const plan = from.map((week) => ({ from: week, slots: [{ id: week, gpus: 1 }] }))
          const made: string[] = []
          let reached: string | null = null
          for (const to of [...ends, '2029-01-01'].toSorted()) {
            for (const { slots, from, to: end } of missingSpans(plan, reached, to)) {
              for (let week = from; week < end; week = addWeeks(week, 1)) made.push(`${slots[0]?.id} ${week}`)
            }
            reached =
              made
                .map((one) => one.slice(11))
                .toSorted()
                .at(-1) ?? null
          }
          const first = from.toSorted()[0] ?? ''
          const wanted = Array.from({ length: weeksBetween(first, '2029-01-01') }, (_, n) => addWeeks(first, n))
          const holder = (week: string) =>
            from
              .filter((start) => start <= week)
              .toSorted()
              .at(-1)
          expect(made).toEqual(wanted.map((week) => `${holder(week)} ${week}`))
        },
      ),
    )
  })
})
