import { type Refusal, refuse } from '@/lib/platform/refusal'
import { retainUntil, type UsedPeriod } from './grants'

/** How many days before the ten years of a grant's data are over it is reminded of; 0: that they are. */
export const retentionDays = [90, 30, 0] as const
export type RetentionDay = (typeof retentionDays)[number]

/** What became of the data then: they are kept on, or they were removed. */
export const retentionOutcomes = ['kept', 'removed'] as const
export type RetentionOutcome = (typeof retentionOutcomes)[number]

const dayLength = 86_400_000
const nearest = retentionDays.toReversed()

/** The reminder whose time has come last; of a grant that runs none has, since its ten years begin with its end. */
export function retentionStage(grant: UsedPeriod, now: Date): RetentionDay | null {
  const until = retainUntil(grant).getTime()
  return nearest.find((days) => until - days * dayLength <= now.getTime()) ?? null
}

type Kept = UsedPeriod & { readonly told: readonly number[]; readonly settled: boolean }

/** The reminder that is due: the nearest that has come, unless it or a nearer one was told, or somebody noted what became of the data. */
export function retentionDue(grant: Kept, now: Date): RetentionDay | null {
  const due = retentionStage(grant, now)
  return due === null || grant.settled || grant.told.some((days) => days <= due) ? null : due
}

/**
 * Null, or why it cannot be noted yet, or no more, what became of a grant's data: that they are kept on from ninety days before, that
 * they were removed once the ten years are over; each once, and nothing after they were removed.
 */
export function judgeSettling(
  grant: UsedPeriod,
  noted: readonly string[],
  outcome: RetentionOutcome,
  now: Date,
): Refusal | null {
  const stage = retentionStage(grant, now)
  const until = retainUntil(grant).toISOString().slice(0, 10)
  if (stage === null) return refuse('access.retention-far', { until })
  if (outcome === 'removed' && stage !== 0) return refuse('access.retention-lasts', { until })
  return noted.includes('removed') || noted.includes(outcome) ? refuse('access.retention-settled') : null
}

/** The moment from which the ten years are counted of data whose reminder of so many days comes now. */
export function countedAt(days: RetentionDay, now: Date): Date {
  const at = new Date(now.getTime() + days * dayLength)
  at.setUTCFullYear(at.getUTCFullYear() - 10)
  return at
}
