import { answerCsv } from '@/app/csv-answer'
import { figures } from '@/lib/booking/queries/figures'
import type { Cell } from '@/lib/catalogue/rules/csv'

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

/** The figures behind a picture of the utilisation page, as CSV, with the same sight as the page. */
export const GET = (request: Request, { params }: Props): Promise<Response> =>
  answerCsv(request, async (ctx) => {
    const { sheet: name } = await params
    const sheet = Object.hasOwn(sheets, name) ? sheets[name] : undefined
    if (!sheet) return null
    const weeks = new URL(request.url).searchParams.get('weeks') ?? undefined
    return { name: `aida-${name}`, head: sheet.head, rows: sheet.rows(await figures(ctx, { weeks })) }
  })
