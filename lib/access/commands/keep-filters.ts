import 'server-only'
import { command } from '@/lib/platform/command'
import { isPerson } from '@/lib/platform/context'
import { newId } from '@/lib/platform/id'
import { notFound, refuse } from '@/lib/platform/refusal'
import { happened } from '../events/requests'
import { mayKeepFilters } from '../policy/queue'
import { OneFilter, SaveFilter } from '../schema/queue'
import { deleteFilter, insertFilter, lockFilters } from '../store/filters'

/** The most filters that one person may keep. */
const most = 30

/** Keeps a filter of the queue under a name, for oneself. Refuses: access.filter-name-taken, access.too-many-filters. */
export const saveFilter = command({
  name: 'access.save-filter',
  input: SaveFilter,
  load: async (tx, _, { actor }) => (isPerson(actor) ? lockFilters(tx, actor.id) : []),
  authorize: ({ actor }) => mayKeepFilters(actor),
  decide: ({ actor }, kept, { name, query }) => {
    if (!isPerson(actor)) return notFound()
    if (kept.some((one) => one.name === name)) return refuse('access.filter-name-taken')
    if (kept.length >= most) return refuse('access.too-many-filters', { limit: most })
    return { ...happened.filterSaved(actor.id, newId(), {}), row: { personId: actor.id, name, query } }
  },
  apply: async (tx, { subjectId: id, row }, _, { now }) => {
    await insertFilter(tx, { ...row, id, createdAt: now })
    return { id, ...row }
  },
})

/** Forgets a filter of one's own; of somebody else's, and of one that is not there, nothing is told but "not found". */
export const removeFilter = command({
  name: 'access.remove-filter',
  input: OneFilter,
  load: async (tx, { filter }, { actor }) => {
    const kept = isPerson(actor) ? await lockFilters(tx, actor.id) : []
    return { found: kept.find(({ id }) => id === filter) ?? null }
  },
  authorize: ({ actor }) => mayKeepFilters(actor),
  decide: ({ actor }, { found }) =>
    found && isPerson(actor) ? happened.filterRemoved(actor.id, found.id, {}) : notFound(),
  apply: async (tx, { subjectId: id }) => {
    await deleteFilter(tx, id)
    return { id }
  },
})
