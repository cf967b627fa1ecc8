import 'server-only'
import { command } from '@/lib/platform/command'
import type { Tx } from '@/lib/platform/db'
import { notFound, refuse } from '@/lib/platform/refusal'
import { happened } from '../events'
import { judgeVerb } from '../rules/publishing'
import { WithdrawDataset } from '../schema/inputs'
import { lockDatasets, writeDataset } from '../store/datasets'
import { refreshSearchEntry } from '../store/search'
import { onDataset } from './on-dataset'

async function loadWithReplacement(tx: Tx, { slug, replacedBy }: WithdrawDataset) {
  const found = await lockDatasets(tx, replacedBy === null ? [slug] : [slug, replacedBy])
  return { dataset: found.get(slug) ?? null, replacement: replacedBy === null ? null : (found.get(replacedBy) ?? null) }
}

/**
 * Withdraws a dataset for good: its addresses answer with a tombstone that gives the reason and what to use instead.
 * Refuses a replacement that is not another public dataset (`catalogue.replacement-unknown`).
 */
export const withdrawDataset = command({
  name: 'catalogue.withdraw-dataset',
  input: WithdrawDataset,
  load: loadWithReplacement,
  authorize: onDataset.authorize,
  decide: (_, { dataset, replacement }, { expectedRevision, reason, replacedBy }) => {
    if (dataset === null) return notFound()
    const { id, slug, revision } = dataset
    const refused = judgeVerb('withdraw', dataset, expectedRevision)
    if (refused !== null) return refused
    if (replacedBy !== null && (replacedBy === slug || replacement?.state !== 'published')) {
      return refuse('catalogue.replacement-unknown', { slug: replacedBy })
    }
    return { ...happened.datasetWithdrawn(id, { slug, revision: revision + 1, replacedBy }), dataset, reason }
  },
  apply: async (tx, { dataset, reason, data }, _, ctx) => {
    const row = { state: 'withdrawn' as const, stateReason: reason, replacedBy: data.replacedBy }
    const working = dataset.current?.record ?? dataset.working
    const revision = await writeDataset(tx, ctx, dataset, { draft: null, working, row })
    await refreshSearchEntry(tx, dataset.id)
    return { slug: dataset.slug, state: 'withdrawn' as const, revision }
  },
  advances: ['catalogue'],
})
