import { type Context, isPerson } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db'
import { Prisma } from '@/prisma/generated/client'
import type { DatasetStanding, DatasetState } from '../rules/publishing'
import { DatasetRecord, doiOf } from '../schema/record'

/** A dataset under lock, with everything that the rules ask about it. */
export interface LockedDataset extends DatasetStanding {
  id: string
  /** What its address answers with; null while it was never published. */
  current: { id: string; number: string; record: DatasetRecord } | null
  /** The draft, else the current version: what a form shows and the next save starts from. */
  working: DatasetRecord
  draftById: string | null
}

const columns = {
  id: true,
  slug: true,
  state: true,
  revision: true,
  draft: true,
  draftById: true,
  current: { select: { id: true, number: true, record: true } },
  versions: { select: { number: true }, orderBy: { ordinal: 'asc' } },
} as const satisfies Prisma.DatasetSelect

type Row = Prisma.DatasetGetPayload<{ select: typeof columns }>

function lockedOf(row: Row): LockedDataset {
  const draft = row.draft === null ? null : DatasetRecord.parse(row.draft)
  const current = row.current && { ...row.current, record: DatasetRecord.parse(row.current.record) }
  const working = draft ?? current?.record
  if (!working) throw new Error(`dataset ${row.slug} has neither a draft nor a version`)
  const publishedVersions = row.versions.map(({ number }) => number)
  return { ...row, state: row.state as DatasetState, draft, current, working, publishedVersions }
}

/** Holds the name itself, so that two makers of one slug take turns even while it is free. */
async function lockSlugs(tx: Tx, slugs: readonly string[]): Promise<void> {
  for (const slug of [...new Set(slugs)].sort()) {
    await tx.$queryRaw`SELECT 1 FROM pg_advisory_xact_lock(hashtextextended('dataset:' || ${slug}, 0))`
  }
}

/** Locks the datasets of these slugs in one order, whether they exist or not, and gives those that do. */
export async function lockDatasets(tx: Tx, slugs: readonly string[]): Promise<Map<string, LockedDataset>> {
  await lockSlugs(tx, slugs)
  await tx.$queryRaw`SELECT 1 FROM dataset WHERE slug = ANY(${[...slugs]}) ORDER BY slug FOR NO KEY UPDATE`
  const rows = await tx.dataset.findMany({ where: { slug: { in: [...slugs] } }, select: columns })
  return new Map(rows.map((row) => [row.slug, lockedOf(row)]))
}

/** Locks one dataset. `dataset` is null where there is none: whether that may be told is for the policy to say. */
export async function lockDataset(tx: Tx, slug: string): Promise<{ dataset: LockedDataset | null }> {
  return { dataset: (await lockDatasets(tx, [slug])).get(slug) ?? null }
}

const writerOf = ({ actor }: Context): string | null => (isPerson(actor) ? actor.id : null)

type Copy = { datasetId: string; revision: number; record: DatasetRecord; reason?: string | null }

async function keepCopy(tx: Tx, ctx: Context, copy: Copy) {
  const data = { ...copy, savedById: writerOf(ctx), savedAt: ctx.now }
  await tx.workingCopy.create({ data, select: { revision: true } })
}

/** Makes a dataset that nobody but stewards sees, with its first draft. */
export async function insertDraft(tx: Tx, ctx: Context, id: string, record: DatasetRecord): Promise<void> {
  const at = { stateAt: ctx.now, createdAt: ctx.now, updatedAt: ctx.now, draftAt: ctx.now }
  const row = {
    id,
    slug: record.slug,
    doi: doiOf(record.slug),
    state: 'draft',
    draft: record,
    draftById: writerOf(ctx),
    ...at,
  }
  await tx.dataset.create({ data: row, select: { id: true } })
  await keepCopy(tx, ctx, { datasetId: id, revision: 1, record })
}

type Change = { state?: DatasetState; stateReason?: string | null; replacedBy?: string | null; currentId?: string }

/** Moves the dataset one revision on; `draft` null ends the working copy. Gives the new revision. */
export async function writeDataset(
  tx: Tx,
  ctx: Context,
  dataset: LockedDataset,
  next: { draft?: DatasetRecord | null; working?: DatasetRecord; row?: Change },
): Promise<number> {
  const revision = dataset.revision + 1
  const { draft, row = {} } = next
  const drafted =
    draft === undefined
      ? {}
      : draft === null
        ? { draft: Prisma.DbNull, draftById: null, draftAt: null }
        : { draft, draftById: writerOf(ctx), draftAt: ctx.now }
  const state = row.state === undefined ? {} : { stateAt: ctx.now }
  const data = { ...row, ...state, ...drafted, revision, updatedAt: ctx.now }
  await tx.dataset.update({ where: { id: dataset.id }, data, select: { id: true } })
  const record = next.working ?? draft ?? dataset.working
  await keepCopy(tx, ctx, { datasetId: dataset.id, revision, record, reason: row.stateReason ?? null })
  return revision
}

/** Publishes the record as the dataset's next version and current one; the draft ends with it. */
export async function insertVersion(
  tx: Tx,
  ctx: Context,
  dataset: LockedDataset,
  version: { id: string; record: DatasetRecord; changeNote: string; publishedAt?: Date },
): Promise<number> {
  const { id, record, changeNote, publishedAt = ctx.now } = version
  const stamp = { publishedAt, publishedBy: writerOf(ctx), ordinal: dataset.publishedVersions.length + 1 }
  const data = { id, datasetId: dataset.id, number: record.version, record, changeNote, ...stamp }
  await tx.datasetVersion.create({ data, select: { id: true } })
  return writeDataset(tx, ctx, dataset, { draft: null, working: record, row: { currentId: id, state: 'published' } })
}

/** Removes a dataset with its draft; its name is free again. The database refuses where there is a version. */
export async function deleteUnpublished(tx: Tx, id: string): Promise<void> {
  await tx.dataset.delete({ where: { id }, select: { id: true } })
}

/** What the working copy said when the dataset was at that revision; null when it is not known. */
export async function copyAt(tx: Tx, datasetId: string, revision: number): Promise<DatasetRecord | null> {
  const where = { datasetId_revision: { datasetId, revision } }
  const copy = await tx.workingCopy.findUnique({ where, select: { record: true } })
  return copy && DatasetRecord.parse(copy.record)
}

/** Who moved the dataset on after that revision, the latest last. */
export async function savedSince(
  tx: Tx,
  datasetId: string,
  revision: number,
): Promise<{ by: string | null; at: Date }[]> {
  return tx.$queryRaw`
    SELECT p.name AS by, c.saved_at AS at FROM working_copy c LEFT JOIN person p ON p.id = c.saved_by_id
    WHERE c.dataset_id = ${datasetId}::uuid AND c.revision > ${revision} ORDER BY c.revision`
}
