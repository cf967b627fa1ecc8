import 'server-only'
import { query } from '@/lib/platform/command'
import { db } from '@/lib/platform/db'
import { notFound, refuse } from '@/lib/platform/refusal'
import { maySeeFullSharingRecord } from '../policy'
import { ReadSharing } from '../schema/pages'

const pageSize = 50

/**
 * Every time that a dataset was shared, the newest first, with the recipients who opted out of the public record too: for stewards, who
 * handles requests, and administrators. `grantId`: the grant under which it was fetched from here; null: what the register says.
 */
export const sharingRecord = query({
  name: 'catalogue.sharing-record',
  input: ReadSharing,
  scope: ({ actor }) => {
    if (maySeeFullSharingRecord(actor)) return 'all' as const
    return actor.kind === 'anonymous' ? refuse('platform.not-signed-in') : notFound()
  },
  read: async (_, { dataset: slug, before }) => {
    const where = { ...(slug && { dataset: { slug } }), ...(before && { id: { lt: before } }) }
    const rows = await db().sharingEvent.findMany({
      where,
      orderBy: { id: 'desc' },
      take: pageSize + 1,
      omit: { datasetId: true },
      include: { dataset: { select: { slug: true } } },
    })
    const items = rows.slice(0, pageSize).map(({ dataset, sharedOn, ...event }) => ({
      ...event,
      dataset: dataset.slug,
      sharedOn: sharedOn?.toISOString().slice(0, 10) ?? null,
    }))
    return { items, next: rows.length > pageSize ? (items.at(-1)?.id ?? null) : null }
  },
})

export type SharingRecordPage = Awaited<ReturnType<typeof sharingRecord>>
