import type { BookedState } from './ending'
import type { Life } from './sheet'
import { addWeeks, type Week } from './weeks'

type Lived = {
  readonly state: BookedState
  readonly startsAt: Date
  readonly endsAt: Date
  /** When its machine was said to be ready; of a continued session when its first week's was. */
  readonly readyAt: Date | null
}

/** The life of a booked week, read from the clock: nothing needs to have run for it to be true. */
export function lifeOf({ state, startsAt, endsAt, readyAt }: Lived, now: Date): Life {
  if (state !== 'booked' || endsAt <= now) return 'ended'
  if (now < startsAt) return 'booked'
  return readyAt === null ? 'preparing' : 'ready'
}

type InSession = { readonly slot: string; readonly week: Week; readonly projectId: string }

const continues = (before: InSession, next: InSession): boolean =>
  before.slot === next.slot && before.projectId === next.projectId && addWeeks(before.week, 1) === next.week

/**
 * Consecutive weeks of one slot by one project are one continuous session: its machine stays up between them, and what is on /raid is
 * lost when it ends. Gives the sessions, each in the order of its weeks.
 */
export function sessionsOf<T extends InSession>(weeks: readonly T[]): T[][] {
  const sessions: T[][] = []
  const ordered = weeks.toSorted((a, b) => (a.slot === b.slot ? (a.week < b.week ? -1 : 1) : a.slot < b.slot ? -1 : 1))
  for (const week of ordered) {
    const session = sessions.at(-1)
    const last = session?.at(-1)
    if (session && last && continues(last, week)) session.push(week)
    else sessions.push([week])
  }
  return sessions
}
