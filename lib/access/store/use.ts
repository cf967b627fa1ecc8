import { DataUse } from '@/lib/catalogue/schema/data-use'
import type { Tx } from '@/lib/platform/db'
import { judgeUse } from '../rules/duo-match'
import type { Purpose } from '../schema/duo'
import type { AskedDataset } from './datasets'

/** For what these datasets may be used, as stated last; one of which nothing was stated is not in it. */
async function statedUse(tx: Tx, datasetIds: readonly string[]): Promise<ReadonlyMap<string, DataUse>> {
  const rows = await tx.dataUseStatement.findMany({
    where: { datasetId: { in: [...datasetIds] } },
    distinct: ['datasetId'],
    orderBy: [{ datasetId: 'asc' }, { ordinal: 'desc' }],
    select: { datasetId: true, conditions: true },
  })
  return new Map(rows.map(({ datasetId, conditions }) => [datasetId, DataUse.parse(conditions)]))
}

/** How a purpose fits the conditions of use of each of these datasets, in a word. */
export async function fitsOf(
  tx: Tx,
  purpose: Purpose | null,
  datasets: readonly AskedDataset[],
  ethicsApproval: boolean,
): Promise<ReadonlyMap<string, string>> {
  const stated = await statedUse(
    tx,
    datasets.map(({ id }) => id),
  )
  const wordFor = (id: string) => judgeUse(stated.get(id) ?? null, purpose, { ethicsApproval }).verdict
  return new Map(datasets.map(({ id }) => [id, wordFor(id)]))
}
