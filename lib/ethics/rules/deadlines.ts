import { afterDay, type Day, daysLeft } from './days'
import { type Effective, isValid, lastDayToStart } from './status'

export const deadlineKinds = ['start', 'end'] as const
export type DeadlineKind = (typeof deadlineKinds)[number]
export type Deadline = { readonly kind: DeadlineKind; readonly lastDay: Day; readonly daysLeft: number }

/** How many days before a deadline its project is reminded; 0: that it has passed. */
export const reminderDays = [90, 30, 7, 0] as const
export type ReminderDay = (typeof reminderDays)[number]

const dayLength = 86_400_000

/**
 * What has to be done by when, for an approval that is in force or will be: the start of research, unless it is known to have started
 * in time; the end of the approval. Those that have passed are in it, with 0 days left.
 */
export function deadlinesOf(effective: Effective, now: Date): Deadline[] {
  const { inForceFrom: from, startedOn, endsOn } = effective
  const latest = from === null ? null : lastDayToStart(from)
  const open = latest !== null && (startedOn === null || startedOn > latest) ? latest : null
  const all: readonly [DeadlineKind, Day | null][] = [
    ['start', open],
    ['end', endsOn],
  ]
  return all.flatMap(([kind, lastDay]) =>
    lastDay === null ? [] : [{ kind, lastDay, daysLeft: daysLeft(lastDay, now) }],
  )
}

/** When the reminder of so many days falls due: that long before the last day is over. */
export const dueAt = (lastDay: Day, days: ReminderDay): Date => new Date(afterDay(lastDay).getTime() - days * dayLength)

/** The reminders of these deadlines that are still to come. */
export const remindersAhead = (deadlines: readonly Deadline[], now: Date) =>
  deadlines.flatMap(({ kind, lastDay }) =>
    reminderDays.map((days) => ({ kind, days, at: dueAt(lastDay, days) })).filter(({ at }) => at > now),
  )

type Asked = {
  readonly effective: Effective
  readonly kind: DeadlineKind
  readonly days: ReminderDay
  /** The reminders that were told of this deadline with this last day, by their days. */
  readonly told: readonly number[]
}

/**
 * The deadline that is to be reminded of now with this many days, or null: not twice, not before its time, not when a nearer one is
 * due as well, and not where the approval does not count for another reason.
 */
export function toRemind({ effective, kind, days, told }: Asked, now: Date): Deadline | null {
  const deadline = deadlinesOf(effective, now).find((one) => one.kind === kind)
  if (!deadline || now < dueAt(deadline.lastDay, days)) return null
  const passed = kind === 'end' ? 'expired' : 'lapsed'
  if (days === 0 ? effective.status !== passed : !isValid(effective.status)) return null
  if (told.some((earlier) => earlier <= days)) return null
  const nearer = reminderDays.some((one) => one < days && dueAt(deadline.lastDay, one) <= now)
  return nearer ? null : deadline
}
