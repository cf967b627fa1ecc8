import { startOf } from './days'
import { type Decision, type Governing, inForceFrom } from './status'

/** Which decision takes the place of one, and from when. `at` null with a `by`: as soon as it is in force, of which no day is known. */
export type Replacement = { readonly by: string | null; readonly at: Date | null }

/** What takes the place of a decision, as its last verified version says it. */
export type Successor = {
  readonly id: string
  readonly country: string
  readonly governing: Pick<Governing, 'decidedOn' | 'legalForceOn'> & { readonly decision: Decision }
}

const stands: Replacement = { by: null, at: null }
const hasCome = ({ at }: Replacement, now: Date): boolean => at !== null && at <= now

/** Since when or from when the successor is in force, as far as it counts: not before it was verified, which is now. */
function fromOf({ country, governing }: Successor, was: Replacement, now: Date): Date | null {
  const day = inForceFrom(country, { ...governing })
  const at = day === null ? null : startOf(day)
  if (at === null || at > now) return at
  return hasCome(was, now) ? was.at : now
}

/**
 * What becomes of a decision when a version of another that is to take its place is verified now. It stands until that one is in force
 * itself; what does not approve takes the place of nothing. A decision whose place was taken, or will be sooner, by a third stays so.
 */
export function replacedBy(was: Replacement, by: Successor, now: Date): Replacement {
  const isOwn = was.by === by.id
  if (!by.governing.decision.startsWith('approved')) return isOwn ? stands : was
  if (was.by === null || isOwn) return { by: by.id, at: fromOf(by, isOwn ? was : stands, now) }
  const at = fromOf(by, stands, now)
  const isSooner = !hasCome(was, now) && at !== null && (was.at === null || at < was.at)
  return isSooner ? { by: by.id, at } : was
}

/** What becomes of it when a decision is withdrawn: one that had not come into force takes its place no more. */
export const replacedWithout = (was: Replacement, id: string, now: Date): Replacement =>
  was.by === id && !hasCome(was, now) ? stands : was

export const isSameReplacement = (a: Replacement, b: Replacement): boolean =>
  a.by === b.by && a.at?.getTime() === b.at?.getTime()

/** Whether it is to be told now that a decision was superseded: once it has come about, and not twice. */
export const isToTellSuperseded = (
  { supersededAt, supersededToldAt }: { readonly supersededAt: Date | null; readonly supersededToldAt: Date | null },
  now: Date,
): boolean => supersededAt !== null && supersededAt <= now && supersededToldAt === null
