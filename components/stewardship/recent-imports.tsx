import type { Text } from '@/components/messages'
import { EmptyState } from '@/components/ui/notice'
import { Table } from '@/components/ui/table'
import { StateBadge } from '@/components/ui/tag'
import { Time } from '@/components/ui/time'
import type { recentImports } from '@/lib/catalogue/queries/imports'
import type { Language } from '@/lib/platform/messages'

type Items = Awaited<ReturnType<typeof recentImports>>['items']
type Row = Items[number]

/** The latest uploads, the newest first. */
export function RecentImports({ t, language, items }: { t: Text; language: Language; items: Items }) {
  const columns = [
    {
      key: 'file',
      label: t('stewardship.import.file'),
      cell: ({ id, file }: Row) => (
        <a href={`/stewardship/import/${id}`} className="break-all">
          {file}
        </a>
      ),
    },
    {
      key: 'state',
      label: t('stewardship.column.state'),
      cell: ({ appliedAt }: Row) =>
        appliedAt ? (
          <StateBadge tone="ok">{t('stewardship.import.state.applied')}</StateBadge>
        ) : (
          <StateBadge tone="wait">{t('stewardship.import.state.waiting')}</StateBadge>
        ),
    },
    {
      key: 'rows',
      label: t('stewardship.import.column.rows'),
      numeric: true,
      cell: ({ rows }: Row) => rows,
    },
    {
      key: 'at',
      label: t('stewardship.column.changed'),
      cell: ({ at, by }: Row) => (
        <>
          <Time value={at} language={language} show="minute" />
          {by && <span className="block text-sm text-soft">{by}</span>}
        </>
      ),
    },
  ]
  return (
    <Table
      caption={t('stewardship.import.recent')}
      hideCaption
      columns={columns}
      rows={items}
      rowKey={({ id }) => id}
      empty={<EmptyState title={t('stewardship.import.none')} />}
    />
  )
}
