import 'server-only'
import { namedDatasets } from '@/lib/catalogue/store/names'
import type { JournalEntry } from '@/lib/identity/queries/journal'
import type { Permission } from '@/lib/platform/command'
import { type Context, isPerson } from '@/lib/platform/context'
import { db } from '@/lib/platform/db'
import { isRefusal, Refused } from '@/lib/platform/refusal'
import { fileFacts } from '@/lib/platform/storage'
import type { Standing } from '@/lib/projects/rules/authority'
import { namesOf } from '@/lib/projects/store/names'
import { standingIn } from '@/lib/projects/store/standing'
import { mayKeepApproval, mayVerify } from '../policy'
import { deadlinesOf } from '../rules/deadlines'
import { type CheckedField, differing, fieldsToCheck } from '../rules/fields'
import { type ApprovalRecord, effectiveOf, statusOf } from '../rules/status'
import { permitted, type VersionVerb } from '../rules/versions'
import { documentsAt } from '../store/approvals'
import { approvalsOf } from '../store/records'
import { type Version, versionOf } from '../store/versions'

const columns = {
  id: true,
  projectId: true,
  amendsId: true,
  replacesId: true,
  supersededById: true,
  supersededAt: true,
  governingId: true,
  withdrawnAt: true,
  withdrawnReason: true,
  revision: true,
  versions: { orderBy: { ordinal: 'asc' }, include: { checks: true } },
  documents: { orderBy: { id: 'asc' } },
} as const

const found = (id: string) => db().ethicsApproval.findUnique({ where: { id }, select: columns })
type Row = NonNullable<Awaited<ReturnType<typeof found>>>

/** What the reader may do with it now: what the commands would accept. */
function abilitiesOf({ actor }: Context, standing: Standing, row: Row, latest: Version) {
  if (row.withdrawnAt !== null) return []
  const keeps = mayKeepApproval(actor, standing) === true
  const verifies = mayVerify(actor, standing) === true && standing.role === 'outsider'
  const keeper: readonly VersionVerb[] = keeps ? permitted(latest.state, 'keeper') : []
  const officer: readonly VersionVerb[] = verifies ? permitted(latest.state, 'officer') : []
  const discardable = (verb: VersionVerb) => verb !== 'discard' || latest.ordinal > 1
  return [...keeper.filter(discardable), ...officer, ...(keeps ? (['withdraw'] as const) : [])]
}

/** Every document with the facts of its file and the versions that it belongs to. */
async function documentsOf({ documents }: Row, latest: Version) {
  const files = await db().storedFile.findMany({
    where: { id: { in: documents.map(({ fileId }) => fileId) } },
    select: fileFacts,
  })
  const now = new Set(documentsAt(documents, latest.ordinal).map(({ id }) => id))
  return documents.flatMap(({ id, fileId, kind, since, until, addedAt }) => {
    const file = files.find((one) => one.id === fileId)
    return file ? [{ id, kind, since, until, addedAt, current: now.has(id), file }] : []
  })
}

/** The approvals around it: what it amends, what amends it, what it replaces or is replaced by. */
function aroundOf(row: Row, all: readonly ApprovalRecord[], now: Date) {
  const named = (id: string | null) => {
    const one = all.find((record) => record.id === id)
    return one ? { id: one.id, number: one.number, status: statusOf(one, all, now) } : null
  }
  const amendments = all.filter(({ amendsId }) => amendsId === row.id)
  return {
    amends: named(row.amendsId),
    amendments: amendments.flatMap(({ id }) => named(id) ?? []),
    replaces: named(row.replacesId),
    supersededBy: named(row.supersededById),
    supersededAt: row.supersededAt,
    /** Something is to take its place that is not in force yet. */
    isToBeReplaced: row.supersededById !== null && (row.supersededAt === null || row.supersededAt > now),
  }
}

/** What was done with this approval, the newest first, as the journal tells it. */
const historyOf = (id: string) => db().$queryRaw<JournalEntry[]>`
  SELECT e.id, e.at, e.type, e.stream, e.seq, e.actor_kind AS "actorKind", coalesce(a.name, e.actor_id) AS actor,
    b.name AS behalf, NULL::text AS subject, e.subject_id AS "subjectId", NULL::text AS person, e.data
  FROM event e
  LEFT JOIN person a ON e.actor_kind = 'person' AND a.id::text = e.actor_id
  LEFT JOIN person b ON b.id::text = e.on_behalf_of
  WHERE e.subject_id = ${id} AND e.type LIKE 'ethics.%' ORDER BY e.id DESC LIMIT 100`

async function whole(ctx: Context, row: Row, project: { id: string; slug: string; name: string }, standing: Standing) {
  const versions = row.versions.map(({ checks, ...version }) => ({ ...versionOf(version), checks }))
  const latest = versions.at(-1)
  const all = (await approvalsOf(db(), [row.projectId])).get(row.projectId) ?? []
  const record = all.find(({ id }) => id === row.id)
  if (!latest || !record) return null
  const governing = versions.find(({ id }) => id === row.governingId) ?? null
  const original = all.find(({ id }) => id === (row.amendsId ?? row.id)) ?? record
  const effective = effectiveOf(original, all, ctx.now)
  const ids = [...latest.claimedDatasets, ...effective.datasetIds, ...versions.flatMap((one) => one.coveredDatasets)]
  const people = versions.flatMap(({ createdById, submittedById, judgedById }) =>
    [createdById, submittedById, judgedById].flatMap((id) => id ?? []),
  )
  const [documents, datasets, names, history] = await Promise.all([
    documentsOf(row, latest),
    namedDatasets(db(), [...new Set(ids)]),
    namesOf(people),
    historyOf(row.id),
  ])
  const { id, revision, withdrawnAt, withdrawnReason } = row
  return {
    ...{ id, revision, withdrawnAt, withdrawnReason },
    project: { slug: project.slug, name: project.name },
    status: statusOf(record, all, ctx.now),
    effective: row.amendsId === null ? effective : null,
    deadlines: row.amendsId === null ? deadlinesOf(effective, ctx.now) : [],
    ...aroundOf(row, all, ctx.now),
    latest,
    governing,
    /** Of a version that waits, or of a draft: what an officer has to confirm. */
    toCheck: latest.id === governing?.id ? [] : fieldsToCheck(latest, governing),
    changed: governing && latest.id !== governing.id ? differing(governing, latest) : ([] as CheckedField[]),
    versions: versions.map((version) => ({
      ...version,
      submittedBy: names.get(version.submittedById ?? '') ?? null,
      judgedBy: names.get(version.judgedById ?? '') ?? null,
    })),
    documents,
    datasets,
    history,
    takesPart: standing.role !== 'outsider',
    may: abilitiesOf(ctx, standing, row, latest),
  }
}

/**
 * One approval as it is shown, to whom `may` lets; null, as where there is none, to everybody else. For other modules, whose own rules say
 * who sees it (who works on a request that rests on it).
 */
export async function wholeApproval(
  ctx: Context,
  id: string,
  may: (standing: Standing) => Permission,
): Promise<WholeApproval | null> {
  const row = await found(id)
  const where = { id: row?.projectId ?? id }
  const project = await db().project.findUnique({ where, select: { id: true, slug: true, name: true, piId: true } })
  if (!row || !project) return null
  const standing = await standingIn(db(), project, isPerson(ctx.actor) ? ctx.actor.id : null, ctx.now)
  const permission = may(standing)
  if (isRefusal(permission)) throw new Refused(permission)
  return permission ? whole(ctx, row, project, standing) : null
}

export type WholeApproval = NonNullable<Awaited<ReturnType<typeof whole>>>
