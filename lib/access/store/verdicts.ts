import { owes, owesFrom, type PublishedVersion } from '@/lib/agreements/rules/versions'
import { lackedBy, type SignedRow, signedUntil } from '@/lib/agreements/store/missing'
import { type ApprovalRow, approvalRows, recordsOf } from '@/lib/ethics/store/records'
import type { Tx } from '@/lib/platform/db'
import { Prisma } from '@/prisma/generated/client'
import { coverageByNamed, ethicsFacts, namedApprovals, namesDataset, ownVerifiers } from '../rules/coverage'
import type { ItemState, State } from '../rules/states'
import { owedFrom, owedTerms, subjectsFor, type TermsVersion } from '../rules/terms'
import type { AccessFacts, GrantFacts } from '../rules/verdict'

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
  memberIds: string[]
}

/** Of one the plain comparison, by which the database knows that few rows are meant, so that it plans the statement once and for all. */
const oneOf = (column: Prisma.Sql, ids: readonly string[], type: 'uuid' | 'text'): Prisma.Sql => {
  const of = Prisma.raw(type)
  return ids.length === 1
    ? Prisma.sql`${column} = ${ids[0]}::${of}`
    : Prisma.sql`${column} = ANY (${[...ids]}::${of}[])`
}

/** The grants of these datasets by requests that the person belongs to, or whose project they take part in; the newest first. */
const grantRows = (personId: string, datasetIds: readonly string[]) => Prisma.sql`
  WITH mine AS (SELECT request_id AS id FROM access_member WHERE person_id = ${personId}::uuid
    UNION SELECT r.id FROM access_request r JOIN project p ON p.id = r.project_id WHERE p.pi_id = ${personId}::uuid
    UNION SELECT r.id FROM access_request r JOIN project_member m ON m.project_id = r.project_id WHERE m.person_id = ${personId}::uuid)
  SELECT g.id AS "grantId", g.dataset_id AS "datasetId", r.id AS "requestId", r.reference, r.state AS "requestState",
    i.state AS "itemState", m.person_id IS NOT NULL AND (r.applicant_id <> ${personId}::uuid OR p.pi_id = ${personId}::uuid OR EXISTS
      (SELECT FROM project_member t WHERE t.project_id = p.id AND t.person_id = ${personId}::uuid)) AS "isMember", g.starts_at AS "startsAt", g.ends_at AS "endsAt",
    g.ended_at AS "endedAt", g.end_kind AS "endKind", p.id AS "projectId", p.slug AS "projectSlug", p.type AS "projectType",
    p.state AS "projectState", p.starts_at AS "projectStartsAt", p.ends_at AS "projectEndsAt",
    p.institution_name AS "institutionName", r.ethics_approval_id AS "ethicsApprovalId", i.use_fit AS "useFit",
    i.use_resolved IS NOT NULL AS "isResolved",
    coalesce((SELECT json_agg(json_build_object('kind', b.kind, 'personal', b.person_id IS NOT NULL)) FROM access_bar b
      WHERE b.grant_id = g.id AND b.lifted_at IS NULL AND (b.person_id IS NULL OR b.person_id = ${personId}::uuid)), '[]'::json) AS bars,
    ARRAY(SELECT subject FROM access_request_terms t WHERE t.request_id = r.id) AS extra,
    ARRAY(SELECT person_id FROM access_member a WHERE a.request_id = r.id) AS "memberIds"
  FROM mine JOIN access_request r ON r.id = mine.id JOIN access_grant g ON g.request_id = r.id
  JOIN access_item i ON i.request_id = g.request_id AND i.dataset_id = g.dataset_id
  JOIN project p ON p.id = r.project_id
  LEFT JOIN access_member m ON m.request_id = r.id AND m.person_id = ${personId}::uuid
  WHERE ${oneOf(Prisma.sql`g.dataset_id`, datasetIds, 'uuid')}`

/** What the project of a grant lacks of agreements: one for data access only is asked for none; the DPA concerns compute. */
const lackingOf = (rows: readonly Row[], signed: readonly SignedRow[], now: Date): ReadonlyMap<string, string[]> =>
  new Map(
    rows.map(({ projectId: id, projectType, institutionName }) => [
      id,
      projectType === 'data-access'
        ? []
        : lackedBy(signed, { id, institutionName }, now).filter((kind) => kind === 'service-agreement'),
    ]),
  )

/** When the service agreement of each project ends, where one is needed. */
const agreementsEnd = (
  rows: readonly Row[],
  signed: readonly SignedRow[],
  now: Date,
): ReadonlyMap<string, Date | null> =>
  new Map(
    rows.map(({ projectId: id, projectType, institutionName }) => [
      id,
      projectType === 'data-access' ? null : signedUntil(signed, { id, institutionName }, 'service-agreement', now),
    ]),
  )

type Known = {
  readonly ethics: (row: Row) => GrantFacts['ethics']
  readonly lacking: ReadonlyMap<string, string[]>
  readonly agreementsEnd: ReadonlyMap<string, Date | null>
  readonly terms: readonly TermsVersion[]
  readonly accepted: ReadonlySet<string>
}

/** What the approval that a request names is worth for a dataset: judged once for all requests that rest on the same. */
function judgedEthics(approvals: ReturnType<typeof recordsOf>, now: Date): Known['ethics'] {
  const judged = new Map<string, GrantFacts['ethics']>()
  return ({ projectId, ethicsApprovalId, datasetId, memberIds }) => {
    const all = approvals.get(projectId) ?? []
    const named = namedApprovals(all, ethicsApprovalId, now)
    // With all approvals of the project, for what takes the place of one later may have been verified by somebody else.
    const own = ownVerifiers(all, memberIds)
    const key = `${projectId} ${ethicsApprovalId} ${datasetId} ${[...own].join()}`
    const known = judged.get(key)
    if (known !== undefined) return known
    const coverage = coverageByNamed(all, ethicsApprovalId, datasetId, now, memberIds)
    const fresh = named.length === 0 ? null : ethicsFacts(coverage, namesDataset(named, datasetId))
    judged.set(key, fresh)
    return fresh
  }
}

function grantFacts(row: Row, { ethics, terms, accepted, ...known }: Known, now: Date): GrantFacts {
  const { projectId, projectSlug, projectState, projectStartsAt, projectEndsAt, datasetId } = row
  const subjects = subjectsFor(datasetId, row.extra)
  const owed = owedTerms(terms, subjects, accepted, now)
  return {
    ...row,
    project: { slug: projectSlug, state: projectState, startsAt: projectStartsAt, endsAt: projectEndsAt },
    missingAgreements: known.lacking.get(projectId) ?? [],
    agreementsUntil: known.agreementsEnd.get(projectId) ?? null,
    owedTerms: owed.map(({ subject, version }) => ({ subject, version })),
    termsUntil: owedFrom(terms, subjects, accepted, now),
    ethics: ethics(row),
    use: { fit: row.useFit, resolved: row.isResolved },
  }
}

/** What one statement reads; moments are texts, as JSON has them. */
type Read = {
  isOpen: boolean | null
  texts: (Omit<PublishedVersion, 'publishedAt' | 'bindsFrom'> & { publishedAt: string; bindsFrom: string })[]
  acceptedTexts: number[]
  grants: Row[]
  approvals: ApprovalRow[]
  signed: SignedRow[]
  terms: TermsVersion[]
  accepted: string[]
}

const whole = (rows: Prisma.Sql) => Prisma.sql`coalesce((SELECT json_agg(x) FROM (${rows}) x), '[]'::json)`

/** Everything that a verdict asks, in one statement and so at one moment of the database. */
async function readFacts(tx: Tx, personId: string, datasetIds: readonly string[], now: Date): Promise<Read> {
  const ids = [...datasetIds]
  const [read] = await tx.$queryRaw<[Read]>`/* kept */
    WITH granted AS MATERIALIZED (${grantRows(personId, ids)}),
      projects AS (SELECT coalesce(array_agg(DISTINCT "projectId"), '{}') AS ids FROM granted)
    SELECT (SELECT deactivated_at IS NULL FROM person WHERE id = ${personId}::uuid) AS "isOpen",
      ${whole(Prisma.sql`SELECT kind, version, published_at AS "publishedAt", binds_from AS "bindsFrom" FROM agreement_text
        WHERE kind = 'user-terms' AND published_at IS NOT NULL AND binds_from IS NOT NULL`)} AS texts,
      ARRAY(SELECT t.version FROM acceptance a JOIN agreement_text t ON t.id = a.text_id
        WHERE a.person_id = ${personId}::uuid AND a.subject = '' AND t.kind = 'user-terms') AS "acceptedTexts",
      ${whole(Prisma.sql`SELECT * FROM granted ORDER BY "grantId" DESC`)} AS grants,
      ${whole(approvalRows(Prisma.sql`(SELECT ids FROM projects)::uuid[]`))} AS approvals,
      ${whole(Prisma.sql`SELECT project_id AS "projectId", kind, state, institution_name AS "institutionName",
        valid_from AS "validFrom", valid_until AS "validUntil" FROM signed_document
        WHERE project_id = ANY ((SELECT ids FROM projects)::uuid[]) AND state = 'countersigned' AND valid_until > ${now}`)} AS signed,
      ${whole(Prisma.sql`SELECT id, subject, version, binds_from AS "bindsFrom" FROM access_terms WHERE subject = 'standard'
        OR ${oneOf(Prisma.sql`subject`, ids, 'text')} OR subject IN (SELECT unnest(extra) FROM granted) ORDER BY subject, version`)} AS terms,
      ARRAY(SELECT terms_id::text FROM access_acceptance WHERE person_id = ${personId}::uuid) AS accepted`
  return read
}

const momentOf = <At extends Date | string | null>(at: At) => (at === null ? null : new Date(at))
const sure = (at: Date | string): Date => new Date(at)

/** The rows with their moments as dates. */
const dated = {
  grant: (row: Row): Row => ({
    ...row,
    startsAt: sure(row.startsAt),
    endsAt: sure(row.endsAt),
    endedAt: momentOf(row.endedAt),
    projectStartsAt: sure(row.projectStartsAt),
    projectEndsAt: sure(row.projectEndsAt),
  }),
  approval: (row: ApprovalRow): ApprovalRow => ({
    ...row,
    withdrawnAt: momentOf(row.withdrawnAt),
    supersededAt: momentOf(row.supersededAt),
  }),
  signed: (row: SignedRow): SignedRow => ({
    ...row,
    validFrom: momentOf(row.validFrom),
    validUntil: momentOf(row.validUntil),
  }),
}

/** Everything that decides whether a person may use each of these datasets at this moment, read in one statement. */
export async function accessFacts(
  tx: Tx,
  personId: string,
  datasets: readonly { readonly id: string; readonly state: string }[],
  now: Date,
): Promise<ReadonlyMap<string, AccessFacts>> {
  const read = await readFacts(
    tx,
    personId,
    datasets.map(({ id }) => id),
    now,
  )
  const rows = read.grants.map(dated.grant)
  const texts = read.texts.map((text) => ({
    ...text,
    publishedAt: sure(text.publishedAt),
    bindsFrom: sure(text.bindsFrom),
  }))
  const signed = read.signed.map(dated.signed)
  const known = {
    ethics: judgedEthics(recordsOf(read.approvals.map(dated.approval)), now),
    lacking: lackingOf(rows, signed, now),
    agreementsEnd: agreementsEnd(rows, signed, now),
    terms: read.terms.map((one) => ({ ...one, bindsFrom: sure(one.bindsFrom) })),
    accepted: new Set(read.accepted),
  }
  const own = {
    accountOpen: read.isOpen === true,
    owesUserTerms: owes(texts, 'user-terms', read.acceptedTexts, now),
    userTermsUntil: owesFrom(texts, 'user-terms', read.acceptedTexts, now),
  }
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
