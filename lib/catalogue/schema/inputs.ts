import { z } from 'zod'
import { isModality } from '../rules/modality'
import { isEmptySearch, parseSearch, printSearch } from '../rules/search/state'
import { invalid } from './invalid'
import { DatasetRecord, Slug } from './record'
import { isoDate, onlyText, optionalText, text } from './text'

/** The revision the person saw; a command refuses when the row has moved on. Counted from 1, up by one a write. */
export const ExpectedRevision = z.coerce.number(invalid.count).int(invalid.count).min(0, invalid.count).meta({
  description: 'The revision that you read; refused where a write since then stands against yours',
})

const isSearch = (query: string) => !isEmptySearch(parseSearch(new URLSearchParams(query)))
const noPersonalNumber = (query: string, ctx: z.RefinementCtx<string>) =>
  onlyText(parseSearch(new URLSearchParams(query)).q, ctx)
/** The search in its plain form, from the first page on. */
const plainSearch = (query: string) => printSearch({ ...parseSearch(new URLSearchParams(query)), cursor: null })

const at = { slug: Slug, expectedRevision: ExpectedRevision }
const reason = text(2000).min(5, invalid.reason)
const id = z.uuid(invalid.choice)
const modality = z.preprocess(
  (code) => (code === '' ? null : code),
  z.string(invalid.modality).refine(isModality, invalid.modality).nullable(),
)

export const CreateDataset = z.object({ record: DatasetRecord })
export const DiscardDraft = z.object(at)
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
}
const rank = z.coerce.number(invalid.count).int(invalid.count).min(1, invalid.count).max(999, invalid.count)

/** A new item stands last. */
export const AddPriorityItem = z.object(priorityFields)
export const EditPriorityItem = z.object({ itemId: id, expectedRevision: ExpectedRevision, ...priorityFields })
/** Moves an open item to this place among the open ones, counted from 1. */
export const MovePriorityItem = z.object({ itemId: id, expectedRevision: ExpectedRevision, rank })
/** Says whether the data is being gathered, or still only wanted. */
export const MarkPriorityItem = z.object({
  itemId: id,
  expectedRevision: ExpectedRevision,
  state: z.enum(['wanted', 'collecting'], invalid.choice),
})
/** Ends an item: the data was collected (optionally as which dataset), or the council dropped it. */
export const ClosePriorityItem = z.object({
  itemId: id,
  expectedRevision: ExpectedRevision,
  outcome: z.enum(['collected', 'dropped'], invalid.choice),
  datasetSlug: z.preprocess((slug) => (slug === '' ? null : slug), Slug.nullable()).default(null),
})

const ticked = z.preprocess((value) => value === true || value === 'true' || value === 'on', z.boolean())

/** `query` is the search as it stands in the address, `q=lymph&modality=CT`; it is kept in its plain form. */
export const SaveSearch = z.object({
  name: text(100),
  query: z
    .string()
    .max(2000, invalid.tooLong)
    .transform(plainSearch)
    .refine(isSearch, invalid.emptySearch)
    .superRefine(noPersonalNumber),
  mail: ticked.default(false),
})
export const ChangeSavedSearch = z.object({ savedSearchId: id, name: text(100), mail: ticked.default(false) })
export const OneSavedSearch = z.object({ savedSearchId: id })

export type ProposeCollection = z.output<typeof ProposeCollection>
export type DecideProposal = z.output<typeof DecideProposal>
export type WithdrawDataset = z.output<typeof WithdrawDataset>
export type ClosePriorityItem = z.output<typeof ClosePriorityItem>
export type OneSavedSearch = z.output<typeof OneSavedSearch>
