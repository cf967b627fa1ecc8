import type { Tx } from '@/lib/platform/db'
import { type SearchEntry, searchEntry } from '../rules/search/entry'
import { DatasetRecord } from '../schema/record'

/** Writes entries as they are, many at once: for a rebuild of the whole search, and for what a command changed. */
export async function putSearchEntries(tx: Tx, entries: readonly SearchEntry[]): Promise<void> {
  await tx.$queryRaw`SELECT search_put(${JSON.stringify(entries)}::jsonb)::text`
}

/**
 * Brings the search in line with a dataset: what is published is found, all else is not. For every command that publishes,
 * hides, shows or withdraws, in its own transaction and after its rows are written.
 */
export async function refreshSearchEntry(tx: Tx, datasetId: string): Promise<void> {
  const dataset = await tx.dataset.findUnique({
    where: { id: datasetId },
    select: { state: true, current: { select: { record: true, publishedAt: true } } },
  })
  if (dataset?.state !== 'published' || !dataset.current) {
    await tx.$queryRaw`SELECT search_drop(ARRAY[${datasetId}::uuid])::text`
    return
  }
  const record = DatasetRecord.parse(dataset.current.record)
  await putSearchEntries(tx, [searchEntry(datasetId, record, dataset.current.publishedAt)])
}
