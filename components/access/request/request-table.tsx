import type { ReactNode } from 'react'
import { Table } from '@/components/ui/table'
import type { OwnRequests } from '@/lib/access/queries/own-requests'
import { requestColumns, type Shown } from './request-columns'

type Props = Shown & { rows: OwnRequests['items']; caption: string; empty: ReactNode }

/** The requests that somebody takes part in. */
export const RequestTable = ({ caption, empty, rows, ...shown }: Props) => (
  <Table
    caption={caption}
    hideCaption
    columns={requestColumns<OwnRequests['items'][number]>(shown, rows)}
    rows={rows}
    rowKey={({ id }) => id}
    empty={empty}
  />
)
