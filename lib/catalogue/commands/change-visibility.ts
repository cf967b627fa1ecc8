import 'server-only'
import { command } from '@/lib/platform/command'
import { notFound } from '@/lib/platform/refusal'
import { happened } from '../events'
import { judgeVerb } from '../rules/publishing'
import { HideDataset, ShowDataset } from '../schema/inputs'
import { writeDataset } from '../store/datasets'
import { refreshSearchEntry } from '../store/search'
import { onDataset } from './on-dataset'

/** Takes a published dataset out of every public page, figure and feed; only stewards find it, with the reason. */
export const hideDataset = command({
  name: 'catalogue.hide-dataset',
  input: HideDataset,
  load: onDataset.load,
  authorize: onDataset.authorize,
  decide: (_, { dataset }, { expectedRevision, reason }) => {
    if (dataset === null) return notFound()
    const { id, slug, revision } = dataset
    const refused = judgeVerb('hide', dataset, expectedRevision)
    return refused ?? { ...happened.datasetHidden(id, { slug, revision: revision + 1 }), dataset, reason }
  },
  apply: async (tx, { dataset, reason }, _, ctx) => {
    const revision = await writeDataset(tx, ctx, dataset, { row: { state: 'hidden', stateReason: reason } })
    await refreshSearchEntry(tx, dataset.id)
    return { slug: dataset.slug, state: 'hidden' as const, revision }
  },
  advances: ['catalogue'],
})

/** Brings a hidden dataset back as it was. */
export const showDataset = command({
  name: 'catalogue.show-dataset',
  input: ShowDataset,
  load: onDataset.load,
  authorize: onDataset.authorize,
  decide: (_, { dataset }, { expectedRevision }) => {
    if (dataset === null) return notFound()
    const { id, slug, revision } = dataset
    const refused = judgeVerb('show', dataset, expectedRevision)
    return refused ?? { ...happened.datasetShown(id, { slug, revision: revision + 1 }), dataset }
  },
  apply: async (tx, { dataset }, _, ctx) => {
    const revision = await writeDataset(tx, ctx, dataset, { row: { state: 'published', stateReason: null } })
    await refreshSearchEntry(tx, dataset.id)
    return { slug: dataset.slug, state: 'published' as const, revision }
  },
  advances: ['catalogue'],
})
