import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Call, linearize } from '../../concurrency/linearizability'
import { type Holder, type Said, slotWeek } from '../../concurrency/slot-week'

type SlotCall = Call<Said>
const call = (invoked: number, returned: number, said: Said, optional = false): SlotCall => ({
  said,
  invoked,
  returned,
  optional,
})
const enter = (week: string, over: string | null = null): Said => ({ did: 'enter', week, project: `of ${week}`, over })
/** A hold of the project that would book this week. */
const holdOf = (week: string) => ({ hold: `hold of ${week}`, project: `of ${week}` })
const give = (week: string): Said => ({ did: 'give', given: holdOf(week) })
const drop = (week: string, to: string | null = null): Said => ({
  did: 'drop',
  hold: `hold of ${week}`,
  given: to === null ? null : holdOf(to),
})
const claim = (week: string): Said => enter(week, `hold of ${week}`)
const held = (week: string): Said => ({ did: 'see', holder: { held: true, of: `of ${week}` } })
const leave = (week: string, to: string | null = null): Said => ({
  did: 'leave',
  week,
  given: to === null ? null : holdOf(to),
})
const close = (week: string, until: string): Said => ({ did: 'close', week, until })
const expire = (week: string, until: string): Said => ({ did: 'expire', week, until })
const reopen = (week: string): Said => ({ did: 'reopen', week })
const see = (week: string | null, closing = false): Said => ({ did: 'see', holder: week ? { week, closing } : null })
/** Refused to somebody of this project, since another has it. */
const refusedTo = (project: string): Said => ({ did: 'see', holder: { notOf: project, closing: false } })
const taken = refusedTo('of nobody')
const never = Number.POSITIVE_INFINITY

const possible: [string, SlotCall[]][] = [
  ['nothing at all', []],
  ['one books, another is refused while it does', [call(0, 10, enter('a')), call(1, 9, taken)]],
  ['both orders of two overlapping reads', [call(0, 9, see(null)), call(0, 9, see('a')), call(0, 9, enter('a'))]],
  ['booked, moved away, booked by another', [call(0, 1, enter('a')), call(2, 5, leave('a')), call(3, 6, enter('b'))]],
  [
    'a cancelled week is taken until its minute is over',
    [
      call(0, 1, enter('a')),
      call(2, 3, close('a', 'c')),
      call(4, 5, { did: 'see', holder: { closing: true } }),
      call(4, 5, see('a', true)),
      call(63, never, expire('a', 'c'), true),
      call(64, 70, enter('b')),
    ],
  ],
  [
    'a cancelled week comes back by undoing',
    [
      call(0, 1, enter('a')),
      call(2, 3, close('a', 'c')),
      call(4, 5, reopen('a')),
      call(6, 7, see('a')),
      call(62, never, expire('a', 'c'), true),
    ],
  ],
  ['who got no answer booked after all', [call(0, never, enter('a'), true), call(50, 60, taken)]],
  ['who got no answer did not book', [call(0, never, enter('a'), true), call(50, 60, enter('b'))]],
  ['who got no answer booked long after', [call(0, never, enter('a')), call(50, 60, see(null)), call(70, 80, taken)]],
  [
    'taken back, kept for who waits, and claimed',
    [
      call(0, 1, enter('a')),
      call(2, 9, leave('a', 'b')),
      call(3, 9, see('a')),
      call(8, 12, held('b')),
      call(13, 20, claim('b')),
      call(14, 19, see('b')),
    ],
  ],
  [
    'kept by the clock, given up, kept for the next, given up for good',
    [
      call(0, 1, enter('a')),
      call(2, 3, close('a', 'c')),
      call(62, never, expire('a', 'c'), true),
      call(60, 70, give('b')),
      call(71, 72, drop('b', 'a')),
      call(73, 74, held('a')),
      call(75, 76, drop('a')),
      call(77, 78, see(null)),
    ],
  ],
  [
    'could have been booked by who it was kept for',
    [call(0, 1, give('a')), call(2, 3, { did: 'see', holder: { openTo: 'of a' } }), call(4, 5, claim('a'))],
  ],
  ['calls that touch overlap', [call(0, 5, taken), call(5, 9, enter('a'))]],
]

const impossible: [string, SlotCall[]][] = [
  ['two hold it', [call(0, 10, enter('a')), call(0, 10, enter('b'))]],
  ['refused while nobody had it', [call(0, 1, taken), call(2, 3, enter('a'))]],
  ['shown as free after it was confirmed', [call(0, 1, enter('a')), call(2, 3, see(null))]],
  ['two reads that cannot agree', [call(0, 9, enter('a')), call(1, 2, see('a')), call(3, 4, see(null))]],
  ['a confirmed booking is lost', [call(0, 1, enter('a')), call(2, 3, enter('b'))]],
  [
    'given away before its minute was over',
    [
      call(0, 1, enter('a')),
      call(2, 3, close('a', 'c')),
      call(63, never, expire('a', 'c'), true),
      call(4, 62, enter('b')),
    ],
  ],
  [
    'given away and then undone',
    [
      call(0, 1, enter('a')),
      call(2, 3, close('a', 'c')),
      call(63, never, expire('a', 'c'), true),
      call(64, 70, enter('b')),
      call(71, 72, reopen('a')),
    ],
  ],
  ['cancelled what was never booked', [call(0, 1, close('a', 'c'))]],
  ['refused as taken by another to who has it', [call(0, 1, enter('a')), call(2, 3, refusedTo('of a'))]],
  ['booked over a hold of another', [call(0, 1, give('a')), call(2, 3, enter('b'))]],
  ['claimed what was kept for nobody', [call(0, 1, claim('a'))]],
  ['claimed twice', [call(0, 1, give('a')), call(2, 9, claim('a')), call(2, 9, claim('a'))]],
  [
    'seen free between being left and being kept',
    [call(0, 1, enter('a')), call(2, 9, leave('a', 'b')), call(3, 4, see(null)), call(9, 10, held('b'))],
  ],
  ['kept for somebody while another has it', [call(0, 1, enter('a')), call(2, 3, give('b')), call(4, 5, see('a'))]],
  [
    'refused to who it was kept for as free to another',
    [call(0, 1, give('a')), call(2, 3, { did: 'see', holder: { openTo: 'of b' } })],
  ],
  ['left twice', [call(0, 1, enter('a')), call(2, 5, leave('a')), call(2, 5, leave('a'))]],
]

describe('could have happened in some order', () => {
  test.each(possible)('%s', (_, calls) => {
    const verdict = linearize(slotWeek, calls)
    expect(verdict.linearizable).toBe(true)
    expect(isOrder(verdict.order, calls)).toBe(true)
  })
})

describe('could not have happened in any order', () => {
  test.each(impossible)('%s', (_, calls) => {
    const verdict = linearize(slotWeek, calls)
    expect(verdict).toMatchObject({ linearizable: false, undecided: false })
    if (!verdict.linearizable) expect(verdict.stuck.length).toBeGreaterThan(0)
  })
})

/** Whether the model allows this order, time does, and nothing but optional calls is left out. */
function isOrder(order: readonly SlotCall[], calls: readonly SlotCall[]): boolean {
  let state: Holder | undefined = slotWeek.initial
  for (const [i, one] of order.entries()) {
    if (order.slice(i).some((later) => later.returned < one.invoked)) return false
    state = slotWeek.step(state, one.said)
    if (state === undefined) return false
  }
  return calls.every((one) => one.optional || order.includes(one)) && new Set(order).size === order.length
}

/** Tries every order of every choice of the optional calls. */
function couldHaveHappened(calls: readonly SlotCall[], state: Holder = slotWeek.initial): boolean {
  const required = calls.filter(({ optional }) => !optional)
  if (required.length === 0) return true
  return calls.some((one, i) => {
    if (required.some((other) => other !== one && other.returned < one.invoked)) return false
    const next = slotWeek.step(state, one.said)
    return (
      next !== undefined &&
      couldHaveHappened(
        calls.filter((_, at) => at !== i),
        next,
      )
    )
  })
}

const week = fc.constantFrom('a', 'b')
const act = fc.constantFrom('x', 'y')
const said: fc.Arbitrary<Said> = fc.oneof(
  week.map(enter),
  week.map(leave),
  fc.tuple(week, act).map(([w, a]) => close(w, a)),
  week.map(reopen),
  week.map(give),
  week.map(claim),
  fc.tuple(week, fc.option(week)).map(([w, to]) => leave(w, to)),
  fc.tuple(week, fc.option(week)).map(([w, to]) => drop(w, to)),
  week.map(held),
  fc.tuple(week, act).map(([w, a]) => expire(w, a)),
  fc.constant(taken),
  fc.tuple(fc.option(week), fc.boolean()).map(([w, closing]) => see(w, closing)),
)
const anyCall = fc
  .tuple(said, fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 9 }))
  .map(([what, at, lasts, luck]) => call(at, luck < 2 ? never : at + lasts, what, luck === 0))

const everything: Said[] = ['a', 'b'].flatMap((w) => [
  enter(w),
  leave(w),
  reopen(w),
  see(w),
  see(w, true),
  give(w),
  claim(w),
  held(w),
  ...['a', 'b'].flatMap((to) => [leave(w, to), drop(w, to)]),
  drop(w),
  ...['x', 'y'].flatMap((a) => [close(w, a), expire(w, a)]),
])
everything.push(taken, refusedTo('of a'), see(null))

/** A history that did happen: acts at moments in a row, each seen by its client as lasting around its moment. */
const happened = fc
  .array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 30 })), { maxLength: 300 })
  .map((acts) => {
    let state: Holder = slotWeek.initial
    return acts.map(([choice, before, later], i) => {
      const could = everything.filter((one) => slotWeek.step(state, one) !== undefined)
      const what = could[choice % could.length] as Said
      state = slotWeek.step(state, what) as Holder
      return call(10 * i - before, 10 * i + later, what)
    })
  })

/** A short one that nearly did: the last call, or an optional one among them, may be anything. */
const nearly = fc
  .tuple(happened, fc.array(anyCall, { maxLength: 2 }), fc.nat(5))
  .map(([calls, more, lost]) => [
    ...calls.slice(0, 6).map((one, i) => (i === lost ? { ...one, returned: never, optional: true } : one)),
    ...more,
  ])

test('answers as trying every order does', () => {
  const verdicts = { true: 0, false: 0 }
  fc.assert(
    fc.property(fc.oneof(fc.array(anyCall, { maxLength: 7 }), nearly), (calls) => {
      const verdict = linearize(slotWeek, calls)
      const truth = couldHaveHappened(calls)
      if (calls.length > 3) verdicts[`${truth}`] += 1
      expect(verdict.linearizable).toBe(truth)
      if (verdict.linearizable) expect(isOrder(verdict.order, calls)).toBe(true)
    }),
    { numRuns: 5000 },
  )
  // A generator of which only one kind came would prove little.
  expect(Math.min(verdicts.true, verdicts.false)).toBeGreaterThan(300)
})

test('finds an order of long histories that did happen, and none once a week is held twice', () => {
  fc.assert(
    fc.property(happened, (calls) => {
      expect(linearize(slotWeek, calls).linearizable).toBe(true)
      const end = Math.max(0, ...calls.map(({ returned }) => returned))
      const twice = [call(end + 1, end + 9, enter('p')), call(end + 1, end + 9, enter('q'))]
      expect(linearize(slotWeek, [...calls, ...twice]).linearizable).toBe(false)
    }),
    { numRuns: 200 },
  )
})

test('decides a crowded slot week: thirty-two clients at a time for a thousand calls', () => {
  const calls = Array.from({ length: 250 }, (_, i) => [
    call(40 * i, 40 * i + 90, enter(`w${i}`)),
    call(40 * i + 20, 40 * i + 110, leave(`w${i}`)),
    ...Array.from({ length: 8 }, (__, j) => call(40 * i + j, 40 * i + j + 60, taken)),
    ...Array.from({ length: 4 }, (__, j) => call(40 * i + j, 40 * i + j + 80, see(null))),
  ]).flat()
  expect(linearize(slotWeek, calls).linearizable).toBe(true)
})
