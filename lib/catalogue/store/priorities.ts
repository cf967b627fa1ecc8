import type { Context } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db'

type Wanted = { title: string; description: string; modality: string | null; organ: string | null; decidedOn: string }

const openStates = ['wanted', 'collecting']
const listed = (value: string | null): string[] => (value === null ? [] : [value])

const columnsOf = ({ modality, organ, decidedOn, title, description }: Wanted) => ({
  title,
  description,
  modality: listed(modality),
  organ: listed(organ),
  decidedOn: new Date(decidedOn),
})

/** Holds the whole list: its order is one thing, and who changes it takes turns. */
export async function lockPriorities(tx: Tx) {
  await tx.$queryRaw`SELECT 1 FROM pg_advisory_xact_lock(hashtextextended('priorities', 0))`
  const select = { id: true, rank: true, state: true, revision: true } as const
  return tx.priorityItem.findMany({
    where: { state: { in: openStates } },
    select,
    orderBy: [{ rank: 'asc' }, { id: 'asc' }],
  })
}

export type OpenItem = Awaited<ReturnType<typeof lockPriorities>>[number]

/** Whether there is an item of this id at all, open or closed. */
export const isItem = async (tx: Tx, id: string): Promise<boolean> =>
  (await tx.priorityItem.count({ where: { id } })) > 0

export async function insertItem(tx: Tx, ctx: Context, id: string, rank: number, wanted: Wanted): Promise<void> {
  const data = { ...columnsOf(wanted), id, rank, state: 'wanted', createdAt: ctx.now }
  await tx.priorityItem.create({ data, select: { id: true } })
}

type Change = Partial<ReturnType<typeof columnsOf>> & { state?: string; datasetId?: string | null; closedAt?: Date }

export async function updateItem(tx: Tx, id: string, change: Change): Promise<void> {
  const data = { ...change, revision: { increment: 1 } }
  await tx.priorityItem.update({ where: { id }, data, select: { id: true } })
}

export const editItem = (tx: Tx, id: string, wanted: Wanted): Promise<void> => updateItem(tx, id, columnsOf(wanted))

/** Numbers the open items from 1 in this order. */
export async function renumber(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.$executeRaw`
    UPDATE priority_item SET rank = wanted.rank FROM unnest(${[...ids]}::uuid[]) WITH ORDINALITY wanted (id, rank)
    WHERE priority_item.id = wanted.id AND priority_item.rank <> wanted.rank`
}
