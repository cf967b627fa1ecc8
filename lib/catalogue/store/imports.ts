import { type Context, isPerson } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { type CatalogueEvent, happened } from '../events'
import type { RowVerdict } from '../rules/import/judge'
import type { ReadSharing } from '../rules/import/sharing'
import { insertDraft, insertVersion, type LockedDataset, lockDatasets, writeDataset } from './datasets'
import { refreshSearchEntry } from './search'

/** A row that changes something: the record to save, over the dataset that is there or as a new one. */
export type ImportedRow = { id: string; record: NonNullable<RowVerdict['record']>; sharing: ReadSharing | null }

/** The datasets that rows speak of, under lock, by slug. */
export const lockForImport = (tx: Tx, slugs: readonly (string | null)[]): Promise<Map<string, LockedDataset>> =>
  lockDatasets(
    tx,
    slugs.filter((slug) => slug !== null),
  )

/** Keeps an upload's verdict until it is applied. */
export async function insertBatch(
  tx: Tx,
  ctx: Context,
  batch: { id: string; fileName: string; format: string; publishes: boolean; rows: readonly RowVerdict[] },
): Promise<void> {
  const byId = isPerson(ctx.actor) ? ctx.actor.id : null
  const rows = JSON.parse(JSON.stringify(batch.rows))
  await tx.importBatch.create({ data: { ...batch, rows, byId, createdAt: ctx.now }, select: { id: true } })
}

/** An upload under lock; null when there is none. */
export async function lockBatch(tx: Tx, id: string) {
  await tx.$queryRaw`SELECT 1 FROM import_batch WHERE id = ${id}::uuid FOR NO KEY UPDATE`
  const select = { id: true, publishes: true, rows: true, appliedAt: true } as const
  const batch = await tx.importBatch.findUnique({ where: { id }, select })
  // The column holds what insertBatch wrote there, and nothing else writes it.
  return batch && { ...batch, rows: batch.rows as unknown as RowVerdict[] }
}

export async function closeBatch(tx: Tx, ctx: Context, id: string): Promise<void> {
  await tx.importBatch.update({ where: { id }, data: { appliedAt: ctx.now }, select: { id: true } })
}

/** One row an event: the register says only how often and where to. */
async function insertSharing(tx: Tx, datasetId: string, { byCountry, figures }: ReadSharing): Promise<void> {
  const illustrative = figures === 'illustrative'
  const data = Object.entries(byCountry).flatMap(([country, events]) =>
    Array.from({ length: events }, () => ({ id: newId(), datasetId, country, illustrative })),
  )
  await tx.sharingEvent.createMany({ data })
}

/** When the version came out: the day the record gives, for what other systems published before; never a day to come. */
function publishedAt({ now }: Context, { record }: ImportedRow): Date {
  const day = record.dateModified ?? record.datePublished
  const stated = day === null ? now : new Date(`${day}T12:00:00Z`)
  return stated < now ? stated : now
}

/** A row with what it makes happen: a dataset, a draft, a version. `versionId` is null where it becomes a draft. */
export type Writing = { row: ImportedRow; versionId: string | null; facts: CatalogueEvent[] }

/** What writing a row means over what is there. */
export function writingOf(row: ImportedRow, dataset: LockedDataset | undefined, publishes: boolean): Writing {
  const { id, record } = row
  const { slug, version } = record
  const revision = (dataset?.revision ?? 0) + 1
  const created = happened.datasetCreated(id, { slug, revision: 1 })
  if (!publishes) {
    return {
      row,
      versionId: null,
      facts: [dataset ? happened.draftSaved(id, { slug, revision, fields: [] }) : created],
    }
  }
  const [versionId, previous] = [newId(), dataset?.current?.number ?? null]
  const data = { slug, versionId, version, previous, revision: dataset ? revision : 2 }
  const published = happened.versionPublished(id, data)
  return { row, versionId, facts: dataset ? [published] : [created, published] }
}

/** Writes one row. */
export async function saveImported(tx: Tx, ctx: Context, writing: Writing, dataset?: LockedDataset): Promise<void> {
  const { row, versionId } = writing
  const { id, record, sharing } = row
  if (!dataset) {
    await insertDraft(tx, ctx, id, record)
    if (sharing) await insertSharing(tx, id, sharing)
  }
  if (versionId === null) {
    if (dataset) await writeDataset(tx, ctx, dataset, { draft: record })
    return
  }
  const target: LockedDataset = dataset ?? {
    id,
    slug: record.slug,
    state: 'draft',
    revision: 1,
    draft: record,
    publishedVersions: [],
    current: null,
    working: record,
    draftById: null,
  }
  await insertVersion(tx, ctx, target, { id: versionId, record, changeNote: '', publishedAt: publishedAt(ctx, row) })
  await refreshSearchEntry(tx, id)
}
