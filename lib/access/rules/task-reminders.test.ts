import { describe, expect, test } from 'vitest'
import { isReminderDue, type TaskStage } from './task-reminders'

const dueAt = new Date('2026-12-14T12:00:00Z')
const ahead = (days: number) => new Date(dueAt.getTime() - days * 86_400_000)
const task = { askedAt: ahead(14), dueAt, state: 'open', told: [] as string[] }

describe('a reminder is due', () => {
  test.each<[string, Partial<typeof task>, TaskStage, Date, boolean]>([
    ['two days before', {}, 'near', ahead(2), true],
    ['not three days before', {}, 'near', ahead(3), false],
    ['not when the day has come: then it is missed', {}, 'near', dueAt, false],
    ['when the day has come', {}, 'missed', dueAt, true],
    ['not before', {}, 'missed', ahead(0.001), false],
    ['once', { told: ['near'] }, 'near', ahead(1), false],
    ['at each stage', { told: ['near'] }, 'missed', ahead(-1), true],
    ['not of what was answered', { state: 'answered' }, 'missed', ahead(-1), false],
    ['not to who was asked just now', { askedAt: ahead(2.5) }, 'near', ahead(2), false],
    ['to who had a day', { askedAt: ahead(3) }, 'near', ahead(2), true],
  ])('%s', (_, given, stage, now, due) => {
    expect(isReminderDue({ ...task, ...given }, stage, now)).toBe(due)
  })
})
