import 'server-only'
import { query } from '@/lib/platform/command'
import { pool } from '@/lib/platform/db'
import { refuse } from '@/lib/platform/refusal'
import { CompareAddress, compareLimit } from '../schema/pages'
import type { DatasetRecord } from '../schema/record'

export interface Comparison {
  /** In the order asked for. */
  records: DatasetRecord[]
  /** Asked for, but not there or not public. */
  missing: string[]
}

const text = `SELECT v.record FROM dataset d JOIN dataset_version v ON v.id = d.current_id
  WHERE d.slug = ANY ($1) AND d.state = 'published'`

/** Up to four published datasets, for a page that sets them side by side. Refuses more (`catalogue.too-many-to-compare`). */
export const compareDatasets = query({
  name: 'catalogue.compare',
  input: CompareAddress,
  scope: (_ctx, { d: slug }) =>
    slug.length > compareLimit ? refuse('catalogue.too-many-to-compare', { limit: compareLimit }) : ('public' as const),
  read: async (_scope, { d: slug }): Promise<Comparison> => {
    const { rows } = await pool().query<{ record: DatasetRecord }>({ name: 'compare-datasets', text, values: [slug] })
    const found = new Map(rows.map(({ record }) => [record.slug, record]))
    return {
      records: slug.flatMap((one) => found.get(one) ?? []),
      missing: slug.filter((one) => !found.has(one)),
    }
  },
})
