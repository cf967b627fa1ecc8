import type { Metadata } from 'next'
import { show } from '@/app/show'
import { StatisticsCharts, StatisticsStrip } from '@/components/access/statistics/charts'
import { StatisticsTables } from '@/components/access/statistics/tables'
import { filterBox } from '@/components/identity/filter-box'
import { type Text, text } from '@/components/messages'
import { Button } from '@/components/ui/button'
import { PageHeader } from '@/components/ui/page-header'
import { type RequestStatistics, requestStatistics } from '@/lib/access/queries/statistics'
import { requestContext } from '@/lib/identity/session'
import { RequestTabs } from '../tabs'

const here = '/requests/statistics'
type Query = { months?: string; workflow?: string }
type Props = { searchParams: Promise<Query> }

export async function generateMetadata(): Promise<Metadata> {
  const { language } = await requestContext()
  return { title: text(language)('statistics.title') }
}

/** Over which time, and of which workflow. */
function Which({ t, asked, choices }: { t: Text; asked: Query; choices: RequestStatistics['choices'] }) {
  return (
    <form action={here} aria-label={t('statistics.filter')} className="mb-5 flex flex-wrap items-end gap-4">
      <label className="grid gap-1 font-medium">
        {t('statistics.months')}
        <select name="months" defaultValue={asked.months ?? '12'} className={filterBox}>
          {['3', '6', '12', '24', '36', '60'].map((months) => (
            <option key={months}>{months}</option>
          ))}
        </select>
      </label>
      <label className="grid min-w-0 gap-1 font-medium">
        {t('statistics.workflow')}
        <select name="workflow" defaultValue={asked.workflow ?? ''} className={filterBox}>
          <option value="">{t('statistics.every')}</option>
          {choices.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <Button type="submit" className="min-h-10">
        {t('statistics.show')}
      </Button>
    </form>
  )
}

export default async function StatisticsPage({ searchParams }: Props) {
  const [ctx, { months, workflow }] = await Promise.all([requestContext(), searchParams])
  const { language } = ctx
  const t = text(language)
  const statistics = await show(requestStatistics(ctx, { months, workflow }), here)
  const asked = Object.entries({ months, workflow }).filter((pair): pair is [string, string] => Boolean(pair[1]))
  const csv = (sheet: string) => `${here}/${sheet}.csv${asked.length > 0 ? `?${new URLSearchParams(asked)}` : ''}`
  const shown = { t, language, statistics, csv }
  const { from, to, choices } = statistics
  return (
    <>
      <PageHeader title={t('statistics.title')} lead={t('statistics.lead', { from, to })} />
      <RequestTabs ctx={ctx} current={here} />
      <Which t={t} asked={{ months, workflow }} choices={choices} />
      <div className="grid gap-5">
        <StatisticsStrip {...shown} />
        <StatisticsCharts {...shown} />
        <StatisticsTables {...shown} />
      </div>
    </>
  )
}
