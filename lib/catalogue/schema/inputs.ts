import { z } from 'zod'
import { isModality } from '../rules/modality'
import { invalid } from './invalid'
import { DatasetRecord, Slug } from './record'
import { isoDate, optionalText, text } from './text'

/** The revision the person saw; a command refuses when the row has moved on. Counted from 1, up by one a write. */
export const ExpectedRevision = z.coerce.number(invalid.count).int(invalid.count).min(0, invalid.count)

const at = { slug: Slug, expectedRevision: ExpectedRevision }
const reason = text(2000).min(5, invalid.reason)
const id = z.uuid(invalid.choice)
const modality = z.preprocess(
  (code) => (code === '' ? null : code),
  z.string(invalid.modality).refine(isModality, invalid.modality).nullable(),
)

export const CreateDataset = z.object({ record: DatasetRecord })
/** Saves the working copy (draft); what is published stays as it is until `PublishDataset`. */
export const EditDataset = z
  .object({ ...at, record: DatasetRecord })
  .refine(({ slug, record }) => slug === record.slug, { message: invalid.slug, path: ['record', 'slug'] })
export const DiscardDraft = z.object(at)
export const PublishDataset = z.object(at)
export const HideDataset = z.object({ ...at, reason })
export const ShowDataset = z.object(at)
/** The reason is public: it stands on the tombstone. */
export const WithdrawDataset = z.object({
  ...at,
  reason,
  replacedBy: z.preprocess((slug) => (slug === '' ? null : slug), Slug.nullable()).default(null),
})

/** Largest import in characters. */
export const importLimit = 5_000_000

export const ProposeCollection = z.object({
  title: text(200),
  description: text(5000),
  clinicalNeed: text(5000),
  modality,
  organ: optionalText(100),
})

export const DecideProposal = z.object({
  proposalId: id,
  expectedRevision: ExpectedRevision,
  decision: z.enum(['take-up', 'decline'], invalid.choice),
  reason,
})

const priorityFields = {
  title: text(200),
  description: text(5000),
  modality,
  organ: optionalText(100),
  decidedOn: isoDate,
  rank: z.coerce.number(invalid.count).int(invalid.count).min(1, invalid.count).max(999, invalid.count),
}

export const AddPriorityItem = z.object(priorityFields)
export const EditPriorityItem = z.object({ itemId: id, expectedRevision: ExpectedRevision, ...priorityFields })
/** Ends an item: the data was collected (optionally as which dataset), or the council dropped it. */
export const ClosePriorityItem = z.object({
  itemId: id,
  expectedRevision: ExpectedRevision,
  outcome: z.enum(['collected', 'dropped'], invalid.choice),
  datasetSlug: z.preprocess((slug) => (slug === '' ? null : slug), Slug.nullable()).default(null),
})

/** `query` is the search state as it stands in the address, `q=lymph&modality=CT`, printed by `printSearch`. */
export const SaveSearch = z.object({
  name: text(100),
  query: z.string().trim().min(1, invalid.emptySearch).max(2000, invalid.tooLong),
  notify: z.enum(['mail', 'feed', 'none'], invalid.choice).default('none'),
})
export const RemoveSavedSearch = z.object({ savedSearchId: id })

export type ProposeCollection = z.output<typeof ProposeCollection>
export type DecideProposal = z.output<typeof DecideProposal>
export type SaveSearch = z.output<typeof SaveSearch>
export type WithdrawDataset = z.output<typeof WithdrawDataset>
