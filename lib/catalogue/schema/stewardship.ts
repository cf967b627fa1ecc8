import { z } from 'zod'
import { ExpectedRevision, importLimit } from './inputs'
import { invalid } from './invalid'
import { DatasetRecord, recordFields, Slug, VersionNumber } from './record'
import { text } from './text'

const flag = z.preprocess((value) => value === true || value === 'true' || value === 'on', z.boolean())

/** Fields of the working copy that are to change; a field left out stays as it is. The slug never changes. */
export const DraftChanges = z
  .object(DatasetRecord.shape)
  .omit({ slug: true })
  .partial()
  .meta({ id: 'DatasetChanges', description: 'Fields of a dataset record to change; those left out stay as they are' })

/** Saves the working copy; what is published stays as it is. `expectedRevision` is what the form was drawn from. */
export const SaveDraft = z.object({
  slug: Slug,
  expectedRevision: ExpectedRevision,
  changes: DraftChanges,
  /** Fields to keep as given although others changed them meanwhile, by somebody who saw what stood at that revision. */
  resolved: z
    .object({
      revision: ExpectedRevision.meta({ description: 'Of what stood there when that was settled' }),
      mine: z.array(z.enum(recordFields)).max(recordFields.length),
    })
    .optional()
    .meta({ description: 'Fields to keep as given although others changed them since' }),
})

/** Publishes the working copy under this number. The note tells readers what changed; the first version needs none. */
export const PublishVersion = z.object({
  slug: Slug,
  expectedRevision: ExpectedRevision,
  version: VersionNumber,
  changeNote: z
    .preprocess((note) => (typeof note === 'string' ? note.trim() : note), z.union([z.literal(''), text(2000)]))
    .default(''),
})

/** An uploaded file as text. With `publish` its rows become public versions, else drafts. */
export const StageImport = z.object({
  fileName: z.string().max(1000, invalid.tooLong).default(''),
  format: z.enum(['json', 'csv'], invalid.choice),
  content: z.string(invalid.importSize).min(1, invalid.importSize).max(importLimit, invalid.importSize),
  publish: flag.default(false),
})

/** Judges and applies at once; with a row refused nothing is. Same file, same catalogue: nothing happens. */
export const ImportDatasets = z.object({
  format: z.enum(['json', 'csv'], invalid.choice),
  content: z.string(invalid.importSize).min(1, invalid.importSize).max(importLimit, invalid.importSize),
  publish: flag.default(false),
})

/** Applies an upload as its dry run showed it, whole or not at all. */
export const ApplyImport = z.object({ batchId: z.uuid(invalid.choice) })

export type PublishVersion = z.output<typeof PublishVersion>
export type SaveDraft = z.output<typeof SaveDraft>
export type ImportDatasets = z.output<typeof ImportDatasets>
export type ApplyImport = z.output<typeof ApplyImport>
export type StageImport = z.output<typeof StageImport>
