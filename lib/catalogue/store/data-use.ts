import { type Context, isPerson } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db'
import { DataUse } from '../schema/data-use'
import { lockDataset } from './datasets'

/** A dataset under lock with the statement of data use that governs it; null where none was made. */
export async function lockDataUse(tx: Tx, { slug }: { slug: string }) {
  const { dataset } = await lockDataset(tx, slug)
  if (dataset === null) return { found: null }
  const last = await tx.dataUseStatement.findFirst({
    where: { datasetId: dataset.id },
    orderBy: { ordinal: 'desc' },
    select: { ordinal: true, conditions: true, basis: true },
  })
  return { found: { dataset, last: last && { ...last, conditions: DataUse.parse(last.conditions) } } }
}

type Statement = { datasetId: string; ordinal: number; conditions: DataUse; basis: string }

export async function insertStatement(tx: Tx, ctx: Context, statement: Statement): Promise<void> {
  const statedById = isPerson(ctx.actor) ? ctx.actor.id : null
  await tx.dataUseStatement.create({ data: { ...statement, statedById, statedAt: ctx.now }, select: { ordinal: true } })
}

/** For what datasets may be used, by their id, as stated last; a dataset of which nothing was stated is not in it. */
export async function dataUseOf(tx: Tx, datasetIds: readonly string[]): Promise<ReadonlyMap<string, DataUse>> {
  const rows = await tx.dataUseStatement.findMany({
    where: { datasetId: { in: [...datasetIds] } },
    distinct: ['datasetId'],
    orderBy: [{ datasetId: 'asc' }, { ordinal: 'desc' }],
    select: { datasetId: true, conditions: true },
  })
  return new Map(rows.map(({ datasetId, conditions }) => [datasetId, DataUse.parse(conditions)]))
}
