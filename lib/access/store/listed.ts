import type { Tx } from '@/lib/platform/db'
import { Prisma } from '@/prisma/generated/client'
import type { State } from '../rules/states'
import type { Turn } from '../rules/turn'

const columns = {
  id: true,
  reference: true,
  title: true,
  state: true,
  turn: true,
  turnSince: true,
  stateAt: true,
  submittedAt: true,
  createdAt: true,
  applicantId: true,
  projectId: true,
  revision: true,
  processing: { select: { id: true, nameEn: true, nameSv: true } },
  items: {
    where: { state: { not: 'removed' } },
    select: { datasetId: true, state: true },
    orderBy: { addedAt: 'asc' },
  },
} as const satisfies Prisma.AccessRequestSelect

type Row = Prisma.AccessRequestGetPayload<{ select: typeof columns }>

/** A request in a list, with the names that people know. */
export type ListedRequest = Omit<Row, 'items' | 'projectId' | 'state' | 'turn' | 'processing'> & {
  state: State
  turn: Turn
  applicant: string
  project: { slug: string; name: string }
  datasets: { slug: string; state: string }[]
  /** How far the hub has come with it. */
  processing: { id: string; en: string; sv: string } | null
}

/** Rows of a list with the names of their applicants, projects and datasets. */
async function named(tx: Tx, rows: readonly Row[]): Promise<ListedRequest[]> {
  const [people, projects, datasets] = await Promise.all([
    tx.person.findMany({
      where: { id: { in: rows.map(({ applicantId }) => applicantId) } },
      select: { id: true, name: true },
    }),
    tx.project.findMany({
      where: { id: { in: rows.map(({ projectId }) => projectId) } },
      select: { id: true, slug: true, name: true },
    }),
    tx.dataset.findMany({
      where: { id: { in: rows.flatMap(({ items }) => items.map(({ datasetId }) => datasetId)) } },
      select: { id: true, slug: true },
    }),
  ])
  const nameOf = new Map(people.map(({ id, name }) => [id, name]))
  const projectOf = new Map(projects.map(({ id, slug, name }) => [id, { slug, name }]))
  const slugOf = new Map(datasets.map(({ id, slug }) => [id, slug]))
  return rows.map(({ items, projectId, processing, ...row }) => ({
    ...row,
    processing: processing && { id: processing.id, en: processing.nameEn, sv: processing.nameSv },
    state: row.state as State,
    turn: row.turn as Turn,
    applicant: nameOf.get(row.applicantId) ?? '',
    project: projectOf.get(projectId) ?? { slug: '', name: '' },
    datasets: items.map(({ datasetId, state }) => ({ slug: slugOf.get(datasetId) ?? '', state })),
  }))
}

type Page = { where: Prisma.AccessRequestWhereInput; take: number; cursor?: string | undefined }

/** Requests in the order of their beginning, the newest first. */
export async function newestRequests(tx: Tx, { where, take, cursor }: Page): Promise<ListedRequest[]> {
  const before = cursor ? { AND: [where, { id: { lt: cursor } }] } : where
  return named(tx, await tx.accessRequest.findMany({ where: before, select: columns, orderBy: { id: 'desc' }, take }))
}

const sides = ['applicant', 'handler', 'reviewers', 'deciders']

/**
 * The hub's medians of how long it was whose turn, in days, as one object of JSON: of the past year, and of the last thousand turns of
 * each side where there were more.
 */
export const recentMedians = (now: Date) => Prisma.sql`
  SELECT coalesce(json_object_agg(side, days) FILTER (WHERE days IS NOT NULL), '{}') FROM unnest(${sides}::text[]) AS side, LATERAL (
    SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY date_part('epoch', t.until - t.since) / 86400) AS days FROM (
      SELECT since, until FROM access_turn WHERE turn = side AND until > ${new Date(now.getTime() - 365 * 86_400_000)}
      ORDER BY until DESC LIMIT 1000) t) m`

/** The same, by the side; one that never had a turn is missing. */
export async function medianDays(tx: Tx, now: Date): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.$queryRaw<{ medians: Record<string, number> }[]>`SELECT (${recentMedians(now)}) AS medians`
  return new Map(Object.entries(rows[0]?.medians ?? {}))
}
