import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isBeneath, momentsOf, newsOf, stageDue, type ToldUse, type Use } from './use'
import { reasonCodes } from './verdict'

const day = 86_400_000
const now = new Date('2026-11-28T12:00:00Z')
const inDays = (days: number) => new Date(now.getTime() + days * day)
const until = inDays(100)
const may: Use = { may: true, until, reasons: [] }
const not = (...reasons: Use['reasons']): Use => ({ may: false, until: null, reasons })
const told = (use: Use, sequence = 1): ToldUse => ({ ...use, sequence, remindedDays: null })

it.each([
  ['what was never told and is allowed', null, may, 'grant.given'],
  ['what was never told and is not', null, not('terms'), null],
  ['what was never allowed and is not', told(not('terms'), 0), not('ended'), null],
  ['what was never allowed and is now', told(not('terms'), 0), may, 'grant.given'],
  ['what is told already', told(may), may, null],
  ['another end', told({ ...may, until: inDays(50) }), may, 'grant.changed'],
  ['a suspension', told(may), not('suspended'), 'grant.suspended'],
  ['a suspension of one person', told(may), not('suspended-for-you'), 'grant.suspended'],
  ['a revocation', told(may), not('revoked', 'not-approved'), 'grant.withdrawn'],
  ['an ethics approval that lapsed', told(may), not('ethics-not-valid'), 'grant.withdrawn'],
  ['a suspension that became a revocation', told(not('suspended')), not('revoked', 'suspended'), 'grant.withdrawn'],
  ['a suspension that stands', told(not('suspended')), not('suspended'), null],
  ['another reason for the same', told(not('revoked')), not('ended', 'revoked'), null],
  ['what is lifted', told(not('suspended')), may, 'grant.given'],
])('%s', (_, was, is, news) => {
  expect(newsOf(was, is)).toBe(news)
})

const uses = fc.oneof(
  fc.integer({ min: 1, max: 400 }).map((days): Use => ({ may: true, until: inDays(days), reasons: [] })),
  fc.uniqueArray(fc.constantFrom(...reasonCodes), { minLength: 1, maxLength: 4 }).map((reasons) => not(...reasons)),
)

describe('for every course of uses', () => {
  it('who hears the news knows whether one may, and hears nothing twice', () => {
    fc.assert(
      fc.property(fc.array(uses, { maxLength: 12 }), (course) => {
        let was: ToldUse | null = null
        let heard = false
        for (const use of course) {
          const news = newsOf(was, use)
          if (news !== null) heard = news === 'grant.given' || news === 'grant.changed'
          was = told(use, (was?.sequence ?? 0) + (news === null ? 0 : 1))
          expect(heard).toBe(use.may)
          expect(newsOf(was, use)).toBeNull()
        }
      }),
    )
  })
})

it.each([
  ['a month before', 30, null, 30],
  ['a month before, told already', 30, 30, null],
  ['between', 20, 30, null],
  ['a week before', 7, 30, 7],
  ['a week before, the first look', 5, null, 7],
  ['a week before, told already', 3, 7, null],
  ['long before', 31, null, null],
  ['afterwards', 0, 7, null],
])('%s the end is told as it is due', (_, days, was, due) => {
  expect(stageDue(inDays(days), was, now)).toBe(due)
})

it('the clock looks again at each reminder and at the end', () => {
  expect(momentsOf(inDays(10), now)).toEqual([inDays(3), inDays(10)])
})

it('what is beneath a grant is told apart from acts on it', () => {
  expect([isBeneath(['terms', 'ethics-none']), isBeneath(['terms', 'revoked']), isBeneath([])]).toEqual([
    true,
    false,
    false,
  ])
})
