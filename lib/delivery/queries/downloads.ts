import 'server-only'
import { maySeeRequest, readerScope } from '@/lib/access/policy/requests'
import { seenRequest } from '@/lib/access/store/requests'
import { query } from '@/lib/platform/command'
import { db } from '@/lib/platform/db'
import { mayRecordSharing } from '../policy'
import { ReadDownloads } from '../schema/downloads'
import { recipientOf } from '../store/recipients'
import { sharingOf } from '../store/sharing'

const pageSize = 50

const fetched = (grantId: string, before: string | undefined) =>
  db().deliveryDownload.findMany({
    where: { grantId, ...(before && { id: { lt: before } }) },
    orderBy: { id: 'desc' },
    take: pageSize + 1,
    select: {
      id: true,
      personId: true,
      beganAt: true,
      lastAt: true,
      requests: true,
      bytes: true,
      file: { select: { path: true, size: true, list: { select: { version: true } } } },
    },
  })

/**
 * Which files were fetched under a grant, by whom and when, how often each was resumed and how many bytes left the portal: the newest
 * first, for those whose request it is and for who handles it. `shared`: what the sharing record says of it; `toRecord`: that the reader
 * may record that the data were handed over, and the country that the request names.
 */
export const grantDownloads = query({
  name: 'delivery.downloads',
  input: ReadDownloads,
  scope: ({ actor }) => readerScope(actor),
  read: async (_, { grant, before }, ctx) => {
    const found = await db().accessGrant.findUnique({
      where: { id: grant },
      select: { requestId: true, datasetId: true },
    })
    const seen = found && (await seenRequest(db(), found.requestId, ctx))
    if (!seen || seen.standing.side === 'asked' || maySeeRequest(ctx.actor, seen.standing) !== true) return null
    const workflow = seen.request.items.find(({ datasetId }) => datasetId === found.datasetId)?.workflowId ?? ''
    const shared = await sharingOf(db(), grant)
    const mayRecord = shared === null && mayRecordSharing(ctx.actor, seen.standing, workflow) === true
    const [rows, sums] = await Promise.all([
      fetched(grant, before),
      db().deliveryDownload.aggregate({ where: { grantId: grant }, _count: true, _sum: { bytes: true } }),
    ])
    const page = rows.slice(0, pageSize)
    const people = await db().person.findMany({
      where: { id: { in: page.map(({ personId }) => personId) } },
      select: { id: true, name: true },
    })
    const nameOf = new Map(people.map(({ id, name }) => [id, name]))
    return {
      shared,
      toRecord: mayRecord ? { country: (await recipientOf(db(), grant))?.country ?? null } : null,
      count: sums._count,
      bytes: Number(sums._sum.bytes ?? 0),
      items: page.map(({ personId, file, bytes, ...download }) => ({
        ...download,
        person: { id: personId, name: nameOf.get(personId) ?? '' },
        path: file.path,
        version: file.list.version,
        size: Number(file.size),
        bytes: Number(bytes),
      })),
      next: rows.length > pageSize ? (page.at(-1)?.id ?? null) : null,
    }
  },
})

export type GrantDownloads = Awaited<ReturnType<typeof grantDownloads>>
