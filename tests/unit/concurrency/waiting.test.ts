// Of who waits, too, the audit must find each kind of lie.
import { describe, expect, test } from 'vitest'
import type { Entry } from '../../concurrency/evidence'
import type { Operation } from '../../concurrency/history'
import {
  began,
  book,
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
  queued,
  row,
  verb,
  w1,
  w2,
} from './made-up'

/** p books, q waits for it, p takes the booking back, and q is given a hold, which it may claim. */
function waited() {
  const a = book('a', 'p', one, confirmed(0, 'a', one))
  const j = operation(
    'join',
    'q',
    '/api/v1/waiting',
    { slot: 's', week: w1 },
    { at: 20, status: 201, said: { id: 'l' } },
  )
  const u = verb('undo', 'a', 'p', done(40, 'a', one, { did: 'withdraw' }))
  const entries = [
    entry(a, 'weeks-booked', 'a', one, 5),
    queued('place-taken', 'l', 'q', 25, null, j.attempts[0]?.requestId ?? ''),
    entry(u, 'booking-withdrawn', 'a', one, 45),
    queued('hold-given', 'l', 'q', 45, 'h', u.attempts[0]?.requestId ?? ''),
  ]
  const left = row('a', 'p', one[0] as Key, { state: 'cancelled', stands: false, countsUntil: new Date(began + 45) })
  const hold = { id: 'h', placeId: 'l', projectId: 'q', slot: 's', week: w1, state: 'open', stands: true }
  const place = { id: 'l', projectId: 'q', slot: 's', week: w1, state: 'held' }
  return { operations: [a, j, u], entries, rows: [left], more: { holds: [hold], places: [place] } }
}

const sheetOf = (at: number, project: string, shown: object) =>
  operation('read', project, '/weeks', null, {
    at,
    status: 200,
    said: { weeks: [{ cells: [{ slotId: 's', week: w1, bookedWeekId: null, until: null, holdId: null, ...shown }] }] },
  })

describe('of who waits', () => {
  test('finds nothing against a hold that is given at once, seen, and claimed', () => {
    const { operations, entries, rows, more } = waited()
    const claim = operation('claim', 'q', '/api/v1/holds/h/claim', {}, confirmed(80, 'b', other))
    const seen = [
      sheetOf(60, 'q', { state: 'held-mine', holdId: 'h', until: 'x' }),
      sheetOf(60, 'p', { state: 'held', until: 'x' }),
    ]
    expect(broken([...operations, ...seen], evidence(entries, rows, more))).toEqual([])
    const by = claim.attempts[0]?.requestId ?? ''
    const claimed = [entry(claim, 'weeks-booked', 'b', other, 85), queued('hold-claimed', 'l', 'q', 85, 'h', by)]
    const kept = evidence([...entries, ...claimed], [...rows, row('b', 'q', other[0] as Key)], {
      holds: more.holds.map((hold) => ({ ...hold, state: 'claimed', stands: false })),
      places: more.places.map((place) => ({ ...place, state: 'claimed' })),
    })
    expect(broken([...operations, ...seen, claim], kept)).toEqual([])
  })

  test('finds nothing against a hold that the clock gives once a minute is over', () => {
    const { operations, entries, rows, more } = waited()
    const c = verb('cancel', 'a', 'p', done(40, 'a', one))
    const freed = { ...entry(c, 'week-freed', 'a', one, 60_100), requestId: 'clock 1', tx: 'clock 1', actorId: null }
    const told = [
      ...entries.slice(0, 2),
      entry(c, 'weeks-cancelled', 'a', one, 45),
      freed,
      queued('hold-given', 'l', 'q', 60_100, 'h', 'clock 1'),
    ]
    const left = rows.map((one_) => ({ ...one_, countsUntil: new Date(began + 60_045) }))
    const seen = [sheetOf(30_000, 'q', { state: 'closing' }), sheetOf(63_000, 'p', { state: 'held', until: 'x' })]
    expect(broken([...operations.slice(0, 2), c, ...seen], evidence(told, left, more))).toEqual([])
  })

  test('finds that what came free was kept for nobody', () => {
    const { operations, entries, rows, more } = waited()
    const places = more.places.map((place) => ({ ...place, state: 'waiting' }))
    expect(broken(operations, evidence(entries.slice(0, 3), rows, { places }))).toEqual(['queue'])
  })

  test('finds that the second in the queue was given it', () => {
    const { operations, entries, rows, more } = waited()
    const first = operation(
      'join',
      'q',
      '/api/v1/waiting',
      { slot: 's', week: w1 },
      { at: 10, status: 201, said: { id: 'k' } },
    )
    const before = queued('place-taken', 'k', 'q', 15, null, first.attempts[0]?.requestId ?? '')
    const told = [entries[0] as Entry, before, ...entries.slice(1)].map((one_) =>
      one_.subjectId === 'l' ? { ...one_, projectId: 'r', actorId: 'bo' } : one_,
    )
    const kept = evidence(told, rows, {
      holds: more.holds.map((hold) => ({ ...hold, projectId: 'r' })),
      places: [
        { ...(more.places[0] as (typeof more.places)[0]), projectId: 'r' },
        { id: 'k', projectId: 'q', slot: 's', week: w1, state: 'waiting' },
      ],
    })
    expect(broken([operations[0] as Operation, first, ...operations.slice(1)], kept)).toContain('queue')
  })

  test('finds that a slot week was booked over the hold of another, and that one saw it free meanwhile', () => {
    const { operations, entries, rows, more } = waited()
    const b = book('b', 'p', other, confirmed(80, 'b', other))
    const kept = evidence(
      [...entries, entry(b, 'weeks-booked', 'b', other, 85)],
      [...rows, row('b', 'p', other[0] as Key)],
      {
        ...more,
        holds: more.holds.map((hold) => ({ ...hold, stands: false })),
      },
    )
    expect(broken([...operations, b], kept)).toEqual(['twice', 'order'])
    const free = sheetOf(60, 'p', { state: 'free' })
    expect(broken([...operations, free], evidence(entries, rows, more))).toEqual(['order'])
  })

  test('finds a hold that is counted wrongly: in what is told, and in what the database makes of it', () => {
    const { operations, entries, rows, more } = waited()
    const y = cells(['y', 's', w2])
    const told = { ...confirmed(80, 'b', y), said: { ...confirmed(80, 'b', y).said, used: 4 } }
    const b = book('b', 'q', y, told)
    const all = [...entries, entry(b, 'weeks-booked', 'b', y, 85)]
    const kept = [...rows, row('b', 'q', y[0] as Key)]
    expect(broken([...operations, b], evidence(all, kept, more))).toEqual(['counted'])
    const projects = [{ id: 'q', used: 0, budget: 8, at: began + 100 }]
    expect(broken(operations, evidence(entries, rows, { ...more, projects }))).toEqual(['counted'])
    expect(
      broken(operations, evidence(entries, rows, { ...more, projects: [{ ...projects[0], used: 4 } as never] })),
    ).toEqual([])
  })

  test('finds a confirmed place in a queue that is lost, and a row that says otherwise', () => {
    const { operations, entries, rows, more } = waited()
    const without = entries.filter(({ type }) => !/place|hold/.test(type))
    expect(broken(operations, evidence(without, rows))).toEqual(['lost'])
    const holds = more.holds.map((hold) => ({ ...hold, state: 'passed' }))
    expect(broken(operations, evidence(entries, rows, { ...more, holds }))).toEqual(['journal'])
  })
})
