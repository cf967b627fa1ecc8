import { dataUseOf } from '@/lib/catalogue/store/data-use'
import type { Tx } from '@/lib/platform/db'
import { judgeUse } from '../rules/duo-match'
import type { Purpose } from '../schema/duo'
import type { Answers } from '../schema/forms-answers'
import { judgedAnswers } from './answers'
import type { AskedDataset } from './datasets'
import type { RequestRow } from './requests'

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

/**
 * The items of a request as they stand against the conditions of use: one that conflicts at this moment conflicts, even if it did not when
 * it was submitted; what was found to conflict then stays so until a handler lets it pass.
 */
export async function itemsJudgedNow(tx: Tx, request: RequestRow, datasets: readonly AskedDataset[]) {
  const { purpose } = await judgedAnswers(tx, request, request.answers as Answers)
  const fits = await fitsOf(tx, purpose, datasets, request.ethicsApprovalId !== null)
  return request.items.map((item) =>
    fits.get(item.datasetId) === 'conflicts' ? { ...item, useFit: 'conflicts' } : item,
  )
}
