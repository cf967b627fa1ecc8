import { type Coverage, judgeCoverage } from '@/lib/ethics/rules/coverage'
import type { ApprovalRecord } from '@/lib/ethics/rules/status'
import type { GrantFacts } from './verdict'

/** Whether what was verified of these approvals names the dataset, valid or not; of what never was, nobody can say. */
export const namesDataset = (named: readonly ApprovalRecord[], datasetId: string): boolean =>
  named.some(({ governing }) => governing === null || governing.datasetIds.includes(datasetId))

/** Those who verified what a request rests on and are members of it: for it their verification does not count. */
export const ownVerifiers = (named: readonly ApprovalRecord[], memberIds: readonly string[]): ReadonlySet<string> =>
  new Set(named.flatMap(({ verifiedById }) => (verifiedById && memberIds.includes(verifiedById) ? [verifiedById] : [])))

/**
 * What the verdict needs of an approval's coverage: its state, whether it covers the dataset, until when; `names`: whether it would, were it
 * valid. Null: none is named.
 */
export function ethicsFacts(coverage: Coverage | undefined, names = true): GrantFacts['ethics'] {
  if (coverage === undefined) return null
  if (coverage.covered) {
    const state = coverage.conditions.length > 0 ? 'valid-with-conditions' : 'valid'
    return { state, covers: true, until: coverage.until }
  }
  const reason = coverage.reasons[0]?.reason ?? 'none'
  if (reason === 'none') return null
  if (reason === 'not-covered') return { state: 'valid', covers: false, until: null }
  return { state: reason, covers: names, until: null }
}

/** What has taken the place of an approval by now; what is to take it later has not. */
function successorOf(one: ApprovalRecord | undefined, now: Date): string | null {
  const { supersededAt = null, supersededById = null } = one ?? {}
  return supersededAt !== null && supersededAt <= now ? supersededById : null
}

/** The approval that stands at this moment in the place of the one that was named: the last of those that took it, one after the other. */
export function standingFor(all: readonly ApprovalRecord[], id: string, now: Date): string {
  const passed = new Set([id])
  let last = id
  for (;;) {
    const next = successorOf(
      all.find((one) => one.id === last),
      now,
    )
    if (next === null || passed.has(next) || !all.some((one) => one.id === next)) return last
    passed.add(next)
    last = next
  }
}

/** The approvals that a request rests on: the one that it names, or what took its place since, with its amendments. */
export function namedApprovals(all: readonly ApprovalRecord[], id: string | null, now: Date): ApprovalRecord[] {
  if (id === null) return []
  const named = standingFor(all, id, now)
  return all.filter((one) => one.id === named || one.amendsId === named)
}

/**
 * Whether what a request rests on covers a dataset at this moment, and until when: where another decision takes its place and covers the
 * dataset from then on, until that one no longer does. What a member of the request verified does not count.
 */
export function coverageByNamed(
  all: readonly ApprovalRecord[],
  id: string | null,
  datasetId: string,
  now: Date,
  memberIds: readonly string[] = [],
): Coverage {
  const named = namedApprovals(all, id, now)
  const coverage = judgeCoverage(named, datasetId, now, ownVerifiers(named, memberIds))
  if (!coverage.covered || id === null) return coverage
  const standing = standingFor(all, id, now)
  const next = all.find((one) => one.id === standing)?.supersededAt ?? null
  if (next === null || next <= now || (coverage.until !== null && coverage.until < next)) return coverage
  const then = coverageByNamed(all, id, datasetId, next, memberIds)
  return { ...coverage, until: then.covered ? then.until : next }
}
