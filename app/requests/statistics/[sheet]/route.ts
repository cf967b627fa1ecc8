import { answerCsv } from '@/app/csv-answer'
import { type RequestStatistics, requestStatistics } from '@/lib/access/queries/statistics'
import type { Cell } from '@/lib/catalogue/rules/csv'

type Props = { params: Promise<{ sheet: string }> }
type Sheet = { readonly head: readonly string[]; readonly rows: (statistics: RequestStatistics) => Cell[][] }

/** What is behind each picture and table of the page. Days are not rounded. */
const sheets: Readonly<Record<string, Sheet>> = {
  'steps.csv': {
    head: ['turn', 'turns', 'median days', 'days within which nine of ten ended'],
    rows: ({ steps }) => steps.map(({ turn, n, median, p90 }) => [turn, n, median, p90]),
  },
  'outcomes.csv': {
    head: ['outcome', 'number'],
    rows: ({ outcomes }) => Object.entries(outcomes),
  },
  'grounds.csv': { head: ['ground', 'datasets'], rows: ({ grounds }) => grounds.map(({ ground, n }) => [ground, n]) },
  'workflows.csv': {
    head: ['workflow', 'approved', 'rejected', 'median days to decision'],
    rows: ({ workflows }) =>
      workflows.map(({ name, approved, rejected, median }) => [name, approved, rejected, median]),
  },
  'months.csv': {
    head: ['month', 'submitted', 'approved', 'rejected', 'median days to decision'],
    rows: ({ months }) =>
      months.map(({ month, submitted, approved, rejected, median }) => [month, submitted, approved, rejected, median]),
  },
}

/** The figures behind a part of the statistics page, as CSV, with the same sight as the page. */
export const GET = (request: Request, { params }: Props): Promise<Response> =>
  answerCsv(request, async (ctx) => {
    const { sheet: name } = await params
    const sheet = Object.hasOwn(sheets, name) ? sheets[name] : undefined
    if (!sheet) return null
    const asked = Object.fromEntries(new URL(request.url).searchParams)
    return { name: `requests-${name}`, head: sheet.head, rows: sheet.rows(await requestStatistics(ctx, asked)) }
  })
