import 'server-only'
import { z } from 'zod'
import { query } from '@/lib/platform/command'
import { db } from '@/lib/platform/db'
import { DatasetRecord, Slug } from '../schema/record'
import { dataUseOf } from '../store/data-use'
import { readPublicDataset } from '../store/public-datasets'
import { cite } from './cite'
import type { DatasetPage } from './dataset-page'
import { relatedTo } from './related-datasets'
import { stewardScope } from './stewardship'

/** The public page as it would be if the draft were published now; of a dataset without a draft, as its version stands. */
export const datasetPreview = query({
  name: 'catalogue.dataset-preview',
  input: z.object({ slug: Slug }),
  scope: stewardScope,
  read: async (_, { slug }, { now }): Promise<DatasetPage | null> => {
    const select = { id: true, draft: true, current: { select: { record: true } } } as const
    const [row, known] = await Promise.all([
      db().dataset.findUnique({ where: { slug }, select }),
      readPublicDataset(slug),
    ])
    const kept = row?.draft ?? row?.current?.record
    if (!kept) return null
    const record = DatasetRecord.parse(kept)
    const { version: number } = record
    const publishedAt = now.toISOString()
    const earlier = (known?.versions ?? []).filter((version) => version.number !== number)
    return {
      slug,
      state: 'published',
      withdrawn: null,
      version: { number, publishedAt, changeNote: '', record },
      isCurrent: true,
      currentNumber: number,
      versions: [{ number, publishedAt, changeNote: '' }, ...earlier].map((version) => ({ ...version, changes: null })),
      citations: cite(record),
      sharing: known?.sharing ?? [],
      dataUse: row ? ((await dataUseOf(db(), [row.id])).get(row.id) ?? null) : null,
      related: await relatedTo(record),
    }
  },
})
