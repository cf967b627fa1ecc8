import { answerCsv, rowsOf } from '@/app/csv-answer'
import { type QueuedRequest, requestQueue } from '@/lib/access/queries/queue'
import type { Cell } from '@/lib/catalogue/rules/csv'
import { env } from '@/lib/platform/env'

const head = [
  'id',
  'title',
  'state',
  'turn',
  'since',
  'too long from',
  'applicant',
  'project',
  'datasets',
  'submitted',
  'called elsewhere',
  'processing',
  'address',
]

const cellsOf = (request: QueuedRequest): Cell[] => [
  request.reference,
  request.title,
  request.state,
  request.turn,
  request.turnSince.toISOString(),
  request.dueAt?.toISOString() ?? null,
  request.applicant,
  request.project.name,
  request.datasets.map(({ slug, state }) => `${slug} (${state})`).join(' '),
  request.submittedAt?.toISOString() ?? null,
  request.externalId,
  request.processing?.en ?? null,
  `${env().PORTAL_ORIGIN}/requests/${request.id}`,
]

/** A field that came several times is a list. */
const filterOf = (url: string) => {
  const asked = new URL(url).searchParams
  return Object.fromEntries([...new Set(asked.keys())].map((key) => [key, asked.getAll(key)]))
}
const single = (fields: Record<string, string[]>) =>
  Object.fromEntries(Object.entries(fields).map(([key, all]) => [key, all.length === 1 ? all[0] : all]))

/** The queue as CSV, with the same filter and the same sight as the page. */
export const GET = (request: Request): Promise<Response> =>
  answerCsv(request, async (ctx) => {
    const filter = { ...single(filterOf(request.url)), facets: 'false', limit: 500 }
    const rows = await rowsOf((cursor) => requestQueue(ctx, { ...filter, cursor }), cellsOf)
    return { name: `requests-${ctx.now.toISOString().slice(0, 10)}.csv`, head, rows }
  })
