import { z } from 'zod'
import { exactly } from '@/app/api/exactly'
import type { StewardedDataset } from '@/lib/catalogue/queries/stewarded-dataset'
import { datasetStates, datasetVerbs } from '@/lib/catalogue/rules/publishing'
import { DatasetRecord, recordFields } from '@/lib/catalogue/schema/record'
import { Change } from './catalogue-datasets'
import { moment } from './identity-answers'

export const nothing = z.string().nullable()
export const revision = z
  .int()
  .meta({ description: 'Counts the writes; name it as `expectedRevision` in the next one' })
export const state = z.enum(datasetStates)
const fields = z.array(z.enum(recordFields))

export const Stewarded = z
  .object({
    slug: z.string(),
    doi: z.string(),
    state,
    stateReason: nothing.meta({ description: 'Why it is hidden or was withdrawn' }),
    stateAt: moment,
    replacedBy: nothing,
    revision,
    record: DatasetRecord,
    draft: z.object({ savedAt: moment.nullable(), by: nothing }).nullable().meta({
      description: 'Who saved the draft last, which is then what `record` says; null: that is the current version',
    }),
    current: z.object({ number: z.string(), publishedAt: moment, record: DatasetRecord }).nullable(),
    versions: z.array(z.object({ number: z.string(), publishedAt: moment, changeNote: z.string() })),
    difference: z.array(Change).meta({ description: 'From the current version to the draft' }),
    missing: fields.meta({ description: 'What the record must still state to be published' }),
    nextVersions: z.object({ patch: z.string(), minor: z.string(), major: z.string() }).nullable(),
    abilities: z.array(z.enum(datasetVerbs)).meta({ description: 'What you may do with it now' }),
    timeline: z
      .array(
        z.object({
          type: z.string(),
          at: moment,
          by: nothing,
          version: nothing,
          fields: z.array(z.string()),
          words: nothing.meta({ description: 'The reason, or the note of the version' }),
        }),
      )
      .meta({ description: 'What happened, the latest first, 100 at most' }),
  })
  .meta({ id: 'StewardedDataset', description: 'A dataset as its stewards see it, whatever its state' })

/** What of a stewarded dataset is for programs: no internal ids. */
export const stewarded = ({ draft, draftAt, draftBy, next, ...dataset }: StewardedDataset) =>
  exactly(Stewarded, { ...dataset, draft: draft && { savedAt: draftAt, by: draftBy }, nextVersions: next })

export const Listed = z.object({
  slug: z.string(),
  title: z.string(),
  state,
  version: nothing.meta({ description: 'The current one; null: never published' }),
  draftAt: moment.nullable().meta({ description: 'When a draft was saved last; null: there is none' }),
  updatedAt: moment,
})

export const Counts = z.object({
  draft: z.int(),
  published: z.int(),
  hidden: z.int(),
  withdrawn: z.int(),
})

const waiting = { by: nothing, at: moment }

export const Waiting = z
  .object({
    drafts: z.array(z.object({ slug: z.string(), title: z.string(), state, ...waiting })),
    proposals: z.array(z.object({ id: z.uuid(), title: z.string(), ...waiting })),
    imports: z.array(z.object({ id: z.uuid(), fileName: z.string(), createdAt: moment })),
    counts: Counts,
    mayWrite: z.boolean().meta({ description: 'Whether you may do more there than look' }),
  })
  .meta({ id: 'Stewardship' })
