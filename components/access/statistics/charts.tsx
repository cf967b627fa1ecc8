import { wordFor } from '@/components/access/request/words'
import type { Text } from '@/components/messages'
import { BarChart } from '@/components/ui/charts/bar-chart'
import { LineChart } from '@/components/ui/charts/line-chart'
import { FigureStrip } from '@/components/ui/figure-strip'
import { formatNumber } from '@/components/ui/format'
import { Panel } from '@/components/ui/panel'
import type { RequestStatistics } from '@/lib/access/queries/statistics'
import type { Language } from '@/lib/platform/messages'

export type Props = {
  t: Text
  language: Language
  statistics: RequestStatistics
  /** The address of what is behind a picture, as CSV. */
  csv: (sheet: string) => string
}

/** The figures in short: days to a decision, how many were approved and rejected. */
export function StatisticsStrip({ t, language, statistics: { decision, outcomes } }: Omit<Props, 'csv'>) {
  const days = (value: number | undefined) => (value === undefined ? '–' : formatNumber(value, language, 1))
  const { approved, rejected } = outcomes
  return (
    <FigureStrip
      label={t('statistics.strip')}
      figures={[
        { value: days(decision?.median), label: t('statistics.median', { count: decision?.n ?? 0 }) },
        { value: days(decision?.p90), label: t('statistics.p90') },
        { value: formatNumber(approved, language), label: t('statistics.approved', { count: approved }) },
        { value: formatNumber(rejected, language), label: t('statistics.rejected', { count: rejected }) },
      ]}
    />
  )
}

function Steps({ t, language, statistics: { steps }, csv }: Props) {
  const days = (value: number) => formatNumber(value, language, 1)
  return (
    <Panel>
      <BarChart
        language={language}
        title={t('statistics.steps')}
        note={t('statistics.steps.note')}
        csv={csv('steps')}
        headings={[t('statistics.step'), t('statistics.days')]}
        show={days}
        bars={steps.map(({ turn, median, p90 }) => ({
          label: `${wordFor(t, 'turn', turn)} (90 %: ${days(p90)})`,
          value: median,
        }))}
      />
    </Panel>
  )
}

function Outcomes({ t, language, statistics: { outcomes }, csv }: Props) {
  const kinds = ['approved', 'rejected', 'withdrawn', 'closed', 'revoked'] as const
  return (
    <Panel>
      <BarChart
        language={language}
        title={t('statistics.outcomes')}
        note={t('statistics.outcomes.note')}
        csv={csv('outcomes')}
        headings={[t('statistics.outcome'), t('statistics.count')]}
        bars={kinds.map((kind) => ({ label: t(`statistics.outcome.${kind}`), value: outcomes[kind] }))}
      />
    </Panel>
  )
}

function Grounds({ t, language, statistics: { grounds }, csv }: Props) {
  if (grounds.length === 0)
    return (
      <Panel title={t('statistics.grounds')}>
        <p className="text-soft">{t('statistics.grounds.none')}</p>
      </Panel>
    )
  return (
    <Panel>
      <BarChart
        language={language}
        title={t('statistics.grounds')}
        csv={csv('grounds')}
        headings={[t('statistics.ground'), t('statistics.count')]}
        bars={grounds.map(({ ground, n }) => ({ label: wordFor(t, 'ground', ground), value: n }))}
      />
    </Panel>
  )
}

function Months({ t, language, statistics: { months, from, to }, csv }: Props) {
  const [first, last] = [months[0]?.submitted ?? 0, months.at(-1)?.submitted ?? 0]
  return (
    <Panel>
      <LineChart
        language={language}
        title={t('statistics.by-month')}
        csv={csv('months')}
        points={months.map(({ month, submitted }) => ({ label: month, value: submitted }))}
        headings={[t('statistics.month'), t('statistics.month.submitted')]}
        summary={t('statistics.by-month.summary', { first, last, from, to })}
      />
    </Panel>
  )
}

/** Pictures of how requests fare, each with its table and its CSV. */
export function StatisticsCharts(props: Props) {
  return (
    <>
      <Months {...props} />
      <Steps {...props} />
      <Outcomes {...props} />
      <Grounds {...props} />
    </>
  )
}
