const dayLength = 86_400_000

/** The moment at which a calendar day begins, as the portal keeps days of projects: midnight UTC. */
export const startOf = (day: string): Date => new Date(`${day}T00:00:00.000Z`)

/** The moment from which a last day is over: periods are half-open. */
export const afterDay = (lastDay: string): Date => new Date(startOf(lastDay).getTime() + dayLength)

const dayOf = (moment: Date): string => moment.toISOString().slice(0, 10)

/** The last day that lies before this moment, wholly or in part. */
export const lastDayBefore = (end: Date): string => dayOf(new Date(end.getTime() - 1))

/** The first and last day of a period, both in it. */
export const daysOf = ({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }) => ({
  startsOn: dayOf(startsAt),
  endsOn: lastDayBefore(endsAt),
})

/** The longest that a project runs, in days: ten years. */
export const longest = 3653

/** What is wrong with a project's first and last day as they are written, or null. */
export function judgeDays(startsOn: string, endsOn: string): 'projects.invalid.order' | 'projects.invalid.long' | null {
  const days = (afterDay(endsOn).getTime() - startOf(startsOn).getTime()) / dayLength
  if (days < 1) return 'projects.invalid.order'
  return days > longest ? 'projects.invalid.long' : null
}

type Life = { readonly state: string; readonly startsAt: Date; readonly endsAt: Date }

/** Where a project can be in its life. */
export const lives = ['to-come', 'running', 'over'] as const
export type ProjectLife = (typeof lives)[number]

/** Where a project is in its life at this moment: before its first day, running, or over (by its last day, or ended before). */
export function lifeOf({ state, startsAt, endsAt }: Life, now: Date): ProjectLife {
  if (state !== 'active' || endsAt <= now) return 'over'
  return startsAt <= now ? 'running' : 'to-come'
}
