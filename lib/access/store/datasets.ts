import type { Tx } from '@/lib/platform/db'

/** A dataset as requests know it. */
export type AskedDataset = {
  readonly id: string
  readonly slug: string
  readonly state: string
  readonly workflowId: string
}

const defaultWorkflow = async (tx: Tx): Promise<string> =>
  (await tx.accessWorkflow.findFirstOrThrow({ where: { isDefault: true }, select: { id: true } })).id

type Where = { slug: { in: string[] } } | { id: { in: string[] } }

async function find(tx: Tx, where: Where): Promise<AskedDataset[]> {
  const rows = await tx.dataset.findMany({ where, select: { id: true, slug: true, state: true } })
  const grouped = await tx.accessWorkflowDataset.findMany({
    where: { datasetId: { in: rows.map(({ id }) => id) } },
    select: { datasetId: true, workflowId: true },
  })
  const usual = await defaultWorkflow(tx)
  const workflowOf = new Map(grouped.map(({ datasetId, workflowId }) => [datasetId, workflowId]))
  return rows.map((row) => ({ ...row, workflowId: workflowOf.get(row.id) ?? usual }))
}

/** The datasets of these addresses that there are, with the workflow by which requests for them are worked. */
export const datasetsBySlug = (tx: Tx, slugs: readonly string[]): Promise<AskedDataset[]> =>
  find(tx, { slug: { in: [...slugs] } })

export const datasetsById = (tx: Tx, ids: readonly string[]): Promise<AskedDataset[]> =>
  find(tx, { id: { in: [...ids] } })
