import 'server-only'
import { command } from '@/lib/platform/command'
import { newId } from '@/lib/platform/id'
import { happened } from '../events'
import { judgeCreate } from '../rules/publishing'
import { CreateDataset } from '../schema/inputs'
import { insertDraft } from '../store/datasets'
import { onDataset } from './on-dataset'

/** Makes a dataset that only stewards see, as a draft. Refuses a slug that is taken (`catalogue.slug-taken`). */
export const createDataset = command({
  name: 'catalogue.create-dataset',
  input: CreateDataset,
  load: (tx, { record }) => onDataset.load(tx, record),
  authorize: onDataset.authorize,
  decide: (_, { dataset }, { record }) =>
    judgeCreate(record, dataset !== null) ?? {
      ...happened.datasetCreated(newId(), { slug: record.slug, revision: 1 }),
      record,
    },
  apply: async (tx, { subjectId, record }, _, ctx) => {
    await insertDraft(tx, ctx, subjectId, record)
    return { slug: record.slug, revision: 1 }
  },
})
