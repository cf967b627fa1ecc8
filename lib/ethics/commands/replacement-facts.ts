import 'server-only'
import type { Happening } from '@/lib/platform/journal'
import { happened } from '../events'
import { isSameReplacement, type Replacement } from '../rules/replacement'
import type { OnApproval } from '../store/approvals'
import { about } from './on-approval'

/** What the journal says of a decision whose place another takes, or takes no more: that it came about, is to come, or does not come. */
export function replacementFacts(
  on: OnApproval,
  { id, was }: { readonly id: string; readonly was: Replacement },
  next: Replacement,
  now: Date,
): Happening[] {
  if (isSameReplacement(was, next)) return []
  const by = next.by ?? was.by ?? ''
  const data = { ...about(on), by }
  if (next.by === null) return [happened.replacementDropped(on.project.id, id, data)]
  if (next.at !== null && next.at <= now) return [happened.superseded(on.project.id, id, data)]
  const from = next.at?.toISOString().slice(0, 10) ?? ''
  return [happened.replacementForeseen(on.project.id, id, { ...data, from })]
}
