import { dataUseOf } from '@/lib/catalogue/store/data-use'
import type { Tx } from '@/lib/platform/db'
import { judgeUse } from '../rules/duo-match'
import type { Purpose } from '../schema/duo'
import type { AskedDataset } from './datasets'

/** How a purpose fits the conditions of use of each of these datasets, in a word. */
export async function fitsOf(
  tx: Tx,
  purpose: Purpose | null,
  datasets: readonly AskedDataset[],
  ethicsApproval: boolean,
): Promise<ReadonlyMap<string, string>> {
  const stated = await dataUseOf(
    tx,
    datasets.map(({ id }) => id),
  )
  const wordFor = (id: string) => judgeUse(stated.get(id) ?? null, purpose, { ethicsApproval }).verdict
  return new Map(datasets.map(({ id }) => [id, wordFor(id)]))
}
