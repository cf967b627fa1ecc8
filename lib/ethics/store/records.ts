import type { Tx } from '@/lib/platform/db'
import { Prisma } from '@/prisma/generated/client'
import type { ApprovalRecord, Decision } from '../rules/status'

export type ApprovalRow = {
  projectId: string
  id: string
  number: string
  country: string
  amendsId: string | null
  withdrawnAt: Date | null
  supersededAt: Date | null
  supersededById: string | null
  decision: Decision | null
  conditions: string | null
  decidedOn: string | null
  legalForceOn: string | null
  startedOn: string | null
  endsOn: string | null
  datasetIds: string[] | null
  verifiedById: string | null
  claimedDecision: Decision
  claimedDatasetIds: string[]
}

function recordOf(row: ApprovalRow): ApprovalRecord {
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

/** The rows of `recordsOf` as SQL, of the projects that a query or an array of ids names: for a statement that reads more besides. */
export const approvalRows = (projects: Prisma.Sql): Prisma.Sql => Prisma.sql`
    SELECT a.project_id AS "projectId", a.id, a.number, a.country, a.amends_id AS "amendsId",
      a.withdrawn_at AS "withdrawnAt", a.superseded_at AS "supersededAt", a.superseded_by_id AS "supersededById", g.decision, g.conditions,
      g.decided_on::text AS "decidedOn", g.legal_force_on::text AS "legalForceOn", g.started_on::text AS "startedOn",
      g.ends_on::text AS "endsOn", g.covered_datasets::text[] AS "datasetIds", g.judged_by_id AS "verifiedById",
      l.decision AS "claimedDecision", l.claimed_datasets::text[] AS "claimedDatasetIds"
    FROM ethics_approval a LEFT JOIN ethics_version g ON g.id = a.governing_id
    JOIN LATERAL (SELECT decision, claimed_datasets FROM ethics_version v
      WHERE v.approval_id = a.id ORDER BY v.ordinal DESC LIMIT 1) l ON true
    WHERE a.project_id = ANY (${projects}) ORDER BY a.id`

/** The records of such rows, by project. */
export function recordsOf(rows: readonly ApprovalRow[]): ReadonlyMap<string, ApprovalRecord[]> {
  const byProject = new Map<string, ApprovalRecord[]>()
  for (const row of rows) byProject.set(row.projectId, [...(byProject.get(row.projectId) ?? []), recordOf(row)])
  return byProject
}

/**
 * Every approval of these projects as the rules take it (`judgeCoverage`, `statusOf`, `nextChange`), by project: one statement. A project
 * without any is not in the answer.
 */
export const approvalsOf = async (
  tx: Tx,
  projectIds: readonly string[],
): Promise<ReadonlyMap<string, ApprovalRecord[]>> =>
  recordsOf(await tx.$queryRaw<ApprovalRow[]>(approvalRows(Prisma.sql`${[...projectIds]}::uuid[]`)))
