import type { Tx } from '@/lib/platform/db'
import type { Checked } from '../rules/listing'

type State = 'draft' | 'published'

/** The list of a version under lock, with its dataset; the dataset null where there is none of that address. */
export async function lockList(tx: Tx, { slug, version }: { slug: string; version: string }) {
  // The dataset's own row: two makers of one list take turns while there is none yet.
  await tx.$queryRaw`SELECT 1 FROM dataset WHERE slug = ${slug} FOR NO KEY UPDATE`
  const select = { id: true, slug: true, state: true, versions: { select: { number: true } } } as const
  const dataset = await tx.dataset.findUnique({ where: { slug }, select })
  const where = { datasetId_version: { datasetId: dataset?.id ?? '00000000-0000-0000-0000-000000000000', version } }
  const found = dataset && (await tx.datasetFileList.findUnique({ where, select: { id: true, state: true } }))
  const list = found ? { id: found.id, state: found.state as State } : null
  return { dataset, list, version, isOut: dataset?.versions.some(({ number }) => number === version) ?? false }
}

export type LockedList = Awaited<ReturnType<typeof lockList>>

export const fileColumns = {
  id: true,
  listId: true,
  path: true,
  size: true,
  type: true,
  sha256: true,
  checked: true,
  storage: true,
  key: true,
  isUploaded: true,
  addedAt: true,
} as const

/** How many files a list has, and whether one stands at this path, in whatever letter case: some systems know no other. */
export async function placesIn(tx: Tx, listId: string | undefined, path: string) {
  if (!listId) return { files: 0, isThere: false }
  const files = await tx.datasetFile.count({ where: { listId } })
  const same = await tx.datasetFile.count({ where: { listId, path: { equals: path, mode: 'insensitive' } } })
  return { files, isThere: same > 0 }
}

export async function insertList(tx: Tx, id: string, datasetId: string, version: string, now: Date): Promise<void> {
  const data = { id, datasetId, version, state: 'draft', createdAt: now }
  await tx.datasetFileList.create({ data, select: { id: true } })
}

export type NewFile = {
  id: string
  listId: string
  path: string
  size: bigint
  type: string
  sha256: string
  checked: Checked
  storage: string
  key: string
  isUploaded: boolean
  addedById: string | null
}

export async function insertFiles(tx: Tx, files: readonly NewFile[], addedAt: Date): Promise<void> {
  await tx.datasetFile.createMany({ data: files.map((file) => ({ ...file, addedAt })) })
}

export const filesOf = (tx: Tx, listId: string) =>
  tx.datasetFile.findMany({ where: { listId }, select: fileColumns, orderBy: { path: 'asc' } })

export const fileIn = (tx: Tx, listId: string | undefined, id: string) =>
  tx.datasetFile.findFirst({ where: { id, listId: listId ?? id }, select: fileColumns })

export async function deleteFile(tx: Tx, id: string): Promise<void> {
  await tx.datasetFile.delete({ where: { id }, select: { id: true } })
}

/** How many files have their content at this place. */
export const listingsOf = (tx: Tx, { storage, key }: { storage: string; key: string }): Promise<number> =>
  tx.datasetFile.count({ where: { storage, key } })

/** Which of these places of a store have their content on a list. */
export async function listedAmong(tx: Tx, storage: string, keys: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await tx.datasetFile.findMany({
    where: { storage, key: { in: [...keys] } },
    select: { key: true },
    distinct: ['key'],
  })
  return new Set(rows.map(({ key }) => key))
}

export async function publishList(tx: Tx, id: string, isSynthetic: boolean, byId: string | null, now: Date) {
  const data = { state: 'published', isSynthetic, publishedAt: now, publishedById: byId }
  await tx.datasetFileList.update({ where: { id }, data, select: { id: true } })
}

export async function markChecked(tx: Tx, id: string, checked: Checked): Promise<void> {
  await tx.datasetFile.update({ where: { id }, data: { checked }, select: { id: true } })
}
