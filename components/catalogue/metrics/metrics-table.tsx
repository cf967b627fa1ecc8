import { text } from '@/components/messages'
import { formatNumber } from '@/components/ui/format'
import { Icon } from '@/components/ui/icon'
import { Panel } from '@/components/ui/panel'
import { Table } from '@/components/ui/table'
import type { MetricRow } from '@/lib/catalogue/rules/metrics/table'
import type { Language } from '@/lib/platform/messages'
import { formatBytes } from '@/lib/platform/size'

/** The hub's table of figures. */
export function MetricsTable({ language, rows }: { language: Language; rows: readonly MetricRow[] }) {
  const t = text(language)
  const count = (key: 'datasets' | 'scans' | 'annotations') => ({
    key,
    label: t(`metrics.${key}`),
    numeric: true,
    cell: (row: MetricRow) => formatNumber(row[key], language),
  })
  const columns = [
    { key: 'group', label: t('metrics.group'), cell: ({ group }: MetricRow) => t(`catalogue.metrics.group.${group}`) },
    count('datasets'),
    count('scans'),
    count('annotations'),
    {
      key: 'bytes',
      label: t('metrics.size'),
      numeric: true,
      cell: ({ bytes }: MetricRow) => formatBytes(bytes, language),
    },
  ]
  return (
    <Panel title={t('metrics.table')}>
      <Table caption={t('metrics.table.note')} columns={columns} rows={rows} rowKey={({ group }) => group} />
      <a
        href="/metrics/table.csv"
        download
        className="mt-3 inline-flex min-h-6 items-center gap-1.5 text-sm no-underline hover:underline"
      >
        <Icon name="download" className="size-3.5" />
        {t('metrics.csv')}
      </a>
    </Panel>
  )
}
