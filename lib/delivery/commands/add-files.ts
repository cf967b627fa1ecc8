import 'server-only'
import { command } from '@/lib/platform/command'
import type { Context } from '@/lib/platform/context'
import { dataStorage } from '@/lib/platform/data/drivers'
import { dataSize } from '@/lib/platform/data-storage'
import type { Tx } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { schedule } from '@/lib/platform/jobs'
import { notFound, refuse } from '@/lib/platform/refusal'
import { happened } from '../events'
import { judgeAdding, judgeChange } from '../rules/listing'
import { mediaTypeOf } from '../rules/media-type'
import { AddFile, CopyFiles, RegisterFile } from '../schema/files'
import { filesOf, insertFiles, lockList, type NewFile, placesIn } from '../store/files'
import { isKnown, type KnownList, onList, openList, writerOf } from './on-list'

/** The list with what stands at the path already. */
async function withPlaces(tx: Tx, address: { slug: string; version: string; path: string }) {
  const on = await onList.load(tx, address)
  return { ...on, ...(await placesIn(tx, on.list?.id, address.path)) }
}

const insert = async (tx: Tx, on: KnownList, file: Omit<NewFile, 'listId'>, now: Date) => {
  const listId = await openList(tx, on, now)
  await insertFiles(tx, [{ ...file, listId }], now)
  return { id: file.id, path: file.path, size: Number(file.size), sha256: file.sha256, checked: file.checked }
}

const aboutNew = (path: string, ctx: Context) => ({ path, type: mediaTypeOf(path), addedById: writerOf(ctx) })

/**
 * Lists a file whose content came in and was kept before (`keepData`); its checksum was computed then. Refuses: delivery.path-taken,
 * delivery.too-many-files, delivery.published.
 */
export const addFile = command({
  name: 'delivery.add-file',
  input: AddFile,
  load: withPlaces,
  authorize: onList.authorize,
  decide: (ctx, on, { path, kept: { id, storage, key, size, sha256 } }) => {
    if (!isKnown(on)) return notFound()
    const refused = judgeAdding({ ...on, path })
    if (refused) return refused
    const content = { storage, key, size: BigInt(size), sha256, isUploaded: true, checked: 'computed' as const }
    const fact = happened.fileAdded(on.dataset.id, { slug: on.dataset.slug, version: on.version, file: id })
    return { ...fact, on, file: { id, ...content, ...aboutNew(path, ctx) } }
  },
  apply: (tx, { file, on }, _, { now }) => insert(tx, on, file, now),
})

/**
 * Lists a file that lies in the store already, too large to come through here: its size is compared at once, its checksum by a job that
 * reads it through. Refuses: delivery.other-size, delivery.path-taken, delivery.too-many-files, delivery.published.
 */
export const registerFile = command({
  name: 'delivery.register-file',
  input: RegisterFile,
  load: withPlaces,
  authorize: onList.authorize,
  decide: async (ctx, on, { path, key, size, sha256 }) => {
    if (!isKnown(on)) return notFound()
    const refused = judgeAdding({ ...on, path })
    if (refused) return refused
    const place = { storage: dataStorage(), key }
    const there = await dataSize(place)
    if (there === null) return refuse('platform.invalid', { fields: { key: ['delivery.invalid.nothing-there'] } })
    if (there !== size) return refuse('delivery.other-size', { there, size })
    const id = newId()
    const content = { ...place, size: BigInt(size), sha256, isUploaded: false, checked: 'declared' as const }
    const fact = happened.fileRegistered(on.dataset.id, { slug: on.dataset.slug, version: on.version, file: id })
    return { ...fact, on, file: { id, ...content, ...aboutNew(path, ctx) } }
  },
  apply: async (tx, { file, on }, _, { now }) => {
    const key = `verify-file:${file.id}`
    await schedule(tx, { task: 'due:verify-file', payload: { file: file.id }, at: now, key })
    return insert(tx, on, file, now)
  },
})

/** Lists every file of an earlier version in this one, as a start; the content stays where it is. Refuses: delivery.published, delivery.not-empty. */
export const copyFiles = command({
  name: 'delivery.copy-files',
  input: CopyFiles,
  load: async (tx, address) => {
    const on = await onList.load(tx, address)
    const { list: source } = await lockList(tx, { slug: address.slug, version: address.from })
    const own = on.list ? await filesOf(tx, on.list.id) : []
    return { ...on, own: own.length, files: source ? await filesOf(tx, source.id) : [] }
  },
  authorize: onList.authorize,
  decide: (_, on, { from }) => {
    if (!isKnown(on)) return notFound()
    const refused = judgeChange(on.list)
    if (refused) return refused
    if (on.files.length === 0) return refuse('delivery.no-files')
    if (on.own > 0) return refuse('delivery.not-empty')
    const said = { slug: on.dataset.slug, version: on.version, from, files: on.files.length }
    return { ...happened.filesCopied(on.dataset.id, said), on }
  },
  apply: async (tx, { on }, { files }, ctx) => {
    const listId = await openList(tx, on, ctx.now)
    const addedById = writerOf(ctx)
    const rows = files.map(({ addedAt: _, ...file }) => ({ ...file, id: newId(), listId, addedById }) as NewFile)
    await insertFiles(tx, rows, ctx.now)
    return { files: rows.length }
  },
})
