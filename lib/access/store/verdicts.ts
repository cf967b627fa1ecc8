import { missingAgreements, unacceptedTexts } from '@/lib/agreements/store/missing'
import { judgeCoverage } from '@/lib/ethics/rules/coverage'
import { approvalsOf } from '@/lib/ethics/store/records'
import type { Tx } from '@/lib/platform/db'
import { ethicsFacts } from '../rules/coverage'
import type { ItemState, State } from '../rules/states'
import { owedTerms, subjectsFor } from '../rules/terms'
import type { AccessFacts, GrantFacts } from '../rules/verdict'
import { namedApprovals } from './ethics'
import { acceptedTerms, termsOf } from './terms'

type Row = {
  grantId: string
  datasetId: string
  requestId: string
  reference: string
  requestState: State
  itemState: ItemState
  isMember: boolean
  startsAt: Date
  endsAt: Date
  endedAt: Date | null
  endKind: string | null
  bars: { kind: 'suspended' | 'revoked'; personal: boolean }[]
  projectId: string
  projectSlug: string
  projectType: string
  projectState: string
  projectStartsAt: Date
  projectEndsAt: Date
  institutionName: string
  ethicsApprovalId: string | null
  useFit: string | null
  isResolved: boolean
  extra: string[]
}

/** The grants of these datasets by requests that the person belongs to, or whose project they take part in; the newest first. */
const grantRows = (tx: Tx, personId: string, datasetIds: readonly string[]) => tx.$queryRaw<Row[]>`
  WITH mine AS (SELECT request_id AS id FROM access_member WHERE person_id = ${personId}::uuid
    UNION SELECT r.id FROM access_request r JOIN project p ON p.id = r.project_id WHERE p.pi_id = ${personId}::uuid
    UNION SELECT r.id FROM access_request r JOIN project_member m ON m.project_id = r.project_id WHERE m.person_id = ${personId}::uuid)
  SELECT g.id AS "grantId", g.dataset_id AS "datasetId", r.id AS "requestId", r.reference, r.state AS "requestState",
    i.state AS "itemState", m.person_id IS NOT NULL AS "isMember", g.starts_at AS "startsAt", g.ends_at AS "endsAt",
    g.ended_at AS "endedAt", g.end_kind AS "endKind", p.id AS "projectId", p.slug AS "projectSlug", p.type AS "projectType",
    p.state AS "projectState", p.starts_at AS "projectStartsAt", p.ends_at AS "projectEndsAt",
    p.institution_name AS "institutionName", r.ethics_approval_id AS "ethicsApprovalId", i.use_fit AS "useFit",
    i.use_resolved IS NOT NULL AS "isResolved",
    coalesce((SELECT json_agg(json_build_object('kind', b.kind, 'personal', b.person_id IS NOT NULL)) FROM access_bar b
      WHERE b.grant_id = g.id AND b.lifted_at IS NULL AND (b.person_id IS NULL OR b.person_id = ${personId}::uuid)), '[]'::json) AS bars,
    ARRAY(SELECT subject FROM access_request_terms t WHERE t.request_id = r.id) AS extra
  FROM mine JOIN access_request r ON r.id = mine.id JOIN access_grant g ON g.request_id = r.id
  JOIN access_item i ON i.request_id = g.request_id AND i.dataset_id = g.dataset_id
  JOIN project p ON p.id = r.project_id
  LEFT JOIN access_member m ON m.request_id = r.id AND m.person_id = ${personId}::uuid
  WHERE g.dataset_id = ANY (${[...datasetIds]}::uuid[]) ORDER BY g.id DESC`

/** What the project of a grant lacks of agreements: one for data access only is asked for none; the DPA concerns compute. */
async function lackingOf(tx: Tx, rows: readonly Row[], now: Date): Promise<ReadonlyMap<string, string[]>> {
  const lacking = new Map<string, string[]>()
  for (const { projectId: id, projectType, institutionName } of rows) {
    if (lacking.has(id)) continue
    const missing = projectType === 'data-access' ? [] : await missingAgreements(tx, { id, institutionName }, now)
    lacking.set(
      id,
      missing.filter((kind) => kind === 'service-agreement'),
    )
  }
  return lacking
}

type Known = {
  readonly approvals: Awaited<ReturnType<typeof approvalsOf>>
  readonly lacking: ReadonlyMap<string, string[]>
  readonly terms: Awaited<ReturnType<typeof termsOf>>
  readonly accepted: ReadonlySet<string>
}

function grantFacts(row: Row, { approvals, lacking, terms, accepted }: Known, now: Date): GrantFacts {
  const { projectId, projectSlug, projectState, projectStartsAt, projectEndsAt, ethicsApprovalId, datasetId } = row
  const named = namedApprovals(approvals.get(projectId) ?? [], ethicsApprovalId)
  const owed = owedTerms(terms, subjectsFor(datasetId, row.extra), accepted, now)
  return {
    ...row,
    project: { slug: projectSlug, state: projectState, startsAt: projectStartsAt, endsAt: projectEndsAt },
    missingAgreements: lacking.get(projectId) ?? [],
    owedTerms: owed.map(({ subject, version }) => ({ subject, version })),
    ethics: named.length === 0 ? null : ethicsFacts(judgeCoverage(named, datasetId, now)),
    use: { fit: row.useFit, resolved: row.isResolved },
  }
}

/** Everything that decides whether a person may use each of these datasets at this moment, read in a fixed number of statements. */
export async function accessFacts(
  tx: Tx,
  personId: string,
  datasets: readonly { readonly id: string; readonly state: string }[],
  now: Date,
): Promise<ReadonlyMap<string, AccessFacts>> {
  const ids = datasets.map(({ id }) => id)
  const rows = await grantRows(tx, personId, ids)
  const subjects = ['standard', ...ids, ...rows.flatMap(({ extra }) => extra)]
  const [person, owes, approvals, lacking, terms, accepted] = [
    await tx.person.findUnique({ where: { id: personId }, select: { deactivatedAt: true } }),
    await unacceptedTexts(tx, personId, ['user-terms'], now),
    await approvalsOf(tx, [...new Set(rows.map(({ projectId }) => projectId))]),
    await lackingOf(tx, rows, now),
    await termsOf(tx, subjects),
    await acceptedTerms(tx, personId),
  ]
  const known = { approvals, lacking, terms, accepted }
  const own = { accountOpen: person !== null && person.deactivatedAt === null, owesUserTerms: owes.length > 0 }
  const of = (id: string) => rows.filter(({ datasetId }) => datasetId === id).map((row) => grantFacts(row, known, now))
  return new Map(datasets.map(({ id, state }) => [id, { ...own, datasetState: state, grants: of(id) }]))
}

/** The datasets of which a person has a grant that runs now, whatever else stands against it. */
export const datasetsGranted = (tx: Tx, personId: string, now: Date) =>
  tx.$queryRaw<{ id: string; slug: string; state: string }[]>`
    SELECT DISTINCT d.id, d.slug, d.state FROM access_member m JOIN access_grant g ON g.request_id = m.request_id
    JOIN dataset d ON d.id = g.dataset_id
    WHERE m.person_id = ${personId}::uuid AND g.ended_at IS NULL AND g.starts_at <= ${now} AND g.ends_at > ${now}
    ORDER BY d.slug`

/** The datasets that these projects were granted and that run now, each with the version that is published. */
export const datasetsOfProjects = (tx: Tx, projectIds: readonly string[], now: Date) =>
  tx.$queryRaw<{ projectId: string; id: string; slug: string; state: string; version: string | null }[]>`
    SELECT DISTINCT r.project_id AS "projectId", d.id, d.slug, d.state, v.number AS version
    FROM access_request r JOIN access_grant g ON g.request_id = r.id JOIN dataset d ON d.id = g.dataset_id
    LEFT JOIN dataset_version v ON v.id = d.current_id
    WHERE r.project_id = ANY (${[...projectIds]}::uuid[]) AND g.ended_at IS NULL AND g.starts_at <= ${now} AND g.ends_at > ${now}
    ORDER BY d.slug`
