import 'server-only'
import { query } from '@/lib/platform/command'
import { checksums } from '../rules/manifest'
import { ReadFiles } from '../schema/files'
import { filesFrom, listsOf } from '../store/lists'
import { visibleDataset } from '../store/visible'

const page = 5000

/** The checksums of a version's files, as `sha256sum --check` reads them. */
export const fileChecksums = query({
  name: 'delivery.checksums',
  input: ReadFiles.pick({ slug: true, version: true }),
  scope: ({ actor }) => actor,
  read: async (actor, { slug, version }, { now }) => {
    const dataset = await visibleDataset(actor, slug, now)
    const lists = dataset ? (await listsOf(dataset.id)).filter(({ state }) => state === 'published') : []
    const list = version === undefined ? lists[0] : lists.find((one) => one.version === version)
    if (!list) return null
    let text = ''
    let after: string | null = null
    do {
      const files = await filesFrom(list.id, after, page)
      text += checksums(files)
      after = files.length === page ? (files.at(-1)?.path ?? null) : null
    } while (after !== null)
    return { name: `SHA256SUMS-${slug}-${list.version}.txt`, text }
  },
})

export type FileChecksums = Awaited<ReturnType<typeof fileChecksums>>
