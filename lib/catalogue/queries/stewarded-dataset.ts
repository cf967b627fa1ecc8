import 'server-only'
import { z } from 'zod'
import { query } from '@/lib/platform/command'
import { db } from '@/lib/platform/db'
import { datasetAbilities } from '../policy'
import { type DatasetState, missingForPublication } from '../rules/publishing'
import { differences, nextVersions } from '../rules/versions'
import { DatasetRecord, Slug } from '../schema/record'
import { stewardScope } from './stewardship'

const columns = {
  id: true,
  slug: true,
  doi: true,
  state: true,
  stateReason: true,
  stateAt: true,
  replacedBy: true,
  revision: true,
  draft: true,
  draftAt: true,
  draftById: true,
  current: { select: { number: true, record: true, publishedAt: true } },
  versions: { select: { number: true, changeNote: true, publishedAt: true }, orderBy: { ordinal: 'desc' } },
} as const

export type TimelineEntry = {
  id: string
  type: string
  at: Date
  by: string | null
  version: string | null
  fields: readonly string[]
  /** A reason or a change note, from the rows beside the journal. */
  words: string | null
}

// What the journal says of the dataset, with the words that stand in rows.
const timelineOf = (id: string) => db().$queryRaw<TimelineEntry[]>`
  SELECT e.id, e.type, e.at, CASE WHEN e.actor_kind = 'person' THEN p.name END AS by, e.data ->> 'version' AS version,
    ARRAY(SELECT jsonb_array_elements_text(coalesce(e.data -> 'fields', '[]'))) AS fields,
    coalesce(nullif(v.change_note, ''), c.reason) AS words
  FROM event e
  LEFT JOIN person p ON p.id::text = e.actor_id
  LEFT JOIN dataset_version v ON v.id::text = e.data ->> 'versionId'
  LEFT JOIN working_copy c ON c.dataset_id = ${id}::uuid AND c.revision = (e.data ->> 'revision')::int
  WHERE e.stream = 'dataset:' || ${id} ORDER BY e.seq DESC LIMIT 100`

const nameOf = async (id: string | null): Promise<string | null> =>
  id === null ? null : ((await db().person.findUnique({ where: { id }, select: { name: true } }))?.name ?? null)

/** A dataset as its stewards see it: draft, versions, what differs, what happened, and what the reader may do. */
export const stewardedDataset = query({
  name: 'catalogue.stewarded-dataset',
  input: z.object({ slug: Slug }),
  scope: stewardScope,
  read: async (_, { slug }, { actor }) => {
    const row = await db().dataset.findUnique({ where: { slug }, select: columns })
    if (row === null) return null
    const draft = row.draft === null ? null : DatasetRecord.parse(row.draft)
    const current = row.current && { ...row.current, record: DatasetRecord.parse(row.current.record) }
    const record = draft ?? current?.record
    if (!record) return null
    const state = row.state as DatasetState
    const [timeline, draftBy] = await Promise.all([timelineOf(row.id), nameOf(row.draftById)])
    return {
      ...row,
      state,
      draft,
      current,
      record,
      draftBy,
      timeline,
      missing: missingForPublication(record),
      difference: draft && current ? differences(current.record, draft) : [],
      next: current ? nextVersions(current.number) : null,
      abilities: datasetAbilities(actor, state).filter(
        (verb) => draft !== null || !['publish', 'discardDraft'].includes(verb),
      ),
    }
  },
})

export type StewardedDataset = Awaited<ReturnType<typeof stewardedDataset>>
