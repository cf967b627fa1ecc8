const dayLength = 86_400_000

/** When the members have to be confirmed again: a calendar year after the last time (29 February: 1 March). */
export function confirmationDue(membersConfirmedAt: Date): Date {
  const due = new Date(membersConfirmedAt)
  due.setUTCFullYear(due.getUTCFullYear() + 1)
  return due
}

/** Whether the yearly confirmation of members is overdue: new bookings wait for it, running ones go on. */
export const isConfirmationOverdue = (membersConfirmedAt: Date, now: Date): boolean =>
  confirmationDue(membersConfirmedAt) <= now

/** The reminders of one confirmation, in the order in which they come. */
export const reminderStages = ['thirty-days', 'seven-days', 'overdue'] as const
export type ReminderStage = (typeof reminderStages)[number]

const daysBefore: Record<ReminderStage, number> = { 'thirty-days': 30, 'seven-days': 7, overdue: 0 }

/** The moment from which a reminder is due. */
export const remindFrom = (membersConfirmedAt: Date, stage: ReminderStage): Date =>
  new Date(confirmationDue(membersConfirmedAt).getTime() - daysBefore[stage] * dayLength)

/**
 * The reminder that is to go out now: that of the latest stage that has come, unless it went out already. One that was missed while
 * the portal was down is not sent late.
 */
export function reminderFor(membersConfirmedAt: Date, sent: readonly ReminderStage[], now: Date): ReminderStage | null {
  const stage = reminderStages.findLast((one) => remindFrom(membersConfirmedAt, one) <= now)
  return stage === undefined || sent.includes(stage) ? null : stage
}
