import { formatNumber } from '@/components/ui/format'
import { Panel } from '@/components/ui/panel'
import { type Column, Table } from '@/components/ui/table'
import type { Props } from './charts'

type Decided = { approved: number; rejected: number; median: number | null }

/** How many were approved and rejected, and the days it took. */
const decided = ({ t, language }: Pick<Props, 't' | 'language'>): Column<Decided>[] => [
  {
    key: 'approved',
    label: t('statistics.outcome.approved'),
    numeric: true,
    cell: ({ approved }) => formatNumber(approved, language),
  },
  {
    key: 'rejected',
    label: t('statistics.outcome.rejected'),
    numeric: true,
    cell: ({ rejected }) => formatNumber(rejected, language),
  },
  {
    key: 'median',
    label: t('statistics.days'),
    numeric: true,
    cell: ({ median }) => (median === null ? '–' : formatNumber(median, language, 1)),
  },
]

const download = ({ t, csv }: Props, sheet: string) => (
  <a href={csv(sheet)} download>
    {t('statistics.csv')}
  </a>
)

/** What was decided in each workflow, and in each month. */
export function StatisticsTables(props: Props) {
  const { t, language, statistics } = props
  const workflows: Column<Props['statistics']['workflows'][number]>[] = [
    { key: 'name', label: t('statistics.workflow'), cell: ({ name }) => name },
    ...decided(props),
  ]
  const months: Column<Props['statistics']['months'][number]>[] = [
    { key: 'month', label: t('statistics.month'), cell: ({ month }) => month },
    {
      key: 'submitted',
      label: t('statistics.month.submitted'),
      numeric: true,
      cell: ({ submitted }) => formatNumber(submitted, language),
    },
    ...decided(props),
  ]
  return (
    <>
      <Panel title={t('statistics.workflows')} actions={download(props, 'workflows')}>
        <Table
          caption={t('statistics.workflows')}
          hideCaption
          columns={workflows}
          rows={statistics.workflows}
          rowKey={({ id }) => id}
          empty={<p className="text-soft">{t('statistics.workflows.none')}</p>}
        />
      </Panel>
      <Panel title={t('statistics.month.table')} actions={download(props, 'months')}>
        <Table
          caption={t('statistics.month.table')}
          hideCaption
          columns={months}
          rows={statistics.months}
          rowKey={({ month }) => month}
          phone="scroll"
        />
      </Panel>
    </>
  )
}
