import { publicContext } from '@/app/public-context'
import { catalogueMetrics } from '@/lib/catalogue/queries/catalogue-metrics'
import { isMetricsSheet, metricsCsv } from '@/lib/catalogue/rules/metrics/sheets'

export const dynamic = 'force-static'

type Route = { params: Promise<{ sheet: string }> }

/** The figures behind a picture of the metrics page, as CSV. */
export async function GET(_: Request, { params }: Route): Promise<Response> {
  const { sheet } = await params
  if (!isMetricsSheet(sheet)) return new Response(null, { status: 404 })
  const figures = await catalogueMetrics(publicContext('en'), {})
  return new Response(metricsCsv(figures, sheet), {
    headers: {
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-disposition': `attachment; filename="aida-metrics-${sheet}"`,
    },
  })
}
