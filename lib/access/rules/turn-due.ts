import type { Turn } from './turn'

/** What decides when a turn has taken too long. */
export type TurnLimits = {
  readonly turn: Turn
  readonly since: Date
  /** When the first of the open reviews, and of the running rounds, is due. */
  readonly reviewsDue: Date | null
  readonly roundsDue: Date | null
  /** The days that handlers have, of each workflow whose datasets the request asks for. */
  readonly handlingDays: readonly number[]
  readonly returned: boolean
}

const dayLength = 86_400_000
/** How long somebody may take to mend what was returned before they are reminded. */
export const mendingDays = 30
/** Where no workflow says how long its handlers may take. */
const ordinaryDays = 14

/** When it becomes too long; null where nobody is to act, and for a draft, which may wait as long as it likes. */
export function turnDueAt({ turn, since, reviewsDue, roundsDue, handlingDays, returned }: TurnLimits): Date | null {
  const after = (days: number) => new Date(since.getTime() + days * dayLength)
  if (turn === 'reviewers') return reviewsDue
  if (turn === 'deciders') return roundsDue
  if (turn === 'handler') return after(handlingDays.length > 0 ? Math.min(...handlingDays) : ordinaryDays)
  return turn === 'applicant' && returned ? after(mendingDays) : null
}
