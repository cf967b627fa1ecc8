import type { Tx } from '@/lib/platform/db'
import { Prisma } from '@/prisma/generated/client'

/** A dataset as requests know it. */
export type AskedDataset = {
  readonly id: string
  readonly slug: string
  readonly state: string
  readonly workflowId: string
}

/** One statement; a dataset of no group is worked by the default workflow. */
const find = (tx: Tx, which: Prisma.Sql): Promise<AskedDataset[]> => tx.$queryRaw<AskedDataset[]>`/* kept */
  SELECT d.id, d.slug, d.state,
    coalesce(w.workflow_id, (SELECT id FROM access_workflow WHERE is_default)) AS "workflowId"
  FROM dataset d LEFT JOIN access_workflow_dataset w ON w.dataset_id = d.id WHERE ${which} ORDER BY d.id`

/** The datasets of these addresses that there are, with the workflow by which requests for them are worked. */
export const datasetsBySlug = (tx: Tx, slugs: readonly string[]): Promise<AskedDataset[]> =>
  find(tx, Prisma.sql`d.slug = ANY (${[...slugs]})`)

export const datasetsById = (tx: Tx, ids: readonly string[]): Promise<AskedDataset[]> =>
  find(tx, Prisma.sql`d.id = ANY (${[...ids]}::uuid[])`)
