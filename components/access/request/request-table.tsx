import type { Text } from '@/components/messages'
import { formatAge, formatNumber } from '@/components/ui/format'
import { type Column, Table } from '@/components/ui/table'
import { StateBadge } from '@/components/ui/tag'
import type { OwnRequests } from '@/lib/access/queries/own-requests'
import type { Language } from '@/lib/platform/messages'
import { toneOf, wordFor } from './words'

type Row = OwnRequests['items'][number] & { mine?: boolean }

type Props = {
  t: Text
  language: Language
  now: Date
  rows: readonly Row[]
  medians: Readonly<Record<string, number>>
  caption: string
  empty: React.ReactNode
}

/** Whose turn it is, since when, and how long such a turn takes in the middle of all. */
function Turn({ t, language, now, row, medians }: Omit<Props, 'rows' | 'caption' | 'empty'> & { row: Row }) {
  if (row.turn === 'nobody') return <span className="text-soft">–</span>
  const median = medians[row.turn]
  return (
    <>
      <span className={row.mine ? 'font-medium text-accent' : undefined}>
        {row.mine ? t('requests.turn.yours') : wordFor(t, 'turn', row.turn)}
      </span>
      <span className="block text-sm text-soft">
        {t('requests.turn.since', { age: formatAge(row.turnSince, now, language) })}
        {median !== undefined && ` · ${t('requests.turn.median', { days: formatNumber(median, language, 1) })}`}
      </span>
    </>
  )
}

/** Requests in a list: what it is, its state, and whose turn it is. */
export function RequestTable({ caption, empty, rows, ...shown }: Props) {
  const { t } = shown
  const columns: Column<Row>[] = [
    {
      key: 'title',
      label: t('requests.column.request'),
      cell: ({ id, reference, title }) => (
        <>
          <a href={`/requests/${id}`}>{title || t('requests.untitled')}</a>
          <span className="block text-sm font-normal text-soft">{reference}</span>
        </>
      ),
    },
    { key: 'who', label: t('requests.column.applicant'), cell: ({ applicant }) => applicant },
    {
      key: 'datasets',
      label: t('requests.column.datasets'),
      cell: ({ datasets }) => datasets.map(({ slug }) => slug).join(', ') || '–',
    },
    {
      key: 'state',
      label: t('requests.column.state'),
      cell: ({ state }) => <StateBadge tone={toneOf(state)}>{wordFor(t, 'state', state)}</StateBadge>,
    },
    { key: 'turn', label: t('requests.column.turn'), cell: (row) => <Turn {...shown} row={row} /> },
  ]
  return <Table caption={caption} hideCaption columns={columns} rows={rows} rowKey={({ id }) => id} empty={empty} />
}
