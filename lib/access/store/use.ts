import { createHash } from 'node:crypto'
import type { DataUse } from '@/lib/catalogue/schema/data-use'
import { dataUseOf } from '@/lib/catalogue/store/data-use'
import type { Tx } from '@/lib/platform/db'
import { judgeUse } from '../rules/duo-match'
import { stillResolved } from '../rules/resolved'
import type { Purpose } from '../schema/duo'
import type { Answers } from '../schema/forms-answers'
import { judgedAnswers } from './answers'
import type { AskedDataset } from './datasets'
import type { RequestRow } from './requests'

/** What a fit was judged of, as a digest: the purpose, the conditions, and whether an ethics approval was named. */
export const basisOf = (stated: DataUse | null, purpose: Purpose | null, ethicsApproval: boolean): string =>
  createHash('sha256')
    .update(JSON.stringify([stated, purpose, ethicsApproval]))
    .digest('hex')

type Fit = { readonly verdict: string; readonly basis: string }

/** How a purpose fits the conditions of use of each of these datasets, in a word, and of what that was judged. */
export async function fitsOf(
  tx: Tx,
  purpose: Purpose | null,
  datasets: readonly AskedDataset[],
  ethicsApproval: boolean,
): Promise<ReadonlyMap<string, Fit>> {
  const stated = await dataUseOf(
    tx,
    datasets.map(({ id }) => id),
  )
  const fitOf = (use: DataUse | null): Fit => ({
    verdict: judgeUse(use, purpose, { ethicsApproval }).verdict,
    basis: basisOf(use, purpose, ethicsApproval),
  })
  return new Map(datasets.map(({ id }) => [id, fitOf(stated.get(id) ?? null)]))
}

/**
 * The items of a request as they stand against the conditions of use: one that conflicts at this moment conflicts, even if it did not when
 * it was submitted; what was found to conflict then stays so until a handler lets it pass. `basis`: what it is judged of now.
 */
export async function itemsJudgedNow(tx: Tx, request: RequestRow, datasets: readonly AskedDataset[]) {
  const { purpose } = await judgedAnswers(tx, request, request.answers as Answers)
  const fits = await fitsOf(tx, purpose, datasets, request.ethicsApprovalId !== null)
  return request.items.map((item) => {
    const fit = fits.get(item.datasetId)
    const basis = fit?.basis ?? null
    const judged = { ...item, basis, useResolved: stillResolved(item, basis) }
    return fit?.verdict === 'conflicts' ? { ...judged, useFit: 'conflicts' } : judged
  })
}

/** Keeps that what was approved conflicts: nobody uses the dataset by the request until a handler lets that pass. */
export async function noteConflict(tx: Tx, requestId: string, datasetId: string): Promise<void> {
  const where = { requestId_datasetId: { requestId, datasetId } }
  const data = { useFit: 'conflicts', useResolved: null, useResolvedFor: null }
  await tx.accessItem.update({ where, data, select: { datasetId: true } })
}
