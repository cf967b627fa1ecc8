import { type Refusal, refuse } from '@/lib/platform/refusal'
import { dayOf } from './days'
import type { Content } from './fields'
import { registrationNumber } from './number'
import type { Decision } from './status'

type Typed = Omit<Content, 'claimedDatasets' | 'conditions' | 'decision'> & {
  readonly conditions: string | null
  readonly decision: Decision
}

const dayLength = 86_400_000

/** The faults of the days among themselves, by field. */
function judgeDays(typed: Typed, isAmendment: boolean, now: Date): Record<string, string> {
  const { decidedOn, legalForceOn, startedOn, endsOn } = typed
  // Anywhere on earth it is at most a day later than here.
  const today = dayOf(new Date(now.getTime() + dayLength / 2))
  return {
    ...(decidedOn > today && { decidedOn: 'ethics.invalid.future' }),
    ...(legalForceOn !== null && legalForceOn < decidedOn && { legalForceOn: 'ethics.invalid.before-decision' }),
    ...(startedOn !== null && startedOn > today && { startedOn: 'ethics.invalid.future' }),
    ...(startedOn !== null && startedOn < decidedOn && !isAmendment && { startedOn: 'ethics.invalid.before-decision' }),
    ...(endsOn !== null && endsOn < decidedOn && { endsOn: 'ethics.invalid.before-decision' }),
  }
}

/**
 * What was typed as it is kept: the number in its one form, conditions where there are some. Refuses platform.invalid by field: a
 * Swedish number of no known form, conditions without such a decision or the other way about, days out of order or in the future.
 */
export function contentOf(
  typed: Typed,
  claimedDatasets: readonly string[],
  isAmendment: boolean,
  now: Date,
): Content | Refusal {
  const number = typed.country === 'SE' ? registrationNumber(typed.number) : typed.number.replace(/\s+/g, ' ')
  const withConditions = typed.decision === 'approved-with-conditions'
  const wrong: Record<string, string> = {
    ...(number === null && { number: 'ethics.invalid.number' }),
    ...(withConditions && typed.conditions === null && { conditions: 'ethics.invalid.conditions-missing' }),
    ...(!withConditions && typed.conditions !== null && { conditions: 'ethics.invalid.conditions-without' }),
    ...judgeDays(typed, isAmendment, now),
  }
  if (number !== null && Object.keys(wrong).length === 0)
    return { ...typed, number, conditions: typed.conditions ?? '', claimedDatasets }
  return refuse('platform.invalid', {
    fields: Object.fromEntries(Object.entries(wrong).map(([field, message]) => [field, [message]])),
  })
}
