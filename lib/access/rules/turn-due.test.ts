import { describe, expect, test } from 'vitest'
import { mendingDays, type TurnLimits, turnDueAt } from './turn-due'

const since = new Date('2026-11-01T09:00:00Z')
const days = (n: number) => new Date(since.getTime() + n * 86_400_000)
const limits: TurnLimits = {
  turn: 'handler',
  since,
  reviewsDue: days(7),
  roundsDue: days(9),
  handlingDays: [20, 10],
  returned: false,
}

describe('a turn is too long', () => {
  test.each<[string, Partial<TurnLimits>, Date | null]>([
    ['for handlers after the fewest days of their workflows', {}, days(10)],
    ['for handlers after a fortnight where none says', { handlingDays: [] }, days(14)],
    ['for reviewers when the first review is due', { turn: 'reviewers' }, days(7)],
    ['for deciders when the first round is due', { turn: 'deciders' }, days(9)],
    ['never for reviewers of whom nothing is open', { turn: 'reviewers', reviewsDue: null }, null],
    ['for applicants who mend it after their days', { turn: 'applicant', returned: true }, days(mendingDays)],
    ['never for a draft', { turn: 'applicant' }, null],
    ['never for nobody', { turn: 'nobody' }, null],
  ])('%s', (_, given, due) => {
    expect(turnDueAt({ ...limits, ...given })).toEqual(due)
  })
})
