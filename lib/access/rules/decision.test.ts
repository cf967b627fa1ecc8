import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Answer, answerRound, answers, deadlineRules, decisionRules, judgeRound, type Round } from './decision'

const due = new Date('2026-12-01T12:00:00Z')
const before = new Date('2026-11-30T12:00:00Z')
const after = new Date('2026-12-02T12:00:00Z')
const letters: Record<string, Answer | null> = { y: 'approve', n: 'reject', a: 'abstain', '-': null }
const given = (text: string) => [...text].map((letter) => letters[letter] ?? null)
const round = (rule: Round['rule'], text: string, changes: Partial<Round> = {}): Round => ({
  rule,
  quorum: 1,
  answers: given(text),
  dueAt: due,
  onDeadline: 'hand-back',
  ...changes,
})

describe('a round', () => {
  test.each([
    ['one', '---', 'open'],
    ['one', 'y--', 'approve'],
    ['one', 'n--', 'reject'],
    ['one', 'a--', 'open'],
    ['one', 'aaa', 'undecided'],
    ['majority', 'y--', 'open'],
    ['majority', 'yy-', 'approve'],
    ['majority', 'nn-', 'reject'],
    ['majority', 'yn-', 'open'],
    ['majority', 'yn', 'undecided'],
    ['majority', 'yaa', 'approve'],
    ['majority', 'aaa', 'undecided'],
    ['all', 'yy-', 'open'],
    ['all', 'yyy', 'approve'],
    ['all', 'yn-', 'reject'],
    ['all', 'yya', 'undecided'],
    ['majority', '', 'undecided'],
  ] as const)('by %s with %s is %s', (rule, text, outcome) => {
    expect(judgeRound(round(rule, text), before)).toBe(outcome)
  })

  test('has no outcome before its quorum has answered', () => {
    expect(judgeRound(round('one', 'y--', { quorum: 2 }), before)).toBe('open')
    expect(judgeRound(round('one', 'ya-', { quorum: 2 }), before)).toBe('approve')
  })

  test('that missed its deadline is handed back undecided, or goes on', () => {
    expect(judgeRound(round('majority', 'y--'), due)).toBe('undecided')
    expect(judgeRound(round('majority', 'y--', { onDeadline: 'remind' }), after)).toBe('open')
  })

  test.each([
    ['hand-back', before, 'approve'],
    ['hand-back', due, 'late'],
    ['hand-back', after, 'late'],
    ['remind', after, 'approve'],
  ] as const)('with %s that is answered at %s is %s', (onDeadline, now, outcome) => {
    expect(answerRound(round('majority', 'y--', { onDeadline }), 1, 'approve', now)).toBe(outcome)
  })
})

const anyRound = fc.record({
  rule: fc.constantFrom(...decisionRules),
  quorum: fc.integer({ min: 1, max: 6 }),
  answers: fc.array(fc.option(fc.constantFrom(...answers)), { maxLength: 6 }),
  dueAt: fc.constant(due),
  onDeadline: fc.constantFrom(...deadlineRules),
})

describe('whatever is answered', () => {
  test('a missed deadline never approves: time alone turns no round into an approval', () => {
    fc.assert(
      fc.property(anyRound, (one) => {
        if (judgeRound(one, after) === 'approve') expect(judgeRound(one, before)).toBe('approve')
      }),
    )
  })

  test('an answer that comes after the deadline of a round that is handed back is not taken, whatever it says and whoever gives it', () => {
    const place = fc.nat({ max: 5 })
    fc.assert(
      fc.property(anyRound, place, fc.constantFrom(...answers), fc.constantFrom(due, after), (one, at, answer, now) => {
        const outcome = answerRound(one, at, answer, now)
        if (one.onDeadline === 'hand-back') expect(outcome).toBe('late')
        else expect(outcome).toBe(answerRound(one, at, answer, before))
      }),
    )
  })

  test('silence never approves: without a yes there is no approval', () => {
    fc.assert(
      fc.property(anyRound, (one) => {
        if (judgeRound(one, after) === 'approve') expect(one.answers).toContain('approve')
      }),
    )
  })

  test('once there is an outcome, no further answer turns it into the opposite', () => {
    fc.assert(
      fc.property(anyRound, fc.array(fc.constantFrom(...answers), { maxLength: 6 }), (one, more) => {
        const first = judgeRound(one, before)
        if (first !== 'approve' && first !== 'reject') return
        const filled = one.answers.map((answer, i) => answer ?? more[i] ?? null)
        // `one` is decided by who came first: a later answer is not taken any more.
        if (one.rule === 'one') return
        expect(judgeRound({ ...one, answers: filled }, before)).toBe(first)
      }),
    )
  })

  test('an answer changed from no to yes never turns an approval into anything else', () => {
    fc.assert(
      fc.property(anyRound, fc.nat(5), (one, at) => {
        if (judgeRound(one, before) !== 'approve') return
        const changed = one.answers.map((answer, i) => (i === at && answer === 'reject' ? 'approve' : answer))
        expect(judgeRound({ ...one, answers: changed }, before)).toBe('approve')
      }),
    )
  })
})
