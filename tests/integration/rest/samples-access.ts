import { saveFormDraft } from '@/lib/access/commands/form-drafts'
import { retireForm } from '@/lib/access/commands/form-versions'
import { newId } from '@/lib/platform/id'
import { contentOf, draftedForm, publishedFormOf } from '../access/forms'
import { published, recordOf, steward } from '../catalogue/stewards'
import type { Sample, SampleOf } from './samples'

const stewards = (sample: SampleOf['sample']): SampleOf => ({ sample, needsRole: true })
const on = (form: string, body?: object): Sample => ({ params: { form }, ...(body && { body }) })
const at = (expectedRevision: number, more: object = {}) => ({ expectedRevision, ...more })

/** The address of a form with a version and a draft of the next, at revision 3. */
async function redrafted(): Promise<string> {
  const ctx = await steward()
  const form = await publishedFormOf(ctx)
  await saveFormDraft(ctx, { form, expectedRevision: 2, content: contentOf('Renamed') })
  return form
}

async function retired(): Promise<string> {
  const ctx = await steward()
  const form = await publishedFormOf(ctx)
  await retireForm(ctx, { form, expectedRevision: 2 })
  return form
}

async function someDataset(): Promise<string> {
  const slug = `u${newId()}`
  await published(recordOf(slug))
  return slug
}

const conditions = [{ term: 'DUO:0000006' }, { term: 'DUO:0000022', values: ['EEA'] }]

/** Right requests for forms and for data use. */
export const accessSamples: Readonly<Record<string, SampleOf>> = {
  listForms: { sample: () => ({}) },
  readForm: { sample: async () => on(await publishedFormOf()) },
  readFormVersion: { sample: async () => ({ params: { form: await publishedFormOf(), number: '1' } }) },
  readDatasetForm: { sample: async () => ({ params: { slug: await someDataset() } }) },
  listKeptForms: stewards(() => ({})),
  readKeptForm: stewards(async () => on(await draftedForm())),
  createForm: stewards(() => ({ body: { form: `f${newId()}`, content: contentOf() as object } })),
  saveFormDraft: stewards(async () => on(await publishedFormOf(), at(2, { content: contentOf('Other') }))),
  discardFormDraft: stewards(async () => on(await draftedForm(), at(1))),
  publishForm: stewards(async () => on(await redrafted(), at(3, { changeNote: 'Another title' }))),
  retireForm: stewards(async () => on(await publishedFormOf(), at(2))),
  reinstateForm: stewards(async () => on(await retired(), at(3))),
  listDataUseTerms: { sample: () => ({}) },
  matchDataUse: {
    sample: async () => ({ query: `dataset=${await someDataset()}&aim=DUO:0000006&countries=SE&ethicsApproval=true` }),
  },
  readDataUse: stewards(async () => ({ params: { slug: await someDataset() } })),
  stateDataUse: stewards(async () => ({
    params: { slug: await someDataset() },
    body: { expectedOrdinal: 0, conditions, basis: 'Ethics approval 2024-01234-01' },
  })),
}
