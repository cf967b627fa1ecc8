import type { ReactNode } from 'react'
import { requestColumns, type Shown } from '@/components/access/request/request-columns'
import { Table } from '@/components/ui/table'
import type { QueuedRequest } from '@/lib/access/queries/queue'
import { RowCheck } from './row-check'

type Props = Shown & {
  rows: readonly QueuedRequest[]
  /** Whether rows can be selected. */
  selects: boolean
  empty: ReactNode
}

/** The requests to work on, each of which can be selected. */
export function QueueTable({ empty, rows, selects, ...shown }: Props) {
  const { t } = shown
  const check = ({ id, reference }: QueuedRequest) =>
    selects && <RowCheck value={id} label={t('queue.select', { reference })} first={id === rows[0]?.id} />
  return (
    <Table
      caption={t('requests.queue')}
      hideCaption
      columns={requestColumns(shown, rows, check)}
      rows={rows}
      rowKey={({ id }) => id}
      empty={empty}
    />
  )
}
