import type { Tx } from '@/lib/platform/db'
import { notInConflict } from '../rules/asking'
import { actingIn } from '../rules/assignments'
import { organisationsOf } from './asking'
import type { RequestRow, Seen } from './requests'

/** The workflows of a request's datasets, each once. */
const workflowsIn = ({ items }: RequestRow) => [
  ...new Map(items.map(({ workflow }) => [workflow.id, workflow])).values(),
]

/** Who of these may be asked for the datasets of a workflow: those without an interest of their own. */
export function withoutConflict(
  { request, project, projectIds }: Seen,
  ids: readonly string[],
  organisations: ReadonlyMap<string, string | null>,
  barsOwnInstitute: boolean,
): string[] {
  const memberIds = new Set(request.members.map(({ personId }) => personId))
  const askers = { memberIds, projectIds, institution: project.institution }
  return notInConflict(ids, askers, organisations, barsOwnInstitute)
}

/** Everybody who may be asked now in this role for the datasets that the actor handles. */
export async function askable(tx: Tx, seen: Seen, role: 'reviewer' | 'decider', now: Date): Promise<string[]> {
  const { request, standing, assignments } = seen
  const here = workflowsIn(request).filter(({ id }) => standing.handles.includes(id))
  const acting = here.flatMap(({ id }) => actingIn(assignments, id, role, now))
  const bars = here.some(({ barsOwnInstitute }) => barsOwnInstitute)
  return withoutConflict(seen, [...new Set(acting)], await organisationsOf(tx, acting), bars)
}
