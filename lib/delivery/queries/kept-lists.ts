import 'server-only'
import { z } from 'zod'
import { maySeeStewardship } from '@/lib/catalogue/policy'
import { DatasetAddress } from '@/lib/catalogue/schema/pages'
import { VersionNumber } from '@/lib/catalogue/schema/record'
import { query } from '@/lib/platform/command'
import { db } from '@/lib/platform/db'
import { isRefusal, notFound, Refused } from '@/lib/platform/refusal'
import { mayKeepFiles } from '../policy'
import { judgeAdding } from '../rules/listing'
import { FilePath, ListAddress } from '../schema/files'
import { lockList, placesIn } from '../store/files'
import { filesFrom, listsOf } from '../store/lists'

const shown = 500

/** What stewards keep of a dataset's files: every list, and the files of one: of the version named, else of the newest. */
export const keptLists = query({
  name: 'delivery.kept-lists',
  input: DatasetAddress.extend({ version: VersionNumber.optional(), cursor: z.string().max(600).optional() }),
  scope: ({ actor }) => {
    const permission = maySeeStewardship(actor)
    return permission === true ? actor : permission === false ? notFound() : permission
  },
  read: async (actor, { slug, version: asked, cursor }) => {
    const select = { id: true, versions: { select: { number: true }, orderBy: { ordinal: 'desc' } } } as const
    const dataset = await db().dataset.findUnique({ where: { slug }, select })
    if (!dataset) return null
    const lists = await listsOf(dataset.id)
    const versions = dataset.versions.map(({ number }) => number)
    const version = asked ?? lists[0]?.version ?? versions[0] ?? null
    const list = lists.find((one) => one.version === version) ?? null
    const rows = list ? await filesFrom(list.id, cursor ?? null, shown + 1) : []
    const files = rows.slice(0, shown)
    const next = rows.length > shown ? (files.at(-1)?.path ?? null) : null
    return { slug, lists, versions, version, list, files, next, mayKeep: mayKeepFiles(actor) === true }
  },
})

export type KeptLists = Awaited<ReturnType<typeof keptLists>>

/** Whether a file may come in under this path: asked before its content is let in. Refuses as delivery.add-file does. */
export const roomForFile = query({
  name: 'delivery.room-for-file',
  input: ListAddress.extend({ path: FilePath }),
  scope: ({ actor }) => {
    const permission = mayKeepFiles(actor)
    return permission === true ? actor : permission === false ? notFound() : permission
  },
  read: (_, address) =>
    db().$transaction(async (tx) => {
      const on = await lockList(tx, address)
      if (!on.dataset) return null
      const refused = judgeAdding({ ...on, ...(await placesIn(tx, on.list?.id, address.path)), path: address.path })
      if (isRefusal(refused)) throw new Refused(refused)
      return { path: address.path }
    }),
})
