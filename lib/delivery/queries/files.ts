import 'server-only'
import { query } from '@/lib/platform/command'
import { ReadFiles } from '../schema/files'
import { filesFrom, listsOf } from '../store/lists'
import { visibleDataset } from '../store/visible'

const nothing = { version: null, files: [], next: null, isSynthetic: false, publishedAt: null, bytes: 0, count: 0 }

/**
 * The files of a version (of the newest that has a published list unless one is named). A dataset whose files are
 * not listed says so: `version` is null. The list is as public as the dataset; the content is not.
 */
export const datasetFiles = query({
  name: 'delivery.files',
  input: ReadFiles,
  scope: ({ actor }) => actor,
  read: async (actor, { slug, version, cursor, limit }, { now }) => {
    const dataset = await visibleDataset(actor, slug, now)
    if (!dataset) return null
    const lists = (await listsOf(dataset.id)).filter(({ state }) => state === 'published')
    const list = version === undefined ? lists[0] : lists.find((one) => one.version === version)
    const about = { slug, versions: lists.map((one) => one.version) }
    if (!list) return { ...about, ...nothing }
    const rows = await filesFrom(list.id, cursor ?? null, limit + 1)
    const files = rows.slice(0, limit)
    const next = rows.length > limit ? (files.at(-1)?.path ?? null) : null
    const { isSynthetic, publishedAt, bytes, files: count } = list
    return { ...about, version: list.version, files, next, isSynthetic, publishedAt, bytes, count }
  },
})

export type DatasetFiles = Awaited<ReturnType<typeof datasetFiles>>
