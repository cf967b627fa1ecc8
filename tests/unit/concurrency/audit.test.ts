// The audit must find each kind of lie.
import { describe, expect, test } from 'vitest'
import { audit } from '../../concurrency/audit'
import {
  began,
  book,
  bookable,
  broken,
  cells,
  confirmed,
  done,
  entry,
  evidence,
  type Key,
  one,
  operation,
  other,
  row,
  taken,
  verb,
  w1,
  w2,
} from './made-up'

describe('finds nothing against', () => {
  test('a booking that is confirmed, seen as taken by another, cancelled and brought back', () => {
    const a = book('a', 'p', one, confirmed(0, 'a', one), confirmed(500, 'a', one))
    const b = book('b', 'q', one, taken(20, 'taken'))
    const c = verb('cancel', 'a', 'p', done(40, 'a', one))
    const d = book('d', 'q', one, taken(60, 'closing'))
    const e = verb('undo', 'a', 'p', done(80, 'a', one, { did: 'restore' }))
    const entries = [
      entry(a, 'weeks-booked', 'a', one, 5),
      entry(c, 'weeks-cancelled', 'a', one, 45),
      entry(e, 'ending-undone', 'a', one, 85),
    ]
    expect(broken([a, b, c, d, e], evidence(entries, [row('a', 'p', one[0] as Key)]))).toEqual([])
  })

  test('a slot week that is given to another once its minute is over', () => {
    const a = book('a', 'p', one, confirmed(0, 'a', one))
    const c = verb('cancel', 'a', 'p', done(40, 'a', one))
    const b = book('b', 'q', other, confirmed(60_100, 'b', other))
    const entries = [
      entry(a, 'weeks-booked', 'a', one, 5),
      entry(c, 'weeks-cancelled', 'a', one, 45),
      entry(b, 'weeks-booked', 'b', other, 60_105),
    ]
    const left = { state: 'cancelled', stands: false, countsUntil: new Date(began + 60_045) }
    expect(
      broken([a, c, b], evidence(entries, [row('a', 'p', one[0] as Key, left), row('b', 'q', other[0] as Key)])),
    ).toEqual([])
  })

  test('an act that was asked for before something stopped counting, and committed after another took its room', () => {
    const [x, w, y] = [cells(['x', 's', w1]), cells(['w', 's', w2]), cells(['y', 's', w1])]
    const a = book('a', 'p', x, confirmed(0, 'a', x))
    const b = book('b', 'p', w, confirmed(20, 'b', w))
    const c = verb('cancel', 'a', 'p', done(40, 'a', x))
    const d = verb('cancel', 'b', 'p', done(30_000, 'b', w))
    const e = book('e', 'p', y, confirmed(60_050, 'e', y))
    const u = verb('undo', 'b', 'p', { ...done(60_030, 'b', w, { did: 'restore' }) })
    const undone = { ...entry(u, 'ending-undone', 'b', w, 60_080), at: new Date(began + 60_030) }
    const entries = [
      entry(a, 'weeks-booked', 'a', x, 5),
      entry(b, 'weeks-booked', 'b', w, 25),
      entry(c, 'weeks-cancelled', 'a', x, 45),
      entry(d, 'weeks-cancelled', 'b', w, 30_005),
      entry(e, 'weeks-booked', 'e', y, 60_055),
      undone,
    ]
    const rows = [
      row('a', 'p', x[0] as Key, { state: 'cancelled', stands: false, countsUntil: new Date(began + 60_045) }),
      row('b', 'p', w[0] as Key, { createdAt: new Date(began + 25) }),
      row('e', 'p', y[0] as Key, { createdAt: new Date(began + 60_055) }),
    ]
    expect(broken([a, b, c, d, e, u], evidence(entries, rows))).toEqual([])
  })

  test('an attempt without an answer that took effect, and one that did not', () => {
    const a = book('a', 'p', one, { at: 0, status: null })
    const b = book('b', 'q', one, { at: 0, status: null }, taken(50, 'taken'))
    const kept = evidence([entry(a, 'weeks-booked', 'a', one, 5)], [row('a', 'p', one[0] as Key)])
    expect(broken([a, b], kept)).toEqual([])
  })
})

describe('finds', () => {
  test('a confirmed booking that is lost', () => {
    expect(broken([book('a', 'p', one, confirmed(0, 'a', one))], evidence([], []))).toEqual(['lost'])
  })

  test('a confirmed booking of which only a part is kept', () => {
    const both = cells(['x', 's', w1], ['z', 's', w2])
    const a = book('a', 'p', both, confirmed(0, 'a', both))
    const kept = evidence([entry(a, 'weeks-booked', 'a', one, 5)], [row('a', 'p', one[0] as Key)])
    expect(broken([a], kept)).toContain('lost')
  })

  test('a refused booking that is kept', () => {
    const a = book('a', 'p', one, taken(0, 'taken'))
    const kept = evidence([entry(a, 'weeks-booked', 'a', one, 5)], [row('a', 'p', one[0] as Key)])
    expect(broken([a], kept)).toContain('kept')
  })

  test('a request that was carried out with each of its attempts', () => {
    const a = book('a', 'p', one, { at: 0, status: null }, confirmed(50, 'b', cells(['y', 's', w2])))
    const entries = [
      entry(a, 'weeks-booked', 'a', one, 5, 0),
      entry(a, 'weeks-booked', 'b', cells(['y', 's', w2]), 55, 1),
    ]
    const rows = [row('a', 'p', one[0] as Key), row('b', 'p', { id: 'y', slot: 's', week: w2 })]
    expect(broken([a], evidence(entries, rows))).toContain('once')
  })

  test('a booking that nobody asked for', () => {
    const ghost = book('a', 'p', one, confirmed(0, 'a', one))
    const kept = evidence([entry(ghost, 'weeks-booked', 'a', one, 5)], [row('a', 'p', one[0] as Key)])
    expect(broken([], kept)).toContain('once')
  })

  test('a repeated request that is answered with another booking', () => {
    const a = book('a', 'p', one, confirmed(0, 'a', one), confirmed(50, 'b', other))
    const kept = evidence([entry(a, 'weeks-booked', 'a', one, 5)], [row('a', 'p', one[0] as Key)])
    expect(broken([a], kept)).toEqual(['alike'])
  })

  test('two who hold one slot week at the same time', () => {
    const a = book('a', 'p', one, confirmed(0, 'a', one))
    const b = book('b', 'q', other, confirmed(0, 'b', other))
    const entries = [entry(a, 'weeks-booked', 'a', one, 5), entry(b, 'weeks-booked', 'b', other, 6)]
    const rows = [row('a', 'p', one[0] as Key, { stands: false }), row('b', 'q', other[0] as Key)]
    expect(broken([a, b], evidence(entries, rows))).toEqual(['twice', 'order'])
  })

  test('a slot week given away before its minute was over', () => {
    const a = book('a', 'p', one, confirmed(0, 'a', one))
    const c = verb('cancel', 'a', 'p', done(40, 'a', one))
    const b = book('b', 'q', other, confirmed(30_000, 'b', other))
    const entries = [
      entry(a, 'weeks-booked', 'a', one, 5),
      entry(c, 'weeks-cancelled', 'a', one, 45),
      entry(b, 'weeks-booked', 'b', other, 30_005),
    ]
    const left = { state: 'cancelled', stands: false, countsUntil: new Date(began + 60_045) }
    const rows = [row('a', 'p', one[0] as Key, left), row('b', 'q', other[0] as Key)]
    expect(broken([a, c, b], evidence(entries, rows))).toEqual(['twice', 'order'])
  })

  test('a project over its budget: by the journal, by the rows and by what its people were told', () => {
    const [x, y] = [cells(['x', 't', w1]), cells(['y', 's', w2])]
    const a = book('a', 'p', x, confirmed(0, 'a', x))
    const b = book('b', 'p', y, confirmed(100, 'b', y))
    const entries = [entry(a, 'weeks-booked', 'a', x, 5), entry(b, 'weeks-booked', 'b', y, 105)]
    const rows = [row('a', 'p', x[0] as Key), row('b', 'p', y[0] as Key)]
    const { budget } = audit(bookable, [a, b], evidence(entries, rows))
    expect(budget).toHaveLength(3)
    expect(broken([a, b], evidence(entries, rows))).toEqual(['budget'])
  })

  test('a budget that an undo exceeds, since another was given what it freed', () => {
    const [x, y] = [cells(['x', 't', w1]), cells(['y', 's', w2])]
    const a = book('a', 'p', x, confirmed(0, 'a', x))
    const c = verb('cancel', 'a', 'p', done(40, 'a', x))
    const b = book('b', 'p', y, confirmed(60_050, 'b', y))
    const u = verb('undo', 'a', 'p', done(60_040, 'a', x, { did: 'restore' }))
    const entries = [
      entry(a, 'weeks-booked', 'a', x, 5),
      entry(c, 'weeks-cancelled', 'a', x, 45),
      entry(b, 'weeks-booked', 'b', y, 60_055),
      entry(u, 'ending-undone', 'a', x, 60_044),
    ]
    const rows = [row('a', 'p', x[0] as Key), row('b', 'p', y[0] as Key, { createdAt: new Date(began + 60_055) })]
    expect(broken([a, c, b, u], evidence(entries, rows))).toEqual(['budget'])
  })

  test('refused as taken while nobody had it', () => {
    expect(broken([book('b', 'q', one, taken(0, 'taken'))], evidence([], []))).toEqual(['order'])
  })

  test('a sheet that shows as free what was confirmed before', () => {
    const a = book('a', 'p', one, confirmed(0, 'a', one))
    const shown = { slotId: 's', week: w1, state: 'free', bookedWeekId: null }
    const r = operation('read', 'q', '/weeks', null, { at: 20, status: 200, said: { weeks: [{ cells: [shown] }] } })
    const kept = evidence([entry(a, 'weeks-booked', 'a', one, 5)], [row('a', 'p', one[0] as Key)])
    expect(broken([a, r], kept)).toEqual(['order'])
  })

  test('rows that say otherwise than the journal, and a journal that was tampered with', () => {
    const a = book('a', 'p', one, confirmed(0, 'a', one))
    const entries = [entry(a, 'weeks-booked', 'a', one, 5)]
    const rows = [row('a', 'p', one[0] as Key, { state: 'cancelled' })]
    expect(broken([a], evidence(entries, rows))).toEqual(['journal'])
    expect(broken([a], evidence(entries, [row('a', 'p', one[0] as Key)], { breaks: 1 }))).toEqual(['journal'])
  })

  test('an answer that there should not be', () => {
    expect(
      broken([book('a', 'p', one, { at: 0, status: 404, said: { code: 'platform.not-found' } })], evidence([], [])),
    ).toEqual(['answers'])
  })
})
