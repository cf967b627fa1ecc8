import type { Coverage } from '@/lib/ethics/rules/coverage'
import { type Refusal, refuse } from '@/lib/platform/refusal'

type Item = {
  readonly datasetId: string
  readonly workflowId: string
  readonly useFit: string | null
  readonly useResolved: string | null
  readonly workflow: { readonly decidedBy: string }
}
type Wanted = { readonly id: string; readonly slug: string; readonly state: string }
type Round = {
  readonly workflowId: string
  readonly datasetIds: readonly string[]
  readonly outcome: string | null
  /** Since when it counts no more. */
  readonly setAsideAt: Date | null
}

/** Whether the latest round of a workflow that counts and was over this dataset approved it. */
export function isDecided(item: Pick<Item, 'datasetId' | 'workflowId'>, rounds: readonly Round[]): boolean {
  const about = rounds.filter(
    ({ workflowId, datasetIds, setAsideAt }) =>
      setAsideAt === null && workflowId === item.workflowId && datasetIds.includes(item.datasetId),
  )
  const settled = about.filter(({ outcome }) => outcome === 'approve' || outcome === 'reject')
  return settled.at(-1)?.outcome === 'approve'
}

type Basis = {
  readonly rounds: readonly Round[]
  readonly coverage: ReadonlyMap<string, Coverage>
  /** Whether the answers of the form are whole: who mends a returned request may have left some open. */
  readonly answersWhole: boolean
}

/**
 * Null, or what stands against approving these datasets: that answers are missing or wrong; where deciders decide, that they have not approved; that no verified ethics
 * approval covers one now; that the purposes conflict with its conditions of use and nobody has let it pass; that it is withdrawn.
 */
export function judgeApproval(
  items: readonly Item[],
  wanted: readonly Wanted[],
  { rounds, coverage, answersWhole }: Basis,
): Refusal | null {
  if (!answersWhole) return refuse('access.answers-open')
  for (const { id, slug, state } of wanted) {
    const item = items.find(({ datasetId }) => datasetId === id)
    if (!item) return refuse('access.nothing-waits')
    if (state === 'withdrawn') return refuse('access.dataset-withdrawn', { dataset: slug })
    if (item.workflow.decidedBy === 'deciders' && !isDecided(item, rounds))
      return refuse('access.not-decided', { dataset: slug })
    const covered = coverage.get(id)
    if (!covered?.covered) {
      const why = covered === undefined ? 'none' : (covered.reasons[0]?.reason ?? 'none')
      return refuse('access.not-covered', { dataset: slug, why })
    }
    if (item.useFit === 'conflicts' && item.useResolved === null)
      return refuse('access.use-conflict', { dataset: slug })
  }
  return null
}
