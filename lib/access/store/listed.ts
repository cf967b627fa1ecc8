import type { Tx } from '@/lib/platform/db'
import type { Prisma } from '@/prisma/generated/client'
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
  items: {
    where: { state: { not: 'removed' } },
    select: { datasetId: true, state: true },
    orderBy: { addedAt: 'asc' },
  },
} as const satisfies Prisma.AccessRequestSelect

type Row = Prisma.AccessRequestGetPayload<{ select: typeof columns }>

/** A request in a list, with the names that people know. */
export type ListedRequest = Omit<Row, 'items' | 'projectId' | 'state' | 'turn'> & {
  state: State
  turn: Turn
  applicant: string
  project: { slug: string; name: string }
  datasets: { slug: string; state: string }[]
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
  return rows.map(({ items, projectId, ...row }) => ({
    ...row,
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

/** These requests, in the order of these ids. */
export async function requestsInOrder(tx: Tx, ids: readonly string[]): Promise<ListedRequest[]> {
  const rows = await tx.accessRequest.findMany({ where: { id: { in: [...ids] } }, select: columns })
  return named(
    tx,
    ids.flatMap((id) => rows.find((row) => row.id === id) ?? []),
  )
}

/** The hub's medians of how long it was whose turn in the past year, in days; a side that never had one is missing. */
export async function medianDays(tx: Tx, now: Date): Promise<ReadonlyMap<string, number>> {
  const since = new Date(now.getTime() - 365 * 86_400_000)
  const rows = await tx.$queryRaw<{ turn: string; days: number }[]>`
    SELECT turn, percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM until - since) / 86400)::float8 AS days
    FROM access_turn WHERE until IS NOT NULL AND until > ${since} GROUP BY turn`
  return new Map(rows.map(({ turn, days }) => [turn, days]))
}
