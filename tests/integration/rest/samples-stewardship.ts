import { hideDataset } from '@/lib/catalogue/commands/change-visibility'
import { createDataset } from '@/lib/catalogue/commands/create-dataset'
import { newId } from '@/lib/platform/id'
import { published, recordOf, steward } from '../catalogue/stewards'
import type { SampleOf } from './samples'

const someSlug = () => `s${newId()}`
const reason = 'The consent was withdrawn'
const atRevision = (expectedRevision: number) => ({ expectedRevision })

/** The slug of a new draft, at revision 1. */
async function draft(): Promise<string> {
  const record = recordOf(someSlug())
  return (await createDataset(await steward(), { record })).slug
}

/** The slug of a newly published dataset, at revision 2. */
async function open(): Promise<string> {
  const slug = someSlug()
  await published(recordOf(slug))
  return slug
}

/** The slug of a dataset that was published and then hidden, at revision 3. */
async function hidden(): Promise<string> {
  const slug = await open()
  await hideDataset(await steward(), { slug, expectedRevision: 2, reason })
  return slug
}

type Sampling = SampleOf['sample']
const stewards = (sample: Sampling): SampleOf => ({ sample, needsRole: true })
const on = (make: () => Promise<string>, body?: object): SampleOf =>
  stewards(async () => ({ params: { slug: await make() }, ...(body && { body }) }))

/** Right requests for the stewardship of datasets. */
export const stewardshipSamples: Readonly<Record<string, SampleOf>> = {
  readStewardship: stewards(() => ({})),
  listSharing: stewards(() => ({ query: 'dataset=ctpa' })),
  listStewardedDatasets: stewards(() => ({ query: 'show=published' })),
  createDataset: stewards(() => ({ body: { record: recordOf(someSlug()) } })),
  readStewardedDataset: on(draft),
  saveDraft: on(open, { ...atRevision(2), changes: { title: 'A better title' } }),
  previewDataset: on(draft),
  discardDraft: on(draft, atRevision(1)),
  publishVersion: on(draft, { ...atRevision(1), version: '1.0.0' }),
  hideDataset: on(open, { ...atRevision(2), reason }),
  showDataset: on(hidden, atRevision(3)),
  withdrawDataset: on(open, { ...atRevision(2), reason }),
}
