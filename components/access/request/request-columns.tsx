import type { ReactNode } from 'react'
import type { Text } from '@/components/messages'
import { formatAge, formatDate, formatNumber } from '@/components/ui/format'
import type { Column } from '@/components/ui/table'
import { StateBadge } from '@/components/ui/tag'
import type { OwnRequests } from '@/lib/access/queries/own-requests'
import type { Language } from '@/lib/platform/messages'
import { toneOf, wordFor } from './words'

type Listed = Pick<
  OwnRequests['items'][number],
  'id' | 'reference' | 'title' | 'applicant' | 'datasets' | 'state' | 'turn' | 'turnSince' | 'processing'
> & {
  /** Whether the reader has to act. */
  mine?: boolean
  /** From when on it has taken too long. */
  dueAt?: Date | null
}

/** What a list of requests is drawn with; `medians` in days, by whose turn it is. */
export type Shown = { t: Text; language: Language; now: Date; medians: Readonly<Record<string, number>> }

/** Whose turn it is, since when, how long such a turn takes in the middle of all, and since when it is too late. */
function Turn({ t, language, now, medians, row }: Shown & { row: Listed }) {
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
      {row.dueAt && row.dueAt <= now && (
        <span className="block text-sm font-medium text-red">{t('queue.late', { day: formatDate(row.dueAt) })}</span>
      )}
    </>
  )
}

/**
 * The columns of a list of these requests: what each is, its state, how far the hub has come where that is said of any, and whose turn it
 * is. `before`: what stands before its name.
 */
export function requestColumns<Row extends Listed>(
  shown: Shown,
  rows: readonly Row[],
  before?: (row: Row) => ReactNode,
): Column<Row>[] {
  const { t, language } = shown
  const progress: Column<Row> = {
    key: 'processing',
    label: t('requests.column.processing'),
    cell: ({ processing }) => processing?.[language] ?? <span className="text-soft">–</span>,
  }
  const name = ({ id, reference, title }: Row) => (
    <>
      <a href={`/requests/${id}`}>{title || t('requests.untitled')}</a>
      <span className="block text-sm font-normal text-soft">{reference}</span>
    </>
  )
  const behind = (row: Row) => (
    <span className="flex items-start gap-3">
      {before?.(row)}
      <span className="min-w-0">{name(row)}</span>
    </span>
  )
  return [
    { key: 'title', label: t('requests.column.request'), cell: before ? behind : name },
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
    ...(rows.some(({ processing }) => processing) ? [progress] : []),
    { key: 'turn', label: t('requests.column.turn'), cell: (row) => <Turn {...shown} row={row} /> },
  ]
}
