import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  confirmationDue,
  isConfirmationOverdue,
  type ReminderStage,
  reminderFor,
  reminderStages,
  remindFrom,
} from './confirmation'

const at = (iso: string) => new Date(iso)
const confirmed = at('2026-03-10T08:00:00Z')

test.each([
  ['2027-03-10T07:59:59.999Z', false],
  ['2027-03-10T08:00:00.000Z', true],
])('at %s it is overdue: %s', (now, expected) => {
  expect(isConfirmationOverdue(confirmed, at(now))).toBe(expected)
})

test('a confirmation of a leap day is due on the first of March', () => {
  expect(confirmationDue(at('2028-02-29T12:00:00Z'))).toEqual(at('2029-03-01T12:00:00Z'))
})

test.each<[string, ReminderStage[], string, ReminderStage | null]>([
  ['before any is due', [], '2027-02-08T07:59:59Z', null],
  ['thirty days before', [], '2027-02-08T08:00:00Z', 'thirty-days'],
  ['when that went out', ['thirty-days'], '2027-02-20T08:00:00Z', null],
  ['seven days before', ['thirty-days'], '2027-03-03T08:00:00Z', 'seven-days'],
  ['when the first was missed', [], '2027-03-05T08:00:00Z', 'seven-days'],
  ['overdue', ['thirty-days', 'seven-days'], '2027-03-10T08:00:00Z', 'overdue'],
  ['long overdue, and told', ['overdue'], '2028-03-10T08:00:00Z', null],
])('%s', (_, sent, now, expected) => {
  expect(reminderFor(confirmed, sent, at(now))).toBe(expected)
})

test('invariant: looked at as often as one likes, each reminder goes out at most once, in order, and the last one always', () => {
  const looks = fc.array(fc.integer({ min: 0, max: 500 * 24 }), { maxLength: 60 })
  fc.assert(
    fc.property(looks, (hours) => {
      const sent: ReminderStage[] = []
      const moments = hours.toSorted((a, b) => a - b).map((hour) => new Date(confirmed.getTime() + hour * 3_600_000))
      for (const now of moments) {
        const stage = reminderFor(confirmed, sent, now)
        if (stage) sent.push(stage)
      }
      expect(sent).toEqual(reminderStages.filter((stage) => sent.includes(stage)))
      for (const stage of reminderStages) {
        const next = reminderStages[reminderStages.indexOf(stage) + 1]
        const seen = moments.some(
          (now) => remindFrom(confirmed, stage) <= now && (!next || now < remindFrom(confirmed, next)),
        )
        expect(sent.includes(stage)).toBe(seen)
      }
    }),
  )
})
