import 'server-only'
import { command } from '@/lib/platform/command'
import { notFound, refuse } from '@/lib/platform/refusal'
import { happened } from '../events'
import { isPermitted } from '../rules/publishing'
import { StateDataUse } from '../schema/state-data-use'
import { insertStatement, lockDataUse } from '../store/data-use'
import { onDataset } from './on-dataset'

/**
 * States for what a dataset may be used, from now on and for all its versions: it binds who asks for it, so it does not wait for a
 * new version. Refuses: catalogue.not-in-this-state, catalogue.use-moved-on, catalogue.use-unchanged.
 */
export const stateDataUse = command({
  name: 'catalogue.state-data-use',
  input: StateDataUse,
  load: lockDataUse,
  authorize: onDataset.authorize,
  decide: (_, { found }, { expectedOrdinal, conditions, basis }) => {
    if (found === null) return notFound()
    const { dataset, last } = found
    const { id, slug, state } = dataset
    if (!isPermitted(state, 'edit')) return refuse('catalogue.not-in-this-state', { state, verb: 'edit' })
    if ((last?.ordinal ?? 0) !== expectedOrdinal) return refuse('catalogue.use-moved-on')
    if (last && last.basis === basis && JSON.stringify(last.conditions) === JSON.stringify(conditions))
      return refuse('catalogue.use-unchanged')
    const data = { slug, ordinal: expectedOrdinal + 1, terms: conditions.map(({ term }) => term) }
    return { ...happened.dataUseStated(id, data), conditions, basis }
  },
  apply: async (tx, { subjectId: datasetId, data, conditions, basis }, _, ctx) => {
    await insertStatement(tx, ctx, { datasetId, ordinal: data.ordinal, conditions, basis })
    return { slug: data.slug, ordinal: data.ordinal }
  },
  advances: ['catalogue'],
})
