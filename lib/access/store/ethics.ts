import type { Coverage } from '@/lib/ethics/rules/coverage'
import { type ApprovalRecord, statusOf } from '@/lib/ethics/rules/status'
import { approvalsOf } from '@/lib/ethics/store/records'
import type { Tx } from '@/lib/platform/db'
import { coverageByNamed, namedApprovals, standingFor } from '../rules/coverage'

type Naming = { readonly projectId: string; readonly ethicsApprovalId: string | null }

const ofProject = async (tx: Tx, projectId: string): Promise<readonly ApprovalRecord[]> =>
  (await approvalsOf(tx, [projectId])).get(projectId) ?? []

/** Whether this approval is one of the project's own, and no amendment: a request rests on an original. */
export const isApprovalOf = async (tx: Tx, id: string, projectId: string): Promise<boolean> =>
  (await ofProject(tx, projectId)).some((one) => one.id === id && one.amendsId === null)

/** The approvals of a project that a request can rest on, each with its number and how it stands now. */
export async function approvalsToName(tx: Tx, projectId: string, now: Date) {
  const all = await ofProject(tx, projectId)
  return all
    .filter(({ amendsId }) => amendsId === null)
    .map((one) => ({ id: one.id, number: one.number, status: statusOf(one, all, now) }))
}

/** The approval that stands for the one that a request names (`standingFor`): its id, number and status; null where it names none. */
export async function approvalNamed(tx: Tx, { projectId, ethicsApprovalId }: Naming, now: Date) {
  if (ethicsApprovalId === null) return null
  const all = await ofProject(tx, projectId)
  const named = standingFor(all, ethicsApprovalId, now)
  const one = all.find(({ id }) => id === named)
  return one ? { id: named, number: one.number, status: statusOf(one, all, now) } : null
}

type Asking = Naming & { readonly members: readonly { readonly personId: string }[] }

/** Whether the approval that a request names covers each of these datasets at this moment. What a member of it verified does not count. */
export async function coverageOf(
  tx: Tx,
  { projectId, ethicsApprovalId, members }: Asking,
  datasetIds: readonly string[],
  now: Date,
): Promise<ReadonlyMap<string, Coverage>> {
  const all = await ofProject(tx, projectId)
  const memberIds = members.map(({ personId }) => personId)
  return new Map(datasetIds.map((id) => [id, coverageByNamed(all, ethicsApprovalId, id, now, memberIds)]))
}

/** Who verified what a request rests on: none of them becomes a member of it. */
export async function verifiersOf(tx: Tx, { projectId, ethicsApprovalId }: Naming, now: Date): Promise<string[]> {
  if (ethicsApprovalId === null) return []
  const named = namedApprovals(await ofProject(tx, projectId), ethicsApprovalId, now)
  return named.flatMap(({ verifiedById }) => verifiedById ?? [])
}
