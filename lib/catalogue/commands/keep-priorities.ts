import 'server-only'
import { command } from '@/lib/platform/command'
import type { Context } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { notFound, type Refusal, refuse } from '@/lib/platform/refusal'
import { happened } from '../events'
import { mayStewardCatalogue } from '../policy'
import {
  AddPriorityItem,
  ClosePriorityItem,
  EditPriorityItem,
  MarkPriorityItem,
  MovePriorityItem,
} from '../schema/inputs'
import { editItem, insertItem, isItem, lockPriorities, type OpenItem, renumber, updateItem } from '../store/priorities'

const authorize = ({ actor }: Context) => mayStewardCatalogue(actor)
const advances = ['catalogue'] as const

const loadItem = async (tx: Tx, { itemId }: { itemId: string }) => {
  const open = await lockPriorities(tx)
  return { open, exists: await isItem(tx, itemId) }
}

type Loaded = Awaited<ReturnType<typeof loadItem>>
type Wish = { itemId: string; expectedRevision: number }

/** The open item of the wish; refuses one that is closed or that has changed since the page was drawn. */
function openItem({ open, exists }: Loaded, { itemId, expectedRevision }: Wish): OpenItem | Refusal {
  if (!exists) return notFound()
  const item = open.find(({ id }) => id === itemId)
  if (!item) return refuse('catalogue.priority-closed')
  if (item.revision === expectedRevision) return item
  return refuse('catalogue.moved-on', { expected: expectedRevision, revision: item.revision })
}

/** Puts a decision of the clinical council on the list, last. */
export const addPriorityItem = command({
  name: 'catalogue.add-priority',
  input: AddPriorityItem,
  load: lockPriorities,
  authorize,
  decide: (_, open, wanted) => ({ ...happened.priorityAdded(newId(), { rank: open.length + 1 }), wanted }),
  apply: async (tx, { subjectId, data, wanted }, _, ctx) => {
    await insertItem(tx, ctx, subjectId, data.rank, wanted)
    return { id: subjectId, rank: data.rank }
  },
  advances,
})

export const editPriorityItem = command({
  name: 'catalogue.edit-priority',
  input: EditPriorityItem,
  load: loadItem,
  authorize,
  decide: (_, loaded, wish) => {
    const item = openItem(loaded, wish)
    if ('code' in item) return item
    return { ...happened.priorityEdited(item.id, { revision: item.revision + 1 }), wanted: wish }
  },
  apply: async (tx, { subjectId, data, wanted }) => {
    await editItem(tx, subjectId, wanted)
    return { id: subjectId, revision: data.revision }
  },
  advances,
})

/** Moves an open item to another place; the others close ranks. */
export const movePriorityItem = command({
  name: 'catalogue.move-priority',
  input: MovePriorityItem,
  load: loadItem,
  authorize,
  decide: (_, loaded, wish) => {
    const item = openItem(loaded, wish)
    if ('code' in item) return item
    const ids = loaded.open.map(({ id }) => id)
    const from = ids.indexOf(item.id)
    const order = ids.toSpliced(from, 1).toSpliced(wish.rank - 1, 0, item.id)
    return { ...happened.priorityMoved(item.id, { from: from + 1, to: order.indexOf(item.id) + 1 }), order }
  },
  apply: async (tx, { subjectId, data, order }) => {
    await renumber(tx, order)
    return { id: subjectId, rank: data.to }
  },
  advances,
})

export const markPriorityItem = command({
  name: 'catalogue.mark-priority',
  input: MarkPriorityItem,
  load: loadItem,
  authorize,
  decide: (_, loaded, wish) => {
    const item = openItem(loaded, wish)
    if ('code' in item) return item
    return happened.priorityMarked(item.id, { state: wish.state, revision: item.revision + 1 })
  },
  apply: async (tx, { subjectId, data }) => {
    await updateItem(tx, subjectId, { state: data.state })
    return { id: subjectId, ...data }
  },
  advances,
})

async function loadForClosing(tx: Tx, wish: ClosePriorityItem) {
  const slug = wish.datasetSlug ?? ''
  const dataset = await tx.dataset.findUnique({ where: { slug, state: 'published' }, select: { id: true } })
  return { ...(await loadItem(tx, wish)), dataset }
}

/** Ends an item: collected, perhaps as a published dataset, or dropped. It stays on the page among those ended. */
export const closePriorityItem = command({
  name: 'catalogue.close-priority',
  input: ClosePriorityItem,
  load: loadForClosing,
  authorize,
  decide: (_, loaded, wish) => {
    const item = openItem(loaded, wish)
    if ('code' in item) return item
    const { datasetSlug, outcome } = wish
    if (datasetSlug !== null && (loaded.dataset === null || outcome !== 'collected')) {
      return refuse('catalogue.replacement-unknown', { slug: datasetSlug })
    }
    const order = loaded.open.map(({ id }) => id).filter((id) => id !== item.id)
    return { ...happened.priorityClosed(item.id, { outcome, datasetSlug }), order }
  },
  apply: async (tx, { subjectId, data, order }, { dataset }, ctx) => {
    await updateItem(tx, subjectId, { state: data.outcome, datasetId: dataset?.id ?? null, closedAt: ctx.now })
    await renumber(tx, order)
    return { id: subjectId, state: data.outcome }
  },
  advances,
})
