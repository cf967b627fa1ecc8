import type { Tx } from '@/lib/platform/db'
import type { ApprovalRecord, Decision } from '../rules/status'

type Row = {
  projectId: string
  id: string
  number: string
  country: string
  amendsId: string | null
  withdrawnAt: Date | null
  supersededAt: Date | null
  decision: Decision | null
  conditions: string | null
  decidedOn: string | null
  legalForceOn: string | null
  startedOn: string | null
  endsOn: string | null
  datasetIds: string[] | null
  claimedDecision: Decision
  claimedDatasetIds: string[]
}

function recordOf(row: Row): ApprovalRecord {
  const { decision, conditions, decidedOn, legalForceOn, startedOn, endsOn, datasetIds, projectId: _, ...own } = row
  const governing = decision &&
    decidedOn && {
      decision,
      conditions: conditions ?? '',
      decidedOn,
      legalForceOn,
      startedOn,
      endsOn,
      datasetIds: datasetIds ?? [],
    }
  return { ...own, governing: governing || null }
}

/**
 * Every approval of these projects as the rules take it (`judgeCoverage`, `statusOf`, `nextChange`), by project: one statement. A project
 * without any is not in the answer.
 */
export async function approvalsOf(
  tx: Tx,
  projectIds: readonly string[],
): Promise<ReadonlyMap<string, ApprovalRecord[]>> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT a.project_id AS "projectId", a.id, a.number, a.country, a.amends_id AS "amendsId",
      a.withdrawn_at AS "withdrawnAt", a.superseded_at AS "supersededAt", g.decision, g.conditions,
      g.decided_on::text AS "decidedOn", g.legal_force_on::text AS "legalForceOn", g.started_on::text AS "startedOn",
      g.ends_on::text AS "endsOn", g.covered_datasets::text[] AS "datasetIds",
      l.decision AS "claimedDecision", l.claimed_datasets::text[] AS "claimedDatasetIds"
    FROM ethics_approval a LEFT JOIN ethics_version g ON g.id = a.governing_id
    JOIN LATERAL (SELECT decision, claimed_datasets FROM ethics_version v
      WHERE v.approval_id = a.id ORDER BY v.ordinal DESC LIMIT 1) l ON true
    WHERE a.project_id = ANY (${[...projectIds]}::uuid[]) ORDER BY a.id`
  const byProject = new Map<string, ApprovalRecord[]>()
  for (const row of rows) byProject.set(row.projectId, [...(byProject.get(row.projectId) ?? []), recordOf(row)])
  return byProject
}
