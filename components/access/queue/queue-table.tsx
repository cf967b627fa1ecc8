import { toneOf, wordFor } from '@/components/access/request/words'
import type { Text } from '@/components/messages'
import { formatAge, formatDate, formatNumber } from '@/components/ui/format'
import { type Column, Table } from '@/components/ui/table'
import { StateBadge } from '@/components/ui/tag'
import type { QueuedRequest, RequestQueue } from '@/lib/access/queries/queue'
import type { Language } from '@/lib/platform/messages'
import { RowCheck } from './row-check'

type Props = {
  t: Text
  language: Language
  now: Date
  rows: readonly QueuedRequest[]
  medians: RequestQueue['medians']
  /** Whether rows can be selected. */
  selects: boolean
  empty: React.ReactNode
}

/** Whose turn it is, since when, how long such a turn takes in the middle of all, and since when it is too late. */
function Turn({
  t,
  language,
  now,
  row,
  medians,
}: Pick<Props, 't' | 'language' | 'now' | 'medians'> & { row: QueuedRequest }) {
  if (row.turn === 'nobody') return <span className="text-soft">–</span>
  const median = medians[row.turn]
  const late = row.dueAt !== null && row.dueAt <= now
  return (
    <>
      <span className={row.mine ? 'font-medium text-accent' : undefined}>
        {row.mine ? t('requests.turn.yours') : wordFor(t, 'turn', row.turn)}
      </span>
      <span className="block text-sm text-soft">
        {t('requests.turn.since', { age: formatAge(row.turnSince, now, language) })}
        {median !== undefined && ` · ${t('requests.turn.median', { days: formatNumber(median, language, 1) })}`}
      </span>
      {late && row.dueAt && (
        <span className="block text-sm font-medium text-red">{t('queue.late', { day: formatDate(row.dueAt) })}</span>
      )}
    </>
  )
}

/** The requests to work on, each of which can be selected. */
export function QueueTable({ empty, rows, selects, ...shown }: Props) {
  const { t } = shown
  const columns: Column<QueuedRequest>[] = [
    {
      key: 'title',
      label: t('requests.column.request'),
      cell: ({ id, reference, title }) => (
        <span className="flex items-start gap-3">
          {selects && <RowCheck value={id} label={t('queue.select', { reference })} first={id === rows[0]?.id} />}
          <span className="min-w-0">
            <a href={`/requests/${id}`}>{title || t('requests.untitled')}</a>
            <span className="block text-sm font-normal text-soft">{reference}</span>
          </span>
        </span>
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
  return (
    <Table
      caption={t('requests.queue')}
      hideCaption
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
      empty={empty}
    />
  )
}
