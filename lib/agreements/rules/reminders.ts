/** How many days before a document expires its project is reminded; 0: that it has expired. */
export const reminderDays = [90, 30, 7, 0] as const
export type ReminderDay = (typeof reminderDays)[number]

const dayLength = 86_400_000

/** When the reminder of so many days falls due. */
export const dueAt = (validUntil: Date, days: ReminderDay): Date => new Date(validUntil.getTime() - days * dayLength)

/** The reminders that are still to come for a document that expires then. */
export const remindersAhead = (validUntil: Date, now: Date): { days: ReminderDay; at: Date }[] =>
  reminderDays.map((days) => ({ days, at: dueAt(validUntil, days) })).filter(({ at }) => at > now)

type Expiring = {
  readonly state: string
  readonly validUntil: Date | null
  /** The reminders that were told, by their days. */
  readonly told: readonly number[]
  /** Until when the project's other documents of this kind carry on without a gap; null: there is none. */
  readonly carriedUntil: Date | null
}

/**
 * Whether the reminder of so many days is told now. Not twice; not when a nearer one is due as well (after a pause only the nearest
 * is told); not before its time; not where the document no longer counts or another carries on after it.
 */
export function isToTell({ state, validUntil, told, carriedUntil }: Expiring, days: ReminderDay, now: Date): boolean {
  if (state !== 'countersigned' || validUntil === null || now < dueAt(validUntil, days)) return false
  if (told.some((earlier) => earlier <= days)) return false
  if (reminderDays.some((nearer) => nearer < days && dueAt(validUntil, nearer) <= now)) return false
  return carriedUntil === null || carriedUntil <= validUntil
}
