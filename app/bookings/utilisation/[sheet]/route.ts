import { figures } from '@/lib/booking/queries/figures'
import { type Cell, toCsv } from '@/lib/catalogue/rules/csv'
import { contextOf } from '@/lib/identity/session'
import { Refused, statusOf } from '@/lib/platform/refusal'

type Props = { params: Promise<{ sheet: string }> }
type Figures = Awaited<ReturnType<typeof figures>>
type Sheet = { readonly head: readonly string[]; readonly rows: (figures: Figures) => Cell[][] }

/** What is behind each picture of the page. */
const sheets: Readonly<Record<string, Sheet>> = {
  'weeks.csv': {
    head: ['machine', 'week', 'lendable GPUs', 'used GPUs'],
    rows: ({ machines }) =>
      machines.flatMap(({ machine, weeks }) =>
        weeks.map(({ week, lendable, used }) => [machine, week, lendable, used]),
      ),
  },
  'groups.csv': {
    head: ['project', 'PI', 'type', 'budget', 'used', 'quota in bytes'],
    rows: ({ groups }) =>
      groups.map(({ name, pi, type, budget, used, quotaBytes }) => [name, pi, type, budget, used, quotaBytes]),
  },
  'lead-times.csv': {
    head: ['weeks ahead', 'bookings'],
    rows: ({ leadTimes }) => leadTimes.map(({ lead, bookings }) => [lead, bookings]),
  },
  'drop-ins.csv': {
    head: ['month', 'drop-ins'],
    rows: ({ dropIns }) => dropIns.map(({ month, dropIns: count }) => [month, count]),
  },
}

/** The figures behind a picture of the utilisation page, as CSV (RFC 4180), with the same sight as the page. */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  try {
    const ctx = await contextOf(request)
    const { sheet: name } = await params
    const sheet = Object.hasOwn(sheets, name) ? sheets[name] : undefined
    if (!sheet) return new Response(null, { status: 404 })
    const weeks = new URL(request.url).searchParams.get('weeks') ?? undefined
    const body = toCsv(sheet.head, sheet.rows(await figures(ctx, { weeks })))
    return new Response(body, {
      headers: {
        'content-type': 'text/csv; charset=utf-8; header=present',
        'content-disposition': `attachment; filename="aida-${name}"`,
        'cache-control': 'private, no-store',
      },
    })
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return new Response(null, { status: statusOf(error.refusal) })
  }
}
