import 'server-only'
import { command } from '@/lib/platform/command'
import type { DataPlace } from '@/lib/platform/data-storage'
import { schedule } from '@/lib/platform/jobs'
import { notFound } from '@/lib/platform/refusal'
import { happened } from '../events'
import { judgeChange, judgePublishing } from '../rules/listing'
import { FileAddress, PublishFiles } from '../schema/files'
import { deleteFile, fileIn, filesOf, listingsOf, publishList } from '../store/files'
import { isKnown, onList, writerOf } from './on-list'

/**
 * Takes a file off the list; content that came through the portal goes with its last listing, what lay in the store stays there.
 * Refuses: delivery.published.
 */
export const removeFile = command({
  name: 'delivery.remove-file',
  input: FileAddress,
  load: async (tx, address) => {
    const on = await onList.load(tx, address)
    return { ...on, file: await fileIn(tx, on.list?.id, address.file) }
  },
  authorize: onList.authorize,
  decide: (_, on) => {
    const { file, dataset } = on
    if (!isKnown(on) || !on.list || !file || !dataset) return notFound()
    const refused = judgeChange(on.list)
    if (refused) return refused
    return { ...happened.fileRemoved(dataset.id, { slug: dataset.slug, version: on.version, file: file.id }), file }
  },
  apply: async (tx, { file }, _, { now }) => {
    await deleteFile(tx, file.id)
    const place = { storage: file.storage, key: file.key } as DataPlace
    if (file.isUploaded && (await listingsOf(tx, place)) === 0)
      await schedule(tx, { task: 'due:erase-unlisted', payload: place, at: now, key: `erase-unlisted:${file.key}` })
    return undefined
  },
})

/**
 * Publishes the list of a published version: from then on everybody sees it, who may use the data can fetch them, and it never changes.
 * Refuses: delivery.no-files, delivery.version-not-out, delivery.files-differ, delivery.published.
 */
export const publishFiles = command({
  name: 'delivery.publish-files',
  input: PublishFiles,
  load: async (tx, address) => {
    const on = await onList.load(tx, address)
    return { ...on, files: on.list ? await filesOf(tx, on.list.id) : [] }
  },
  authorize: onList.authorize,
  decide: (_, on, { synthetic }) => {
    if (!isKnown(on)) return notFound()
    const refused = judgePublishing({ ...on, checked: on.files.map(({ checked }) => checked) })
    if (refused || !on.list) return refused ?? notFound()
    const said = { slug: on.dataset.slug, version: on.version, files: on.files.length }
    return { ...happened.filesPublished(on.dataset.id, said), listId: on.list.id, synthetic }
  },
  apply: async (tx, { listId, synthetic, data }, _, ctx) => {
    await publishList(tx, listId, synthetic, writerOf(ctx), ctx.now)
    return data
  },
})
