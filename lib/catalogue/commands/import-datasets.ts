import 'server-only'
import { command } from '@/lib/platform/command'
import type { Context } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { maskPersonalNumbers } from '@/lib/platform/identifiers/personal-number'
import { isRefusal, notFound, type Refusal, refuse } from '@/lib/platform/refusal'
import { type CatalogueEvent, happened } from '../events'
import { mayStewardCatalogue } from '../policy'
import { judgeForPublication } from '../rules/import/for-publication'
import { type ImportVerdict, judgeImport, type RowVerdict, type Standing } from '../rules/import/judge'
import { readRow } from '../rules/import/row'
import { plainFileName } from '../rules/import/upload'
import { ApplyImport, ImportDatasets, StageImport } from '../schema/stewardship'
import type { LockedDataset } from '../store/datasets'
import {
  closeBatch,
  type ImportedRow,
  insertBatch,
  lockBatch,
  lockForImport,
  saveImported,
  type Writing,
  writingOf,
} from '../store/imports'
import { readUpload } from './read-upload'

type Upload = { format: 'json' | 'csv'; content: string; publish: boolean }
type Datasets = ReadonlyMap<string, LockedDataset>

const authorize = ({ actor }: Context) => mayStewardCatalogue(actor)

/** The rows of an upload and the datasets they speak of; a file that cannot be read is told after `authorize`. */
async function loadUpload(tx: Tx, { format, content }: Upload) {
  const raws = readUpload(format, content)
  if (isRefusal(raws)) return { raws, datasets: new Map<string, LockedDataset>() }
  return {
    raws,
    datasets: await lockForImport(
      tx,
      raws.map((raw) => readRow(raw).slug),
    ),
  }
}

function judge(raws: readonly unknown[], datasets: Datasets, publish: boolean): ImportVerdict {
  const standing = [...datasets].map(([slug, { working, ...dataset }]): [string, Standing] => [
    slug,
    { ...dataset, record: working },
  ])
  const judged = judgeImport(raws, new Map(standing))
  return publish ? judgeForPublication(judged, datasets) : judged
}

/** What applying the rows makes happen, or why it may not: one refused row refuses all. */
function decideRows(rows: readonly RowVerdict[], datasets: Datasets, publishes: boolean) {
  const refused = rows.filter(({ verdict }) => verdict === 'refused').length
  if (refused > 0) return refuse('catalogue.import-refused', { status: 422, refused, rows: rows.map(outlineOf) })
  const imported = rows.flatMap(({ record, sharing, verdict, slug }): ImportedRow[] =>
    record === null || verdict === 'unchanged'
      ? []
      : [{ id: datasets.get(slug ?? '')?.id ?? newId(), record, sharing }],
  )
  return imported.map((row) => writingOf(row, datasets.get(row.record.slug), publishes))
}

const outlineOf = ({ row, slug, verdict, findings }: RowVerdict) => ({ row, slug, verdict, findings })

async function writeRows(tx: Tx, ctx: Context, writings: readonly Writing[], datasets: Datasets): Promise<void> {
  for (const writing of writings) await saveImported(tx, ctx, writing, datasets.get(writing.row.record.slug))
}

const countsOf = (rows: readonly RowVerdict[]) => {
  const count = (verdict: RowVerdict['verdict']) => rows.filter((row) => row.verdict === verdict).length
  const mended = rows.flatMap(({ findings }) => findings).filter(({ kind }) => kind === 'mended').length
  return { created: count('new'), changed: count('changed'), unchanged: count('unchanged'), mended }
}

/** Judges an upload and keeps the verdict as a dry run: nothing of the catalogue changes. */
export const stageImport = command({
  name: 'catalogue.stage-import',
  input: StageImport,
  load: loadUpload,
  authorize,
  decide: (_, { raws, datasets }, input) => {
    if (isRefusal(raws)) return raws
    const verdict = judge(raws, datasets, input.publish)
    const { rows, counts } = verdict
    const fileName = maskPersonalNumbers(plainFileName(input.fileName))
    const batch = { fileName, format: input.format, publishes: input.publish, rows }
    return { ...happened.importStaged(newId(), { rows: rows.length, refused: counts.refused }), batch, verdict }
  },
  apply: async (tx, { subjectId, batch, verdict }, _, ctx) => {
    await insertBatch(tx, ctx, { ...batch, id: subjectId })
    return { id: subjectId, ...verdict }
  },
})

/** The upload with the datasets of its rows. */
async function loadBatch(tx: Tx, { batchId }: ApplyImport) {
  const batch = await lockBatch(tx, batchId)
  const datasets = await lockForImport(tx, batch?.rows.map(({ slug }) => slug) ?? [])
  return { batch, datasets }
}

/** The slugs that somebody has changed since the dry run. */
const movedOn = (rows: readonly RowVerdict[], datasets: Datasets): string[] =>
  rows.flatMap(({ slug, revision }) => ((datasets.get(slug ?? '')?.revision ?? 0) === revision ? [] : [slug ?? '']))

function decideBatch({
  batch,
  datasets,
}: Awaited<ReturnType<typeof loadBatch>>): Refusal | (Writing[] & { batchId: string }) {
  if (batch === null) return notFound()
  if (batch.appliedAt !== null) return refuse('catalogue.import-applied')
  const slugs = movedOn(batch.rows, datasets)
  if (slugs.length > 0) return refuse('catalogue.import-moved-on', { slugs, moved: slugs.length })
  const decided = decideRows(batch.rows, datasets, batch.publishes)
  if (isRefusal(decided)) return decided
  if (decided.length === 0) return refuse('catalogue.import-nothing')
  return Object.assign(decided, { batchId: batch.id })
}

/** Applies an upload as its dry run showed it: all rows or none, and none where anything has changed since. */
export const applyImport = command({
  name: 'catalogue.apply-import',
  input: ApplyImport,
  load: loadBatch,
  authorize,
  decide: (_, loaded) => {
    const decided = decideBatch(loaded)
    if (isRefusal(decided)) return decided
    const counts = countsOf(loaded.batch?.rows ?? [])
    const facts: CatalogueEvent[] = [
      happened.importApplied(decided.batchId, counts),
      ...decided.flatMap(({ facts }) => facts),
    ]
    return Object.assign(facts, { writings: decided, counts })
  },
  apply: async (tx, { writings, counts }, { datasets }, ctx) => {
    await writeRows(tx, ctx, writings, datasets)
    await closeBatch(tx, ctx, writings.batchId)
    return { id: writings.batchId, ...counts }
  },
  advances: ['catalogue'],
})

/** Judges and applies at once, all or nothing; does nothing where the catalogue says the same already. */
export const importDatasets = command({
  name: 'catalogue.import-datasets',
  input: ImportDatasets,
  load: loadUpload,
  authorize,
  decide: (_, { raws, datasets }, { publish }) => {
    if (isRefusal(raws)) return raws
    const { rows } = judge(raws, datasets, publish)
    const writings = decideRows(rows, datasets, publish)
    if (isRefusal(writings)) return writings
    const counts = countsOf(rows)
    const facts = writings.flatMap((writing) => writing.facts)
    if (facts.length > 0) facts.unshift(happened.importApplied(newId(), counts))
    return Object.assign(facts, { writings, rows, counts })
  },
  apply: async (tx, { writings, rows, counts }, { datasets }, ctx) => {
    await writeRows(tx, ctx, writings, datasets)
    return { rows: rows.map(outlineOf), ...counts }
  },
  advances: ['catalogue'],
})
