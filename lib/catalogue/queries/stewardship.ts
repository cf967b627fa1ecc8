import 'server-only'
import { z } from 'zod'
import { query } from '@/lib/platform/command'
import type { Context } from '@/lib/platform/context'
import { db } from '@/lib/platform/db'
import { isRefusal, notFound, type Refusal } from '@/lib/platform/refusal'
import { maySeeStewardship, mayStewardCatalogue } from '../policy'
import { type DatasetState, datasetStates } from '../rules/publishing'

/** What a reader of the stewards' pages may do there beyond looking. */
export type StewardScope = { mayWrite: boolean }

/** The scope of every page of the stewards. */
export function stewardScope({ actor }: Context): StewardScope | Refusal {
  const permission = maySeeStewardship(actor)
  if (isRefusal(permission)) return permission
  return permission ? { mayWrite: mayStewardCatalogue(actor) === true } : notFound()
}

type DraftRow = { slug: string; title: string; state: DatasetState; by: string | null; at: Date }

const draftsWaiting = () => db().$queryRaw<DraftRow[]>`
  SELECT d.slug, d.draft ->> 'title' AS title, d.state, p.name AS by, d.draft_at AS at
  FROM dataset d LEFT JOIN person p ON p.id = d.draft_by_id
  WHERE d.draft IS NOT NULL ORDER BY d.draft_at LIMIT 20`

const importsWaiting = () =>
  db().importBatch.findMany({
    where: { appliedAt: null },
    orderBy: { id: 'desc' },
    take: 5,
    select: { id: true, fileName: true, createdAt: true },
  })

type WaitingProposal = { id: string; title: string; by: string; at: Date }

const proposalsWaiting = () => db().$queryRaw<WaitingProposal[]>`
  SELECT c.id, c.title, p.name AS by, c.created_at AS at FROM collection_proposal c JOIN person p ON p.id = c.proposer_id
  WHERE c.state = 'proposed' ORDER BY c.id LIMIT 20`

async function datasetCounts(): Promise<Record<DatasetState, number>> {
  const groups = await db().dataset.groupBy({ by: ['state'], _count: true })
  const count = (state: DatasetState) => groups.find((group) => group.state === state)?._count ?? 0
  return Object.fromEntries(datasetStates.map((state) => [state, count(state)])) as Record<DatasetState, number>
}

/** What waits for the stewards, the oldest first. */
export const stewardDashboard = query({
  name: 'catalogue.steward-dashboard',
  input: z.object({}),
  scope: stewardScope,
  read: async ({ mayWrite }) => {
    const [drafts, proposals, imports, counts] = await Promise.all([
      draftsWaiting(),
      proposalsWaiting(),
      importsWaiting(),
      datasetCounts(),
    ])
    return { drafts, proposals, imports, counts, mayWrite }
  },
})

const pageSize = 50

const StewardedList = z.object({
  /** One state, or `waiting` for those with a draft. */
  show: z
    .enum([...datasetStates, 'waiting'])
    .optional()
    .catch(undefined),
  /** The slug after which the page begins. */
  after: z.string().max(64).optional(),
})

/** Every dataset, whatever its state, by slug, 50 a page. */
export const stewardedDatasets = query({
  name: 'catalogue.stewarded-datasets',
  input: StewardedList,
  scope: stewardScope,
  read: async ({ mayWrite }, { show, after }) => {
    const where = show === undefined ? {} : show === 'waiting' ? { draftAt: { not: null } } : { state: show }
    const select = {
      slug: true,
      state: true,
      draft: true,
      draftAt: true,
      updatedAt: true,
      current: { select: { number: true, record: true } },
    } as const
    const page = { ...where, ...(after === undefined ? {} : { slug: { gt: after } }) }
    const rows = await db().dataset.findMany({ where: page, select, orderBy: { slug: 'asc' }, take: pageSize + 1 })
    const items = rows.slice(0, pageSize).map(({ draft, current, state, ...row }) => ({
      ...row,
      state: state as DatasetState,
      title: titleOf(draft) ?? titleOf(current?.record) ?? row.slug,
      version: current?.number ?? null,
    }))
    return {
      items,
      counts: await datasetCounts(),
      next: rows.length > pageSize ? items.at(-1)?.slug : undefined,
      mayWrite,
    }
  },
})

const titleOf = (record: unknown): string | undefined =>
  typeof record === 'object' && record !== null && 'title' in record ? String(record.title) : undefined
