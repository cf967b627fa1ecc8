import { type QueuedRequest, requestQueue } from '@/lib/access/queries/queue'
import { type Cell, toCsv } from '@/lib/catalogue/rules/csv'
import { contextOf } from '@/lib/identity/session'
import { env } from '@/lib/platform/env'
import { Refused, statusOf } from '@/lib/platform/refusal'

const most = 10_000

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
  `${env().PORTAL_ORIGIN}/requests/${request.id}`,
]

/** A field that came several times is a list. */
const filterOf = (url: string) => {
  const asked = new URL(url).searchParams
  return Object.fromEntries([...new Set(asked.keys())].map((key) => [key, asked.getAll(key)]))
}
const single = (fields: Record<string, string[]>) =>
  Object.fromEntries(Object.entries(fields).map(([key, all]) => [key, all.length === 1 ? all[0] : all]))

/** The queue as CSV (RFC 4180), with the same filter and the same sight as the page; at most 10 000 requests. */
export async function GET(request: Request): Promise<Response> {
  try {
    const ctx = await contextOf(request)
    const filter = { ...single(filterOf(request.url)), facets: 'false', limit: 500 }
    const rows: Cell[][] = []
    let cursor: string | undefined
    do {
      const page = await requestQueue(ctx, { ...filter, cursor })
      rows.push(...page.items.map(cellsOf))
      cursor = page.next ?? undefined
    } while (cursor && rows.length < most)
    return new Response(toCsv(head, rows), {
      headers: {
        'content-type': 'text/csv; charset=utf-8; header=present',
        'content-disposition': `attachment; filename="requests-${ctx.now.toISOString().slice(0, 10)}.csv"`,
        'cache-control': 'private, no-store',
      },
    })
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return new Response(null, { status: statusOf(error.refusal) })
  }
}
