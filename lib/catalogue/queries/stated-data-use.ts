import 'server-only'
import { z } from 'zod'
import { query } from '@/lib/platform/command'
import { db } from '@/lib/platform/db'
import { datasetAbilities } from '../policy'
import type { DatasetState } from '../rules/publishing'
import { DataUse } from '../schema/data-use'
import { DatasetRecord, Slug } from '../schema/record'
import { stewardScope } from './stewardship'

type StatementRow = { ordinal: number; conditions: unknown; basis: string; at: Date; by: string | null }

const statementsOf = (datasetId: string) => db().$queryRaw<StatementRow[]>`
  SELECT s.ordinal, s.conditions, s.basis, s.stated_at AS at, p.name AS by
  FROM data_use_statement s LEFT JOIN person p ON p.id = s.stated_by_id
  WHERE s.dataset_id = ${datasetId}::uuid ORDER BY s.ordinal DESC LIMIT 50`

/** For what a dataset may be used, as its stewards see it: every statement, the governing one first, and what the register suggests. */
export const statedDataUse = query({
  name: 'catalogue.stated-data-use',
  input: z.object({ slug: Slug }),
  scope: stewardScope,
  read: async (_, { slug }, { actor }) => {
    const select = { id: true, state: true, draft: true, current: { select: { record: true } } } as const
    const row = await db().dataset.findUnique({ where: { slug }, select })
    const kept = row?.draft ?? row?.current?.record
    if (!row || !kept) return null
    const { title, duoSuggested } = DatasetRecord.parse(kept)
    const rows = await statementsOf(row.id)
    return {
      slug,
      title,
      suggested: duoSuggested,
      statements: rows.map((one) => ({ ...one, conditions: DataUse.parse(one.conditions) })),
      mayState: datasetAbilities(actor, row.state as DatasetState).includes('edit'),
    }
  },
})

export type StatedDataUse = Awaited<ReturnType<typeof statedDataUse>>
