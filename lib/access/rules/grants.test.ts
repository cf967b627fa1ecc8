import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checklistOf, missingOf } from './checklist'
import { isToTell, judgeEnd, lifeOfGrant, longestGrant, remindersAhead, retainUntil } from './grants'
import { states } from './states'
import { newestTerms, owedFrom, owedTerms, subjectsFor, termsToCome } from './terms'
import { turnOf, turns } from './turn'

const now = new Date('2026-11-27T12:00:00Z')
const day = (n: number) => new Date(now.getTime() + n * 86_400_000)
const period = { startsAt: day(-10), endsAt: day(10), endedAt: null }

test.each([
  [period, 'running'],
  [{ ...period, startsAt: now }, 'running'],
  [{ ...period, startsAt: day(1) }, 'to-come'],
  [{ ...period, endsAt: now }, 'over'],
  [{ ...period, endedAt: now }, 'over'],
] as const)('a grant %j is %s', (grant, life) => expect(lifeOfGrant(grant, now)).toBe(life))

test.each([
  [day(1), null],
  [now, 'access.invalid.past'],
  [day(longestGrant), null],
  [day(longestGrant + 1), 'access.invalid.far'],
] as const)('an end at %s is %s', (end, wrong) => expect(judgeEnd(end, now)).toBe(wrong))

describe('data are kept for ten years', () => {
  test.each([
    ['after the end, where nobody fetched them', {}, '2036-12-07T12:00:00.000Z'],
    ['after the end, where they were fetched on the first day', { lastUsedAt: day(-10) }, '2036-12-07T12:00:00.000Z'],
    ['after the end, where they were fetched to the last moment', { lastUsedAt: day(10) }, '2036-12-07T12:00:00.000Z'],
    ['after a use that is later than that', { lastUsedAt: day(11) }, '2036-12-08T12:00:00.000Z'],
    ['after an early end', { endedAt: day(-1) }, '2036-11-26T12:00:00.000Z'],
    ['after an early end, fetched before', { endedAt: day(-1), lastUsedAt: day(-9) }, '2036-11-26T12:00:00.000Z'],
    [
      'after a use that is later than an early end',
      { endedAt: day(-1), lastUsedAt: day(0) },
      '2036-11-27T12:00:00.000Z',
    ],
  ] as const)('%s', (_, changes, until) => {
    expect(retainUntil({ ...period, lastUsedAt: null, ...changes }).toISOString()).toBe(until)
  })

  test('they are kept for ten years after the grant ended, and after every use', () => {
    const moment = fc.integer({ min: -3000, max: 3000 }).map(day)
    const tenAfter = (at: Date) => new Date(at).setUTCFullYear(at.getUTCFullYear() + 10)
    fc.assert(
      fc.property(moment, fc.option(moment), fc.option(moment), (endsAt, endedAt, lastUsedAt) => {
        const until = retainUntil({ startsAt: day(-4000), endsAt, endedAt, lastUsedAt }).getTime()
        const end = endedAt !== null && endedAt < endsAt ? endedAt : endsAt
        expect(until).toBeGreaterThanOrEqual(tenAfter(end))
        if (lastUsedAt) expect(until).toBeGreaterThanOrEqual(tenAfter(lastUsedAt))
      }),
    )
  })

  test('a use later on never shortens it', () => {
    const moment = fc.integer({ min: -3000, max: 3000 }).map(day)
    fc.assert(
      fc.property(moment, moment, (a, b) => {
        const [first, second] = a < b ? [a, b] : [b, a]
        const of = (lastUsedAt: Date) => retainUntil({ ...period, lastUsedAt }).getTime()
        expect(of(second)).toBeGreaterThanOrEqual(of(first))
      }),
    )
  })
})

describe('reminders of an end', () => {
  test('are those still to come', () => {
    expect(remindersAhead(day(40), now).map(({ days }) => days)).toEqual([30, 7, 0])
  })

  test.each([
    ['in its time', 30, { endsAt: day(29), told: [90] }, true],
    ['too early', 30, { endsAt: day(31), told: [] }, false],
    ['twice', 30, { endsAt: day(29), told: [30] }, false],
    ['where a nearer one is due', 30, { endsAt: day(6), told: [] }, false],
    ['of one that was ended', 30, { endsAt: day(29), told: [], endedAt: day(-1) }, false],
    ['that it has ended', 0, { endsAt: now, told: [7] }, true],
  ] as const)('%s', (_, days, changes, tells) => {
    expect(isToTell({ ...period, ...changes }, days, now)).toBe(tells)
  })
})

describe('terms', () => {
  const version = (id: string, subject: string, number: number, binds: Date) => ({
    id,
    subject,
    version: number,
    bindsFrom: binds,
  })
  const all = [
    version('s1', 'standard', 1, day(-100)),
    version('s2', 'standard', 2, day(20)),
    version('d1', 'd', 1, day(-1)),
  ]
  const owed = (accepted: string[], at = now) =>
    owedTerms(all, subjectsFor('d', []), new Set(accepted), at).map(({ id }) => id)

  test.each([
    [[], now, ['s1', 'd1']],
    [['s1'], now, ['d1']],
    [['s1', 'd1'], now, []],
    [['s1', 'd1'], day(20), ['s2']],
    [['s2', 'd1'], now, []],
    [['s2', 'd1'], day(20), []],
  ] as const)('accepted %j at %s: owed are %j', (accepted, at, left) => {
    expect(owed([...accepted], at)).toEqual(left)
  })

  test.each([
    [['s1', 'd1'], now, day(20)],
    [['s2', 'd1'], now, null],
    [['s1', 'd1'], day(20), null],
    [['s1'], day(-50), day(-1)],
  ] as const)('accepted %j at %s: more is owed from %s', (accepted, at, from) => {
    expect(owedFrom(all, subjectsFor('d', []), new Set(accepted), at)).toEqual(from)
  })

  test.each([
    [['s1', 'd1'], now, ['s2']],
    [['s2', 'd1'], now, []],
    [[], day(20), []],
  ] as const)('accepted %j at %s: can be accepted before they bind %j', (accepted, at, offered) => {
    const found = termsToCome(all, subjectsFor('d', []), new Set(accepted), at)
    expect(found.map(({ id }) => id)).toEqual(offered)
  })

  test('a subject without terms asks for nothing', () => {
    expect(owedTerms(all, ['extra:none'], new Set(), now)).toEqual([])
  })

  test('the newest is offered before it binds', () => expect(newestTerms(all, 'standard')?.id).toBe('s2'))
})

describe('whose turn it is', () => {
  const none = { reviews: 0, decisions: 0, renewal: false }
  test.each([
    ['draft', none, 'applicant'],
    ['returned', { ...none, reviews: 1 }, 'applicant'],
    ['submitted', none, 'handler'],
    ['submitted', { ...none, reviews: 1 }, 'reviewers'],
    ['submitted', { reviews: 1, decisions: 1, renewal: false }, 'deciders'],
    ['approved', none, 'nobody'],
    ['approved', { ...none, renewal: true }, 'handler'],
    ['rejected', none, 'nobody'],
  ] as const)('%s with %j: %s', (state, waiting, turn) => expect(turnOf({ state, ...waiting })).toBe(turn))

  test('is always told', () => {
    const waits = fc.record({
      state: fc.constantFrom(...states),
      reviews: fc.nat(3),
      decisions: fc.nat(3),
      renewal: fc.boolean(),
    })
    fc.assert(fc.property(waits, (one) => turns.includes(turnOf(one))))
  })
})

describe('the checklist of a draft', () => {
  const whole = {
    title: 'Nodes',
    datasets: ['published'],
    wantedUntil: day(300),
    ethicsApprovalId: 'e',
    wrongAnswers: 0,
    owedTerms: 0,
  }
  test.each([
    [{}, []],
    [{ title: ' ' }, ['title']],
    [{ datasets: [] }, ['datasets']],
    [{ datasets: ['published', 'withdrawn'] }, ['datasets']],
    [{ wantedUntil: now }, ['until']],
    [{ ethicsApprovalId: null }, ['ethics']],
    [{ wrongAnswers: 2, owedTerms: 1 }, ['answers', 'terms']],
    [{ wrongAnswers: null }, []],
  ] as const)('%j lacks %j', (changes, missing) => {
    expect(missingOf(checklistOf({ ...whole, ...changes }, now))).toEqual(missing)
  })
})
