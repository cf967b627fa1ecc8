/** How a grant ended before its time. */
const endKinds = ['revoked', 'closed', 'handed-over', 'removed'] as const
export type EndKind = (typeof endKinds)[number]

/** How far a suspension or revocation reaches: this grant, this person in every grant, every grant of this project. */
export const reaches = ['grant', 'person', 'project'] as const
export type Reach = (typeof reaches)[number]

/** From–until, half-open, with what ended it earlier. */
export type GrantPeriod = { readonly startsAt: Date; readonly endsAt: Date; readonly endedAt: Date | null }

/** Where a grant is in its life at this moment. */
export function lifeOfGrant({ startsAt, endsAt, endedAt }: GrantPeriod, now: Date): 'to-come' | 'running' | 'over' {
  if (endsAt <= now || (endedAt !== null && endedAt <= now)) return 'over'
  return startsAt <= now ? 'running' : 'to-come'
}

const dayLength = 86_400_000
/** The longest that a grant runs from now, in days: five years. It can be extended again. */
export const longestGrant = 1827

/** What is wrong with a grant's end, or null. */
export function judgeEnd(endsAt: Date, now: Date): 'access.invalid.past' | 'access.invalid.far' | null {
  if (endsAt <= now) return 'access.invalid.past'
  return endsAt.getTime() - now.getTime() > longestGrant * dayLength ? 'access.invalid.far' : null
}

/** What is wrong with a first day of a grant that ends then, or null. Today is one. */
export function judgeStart(
  from: Date,
  endsAt: Date,
  now: Date,
): 'access.invalid.past' | 'access.invalid.after-end' | null {
  if (from.getTime() + dayLength <= now.getTime()) return 'access.invalid.past'
  return from >= endsAt ? 'access.invalid.after-end' : null
}

/** From when a grant runs that is given now: at once, or from a first day that is still to come. */
export const startOfGrant = (from: Date | null, now: Date): Date => (from !== null && from > now ? from : now)

export type UsedPeriod = GrantPeriod & { readonly lastUsedAt: Date | null }

/**
 * From when the ten years of a grant's data are counted: its end, or a use later than that. While it runs the data are in use, wherever
 * they lie: what the portal sees of that is only what is fetched from it. `countedSql` of the store says the same.
 */
export function countedFrom({ endsAt, endedAt, lastUsedAt }: UsedPeriod): Date {
  const end = endedAt !== null && endedAt < endsAt ? endedAt : endsAt
  return lastUsedAt !== null && lastUsedAt > end ? lastUsedAt : end
}

/** When data may be deleted at the earliest: ten years after the grant and every use of them ended. */
export function retainUntil(grant: UsedPeriod): Date {
  const from = countedFrom(grant)
  const until = new Date(from)
  until.setUTCFullYear(from.getUTCFullYear() + 10)
  return until
}

/** How many days before its end the members of a grant are told; 0: that it has ended. */
export const reminderDays = [90, 30, 7, 0] as const
export type ReminderDay = (typeof reminderDays)[number]

/** The reminders of an end that are still to come. */
export const remindersAhead = (endsAt: Date, now: Date): { days: ReminderDay; at: Date }[] =>
  reminderDays.map((days) => ({ days, at: new Date(endsAt.getTime() - days * dayLength) })).filter(({ at }) => at > now)

/**
 * Whether the reminder of so many days is told now: not twice, not before its time, not where a nearer one is due as well, not of a
 * grant that ended otherwise.
 */
export function isToTell(
  { endsAt, endedAt, told }: GrantPeriod & { readonly told: readonly number[] },
  days: ReminderDay,
  now: Date,
): boolean {
  const dueAt = (of: number) => new Date(endsAt.getTime() - of * dayLength)
  if (endedAt !== null || now < dueAt(days) || told.some((earlier) => earlier <= days)) return false
  return !reminderDays.some((nearer) => nearer < days && dueAt(nearer) <= now)
}
