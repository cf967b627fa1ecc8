import { z } from 'zod'
import { operation } from '@/app/api/operation'
import { hideDataset, showDataset } from '@/lib/catalogue/commands/change-visibility'
import { createDataset } from '@/lib/catalogue/commands/create-dataset'
import { discardDraft } from '@/lib/catalogue/commands/discard-draft'
import { publishVersion } from '@/lib/catalogue/commands/publish-version'
import { saveDraft } from '@/lib/catalogue/commands/save-draft'
import { withdrawDataset } from '@/lib/catalogue/commands/withdraw-dataset'
import { datasetPreview } from '@/lib/catalogue/queries/dataset-preview'
import { stewardedDataset } from '@/lib/catalogue/queries/stewarded-dataset'
import { stewardDashboard, stewardedDatasets } from '@/lib/catalogue/queries/stewardship'
import { datasetStates } from '@/lib/catalogue/rules/publishing'
import { CreateDataset, DiscardDraft, HideDataset, ShowDataset, WithdrawDataset } from '@/lib/catalogue/schema/inputs'
import { DatasetAddress } from '@/lib/catalogue/schema/pages'
import { recordFields } from '@/lib/catalogue/schema/record'
import { PublishVersion, SaveDraft } from '@/lib/catalogue/schema/stewardship'
import { Dataset, datasetOf } from './catalogue-datasets'
import { Counts, Listed, revision, Stewarded, state, stewarded, Waiting } from './stewardship-answers'

const read = { tag: 'Stewardship', scope: 'catalogue:read', method: 'get' } as const
const write = { tag: 'Stewardship', scope: 'catalogue:write' } as const
const one = '/api/v1/stewardship/datasets/{slug}'
const at = { slug: true } as const
const slug = z.string()

export const readStewardship = operation({
  ...read,
  id: 'readStewardship',
  path: '/api/v1/stewardship',
  summary: 'What waits for the stewards, the oldest first',
  answer: Waiting,
  door: stewardDashboard,
})

type Page = { items: readonly unknown[]; counts: unknown; next: string | undefined }

export const listStewarded = operation({
  ...read,
  id: 'listStewardedDatasets',
  path: '/api/v1/stewardship/datasets',
  summary: 'Every dataset, drafts and hidden ones included, by slug; 50 a page',
  query: z.object({
    show: z
      .enum([...datasetStates, 'waiting'])
      .optional()
      .meta({ description: 'One state, or `waiting` for those with a draft' }),
    cursor: z.string().max(64).optional().meta({ description: 'From the answer before' }),
  }),
  answer: z.object({ items: z.array(Listed), counts: Counts, nextCursor: z.string().nullable() }),
  prepare: ({ show, cursor }) => ({ show, after: cursor }),
  door: stewardedDatasets,
  render: ({ items, counts, next }: Page) => ({ items, counts, nextCursor: next ?? null }),
})

export const makeDataset = operation({
  ...write,
  id: 'createDataset',
  method: 'post',
  path: '/api/v1/stewardship/datasets',
  summary: 'Make a dataset that only stewards see, as a draft',
  body: CreateDataset,
  answer: z.object({ slug, revision }),
  status: 201,
  door: createDataset,
  location: ({ slug }: { slug: string }) => `/api/v1/stewardship/datasets/${slug}`,
})

export const readStewarded = operation({
  ...read,
  id: 'readStewardedDataset',
  path: one,
  summary: 'One dataset as its stewards see it: draft, versions, what differs, what happened, what you may do',
  params: DatasetAddress,
  answer: Stewarded,
  door: stewardedDataset,
  render: stewarded,
})

export const changeDraft = operation({
  ...write,
  id: 'saveDraft',
  method: 'patch',
  path: one,
  summary: 'Save fields of the draft; of a published dataset this begins its next version',
  description:
    'Fields that are left out stay as they are, and so does what others saved since `expectedRevision`; `passed` tells which fields those are. Where somebody else changed one of your fields to another value nothing is saved: 409 `catalogue.collides` gives each side of every such field in `details.collisions`, and `details.revision`. To keep yours nevertheless, send the same again with `resolved`: that revision, and the fields.',
  params: DatasetAddress,
  body: SaveDraft.omit(at).meta({
    example: { expectedRevision: 3, changes: { keywords: ['Radiology', 'Annotated'] } },
  }),
  answer: z.object({
    slug,
    revision,
    changed: z.array(z.enum(recordFields)),
    passed: z.array(
      z.object({ field: z.enum(recordFields), before: z.array(z.string()), theirs: z.array(z.string()) }),
    ),
  }),
  door: saveDraft,
})

export const previewDataset = operation({
  ...read,
  id: 'previewDataset',
  path: `${one}/preview`,
  summary: 'The public record as it would be if the draft were published now',
  params: DatasetAddress,
  answer: Dataset,
  door: datasetPreview,
  render: datasetOf,
})

export const dropDraft = operation({
  ...write,
  id: 'discardDraft',
  method: 'post',
  path: `${one}/discard`,
  summary: 'Throw the draft away; a dataset that was never published goes with it',
  params: DatasetAddress,
  body: DiscardDraft.omit(at),
  answer: z.object({ slug, removed: z.boolean().meta({ description: 'Whether the dataset went with it' }) }),
  door: discardDraft,
})

export const makeVersion = operation({
  ...write,
  id: 'publishVersion',
  method: 'post',
  path: `${one}/versions`,
  summary: 'Publish the draft as the next version; earlier ones stay citable',
  description:
    'The number must be greater than every earlier one, and every version after the first needs a note for its readers.',
  params: DatasetAddress,
  body: PublishVersion.omit(at).meta({
    example: { expectedRevision: 4, version: '1.1.0', changeNote: 'Annotations of 40 more examinations' },
  }),
  answer: z.object({ slug, version: z.string(), revision }),
  status: 201,
  door: publishVersion,
  location: ({ slug, version }: { slug: string; version: string }) => `/api/v1/datasets/${slug}/versions/${version}`,
})

const moved = { params: DatasetAddress, answer: z.object({ slug, state, revision }) } as const

export const hide = operation({
  ...write,
  ...moved,
  id: 'hideDataset',
  method: 'post',
  path: `${one}/hide`,
  summary: 'Take a published dataset out of every public page, figure and feed, with the reason',
  body: HideDataset.omit(at),
  door: hideDataset,
})

export const showAgain = operation({
  ...write,
  ...moved,
  id: 'showDataset',
  method: 'post',
  path: `${one}/show`,
  summary: 'Bring a hidden dataset back as it was',
  body: ShowDataset.omit(at),
  door: showDataset,
})

export const withdraw = operation({
  ...write,
  ...moved,
  id: 'withdrawDataset',
  method: 'post',
  path: `${one}/withdraw`,
  summary: 'Withdraw a dataset for good: its addresses answer with a tombstone',
  description: 'The reason is public, and so is `replacedBy`, the slug of a published dataset to use instead.',
  body: WithdrawDataset.omit(at),
  door: withdrawDataset,
})

export const stewardshipOperations = [
  readStewardship,
  listStewarded,
  makeDataset,
  readStewarded,
  changeDraft,
  previewDataset,
  dropDraft,
  makeVersion,
  hide,
  showAgain,
  withdraw,
]
