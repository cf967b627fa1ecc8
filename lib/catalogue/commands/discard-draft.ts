import 'server-only'
import { command } from '@/lib/platform/command'
import { notFound } from '@/lib/platform/refusal'
import { happened } from '../events'
import { judgeVerb } from '../rules/publishing'
import { DiscardDraft } from '../schema/inputs'
import { deleteUnpublished, writeDataset } from '../store/datasets'
import { onDataset } from './on-dataset'

/** Throws the working copy away. A dataset that was never published goes with it, and its name is free again. */
export const discardDraft = command({
  name: 'catalogue.discard-draft',
  input: DiscardDraft,
  load: onDataset.load,
  authorize: onDataset.authorize,
  decide: (_, { dataset }, { expectedRevision }) => {
    if (dataset === null) return notFound()
    const { id, slug, revision } = dataset
    const refused = judgeVerb('discardDraft', dataset, expectedRevision)
    return refused ?? { ...happened.draftDiscarded(id, { slug, revision: revision + 1 }), dataset }
  },
  apply: async (tx, { dataset }, _, ctx) => {
    if (dataset.current === null) await deleteUnpublished(tx, dataset.id)
    else await writeDataset(tx, ctx, dataset, { draft: null, working: dataset.current.record })
    return { slug: dataset.slug, removed: dataset.current === null }
  },
})
