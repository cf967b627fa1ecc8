import 'server-only'
import { z } from 'zod'
import { query } from '@/lib/platform/command'
import { fingerprint } from '@/lib/platform/crypto'
import { db, pool } from '@/lib/platform/db'
import { momentOfId } from '@/lib/platform/id'
import { ownScope } from '../policy'
import type { Hit } from '../rules/search/entry'
import { searchRequest } from '../rules/search/request'
import { parseSearch, type SearchState } from '../rules/search/state'
import { DatasetRecord } from '../schema/record'
import { countPublic } from './search-index'

/** The search that a saved query stands for. */
const stateOf = (saved: string) => parseSearch(new URLSearchParams(saved))

/** One's own saved searches, with how many datasets each finds now (no further than 1 000). */
export const savedSearches = query({
  name: 'catalogue.saved-searches',
  input: z.object({}),
  scope: ({ actor }) => ownScope(actor),
  read: async ({ personId }) => {
    const select = { id: true, name: true, query: true, mail: true, feedHash: true, createdAt: true } as const
    const rows = await db().savedSearch.findMany({ where: { personId }, select, orderBy: { id: 'desc' } })
    const counts = rows.length === 0 ? [] : await countPublic(rows.map((row) => searchRequest(stateOf(row.query), 1)))
    return rows.map(({ feedHash, ...row }, i) => ({ ...row, hasFeed: feedHash !== null, count: counts[i] ?? 0 }))
  },
})

/** A dataset as a feed tells of it: its newest version, and when that came out here, whatever dates its record states. */
export type FeedItem = Hit & { cameOut: Date }

async function latestVersions(state: SearchState): Promise<FeedItem[]> {
  const text = `SELECT c.card, v.id FROM search_entry e JOIN search_card c USING (id)
    JOIN dataset d ON d.id = e.dataset_id AND d.state = 'published' JOIN dataset_version v ON v.id = d.current_id
    WHERE e.tsv @@ search_query($1, NULL) ORDER BY v.id DESC LIMIT 50`
  const values = [JSON.stringify(searchRequest(state, 50))]
  const { rows } = await pool().query<{ card: Hit; id: string }>({ name: 'feed', text, values })
  return rows.map(({ card, id }) => ({ ...card, cameOut: momentOfId(id) }))
}

/** What a feed's secret address leads to: the search's name and, of the public datasets that it finds, the 50 whose version came out last. */
export const searchFeed = query({
  name: 'catalogue.search-feed',
  input: z.object({ secret: z.string().regex(/^[\w-]{43}$/) }),
  // The secret is the permission, and what it leads to is public.
  scope: () => 'public' as const,
  read: async (_, { secret }) => {
    const where = { feedHash: fingerprint(secret) }
    const saved = await db().savedSearch.findUnique({
      where,
      select: { id: true, name: true, query: true, createdAt: true },
    })
    if (saved === null) return null
    return { ...saved, items: await latestVersions(stateOf(saved.query)) }
  },
})

/** The version that a dataset's address answers with now, if the public sees it. For reactions. */
export async function publicVersionOf(datasetId: string) {
  const dataset = await db().dataset.findUnique({
    where: { id: datasetId, state: 'published' },
    select: { id: true, slug: true, current: { select: { id: true, number: true, publishedAt: true, record: true } } },
  })
  if (!dataset?.current) return null
  const { current, ...rest } = dataset
  return { ...rest, ...current, datasetId: dataset.id, title: DatasetRecord.parse(current.record).title }
}

/** The saved searches that want mail, were not told of this version yet, and find its dataset. For reactions. */
export async function searchesToTell({ id: versionId, datasetId }: { id: string; datasetId: string }) {
  const candidates = await db().savedSearch.findMany({
    where: { mail: true, told: { none: { versionId } } },
    select: { id: true, personId: true, name: true, query: true, toldUpTo: true },
    orderBy: { id: 'asc' },
  })
  const requests = JSON.stringify(candidates.map(({ query }) => searchRequest(stateOf(query), 1)))
  const matches = await db().$queryRaw<{ found: boolean }[]>`
    SELECT EXISTS (
      SELECT FROM search_entry WHERE dataset_id = ${datasetId}::uuid AND tsv @@ search_query(r, NULL)) AS found
    FROM jsonb_array_elements(${requests}::jsonb) WITH ORDINALITY _ (r, nth) ORDER BY nth`
  return candidates.filter((_, i) => matches[i]?.found)
}

/** What a decided proposal says to who made it; null where it is not decided. For reactions. */
export async function decidedProposal(id: string) {
  const select = { proposerId: true, title: true, state: true, reason: true } as const
  return db().collectionProposal.findFirst({ where: { id, state: { not: 'proposed' } }, select })
}
