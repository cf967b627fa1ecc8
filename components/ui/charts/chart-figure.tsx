import type { ReactNode } from 'react'
import type { Language } from '@/lib/platform/messages'
import { Disclosure } from '../disclosure'
import { Icon } from '../icon'
import { messages } from '../messages'
import { type Column, Table } from '../table'

/** What every chart takes beside its data. `note` says where the figures come from; `csv` is the address of the same as CSV. */
export type ChartProps = { language: Language; title: string; note?: ReactNode; csv?: string }

type Props<Row> = ChartProps & {
  children: ReactNode
  table?: { columns: readonly Column<Row>[]; rows: readonly Row[]; rowKey: (row: Row) => string }
}

/** A picture with its title, its note, and the same figures as a table and as CSV. */
export function ChartFigure<Row>({ language, title, note, csv, children, table }: Props<Row>) {
  const words = messages[language]
  return (
    <figure className="min-w-0">
      <figcaption className="mb-3">
        <h2>{title}</h2>
        {note && <p className="text-sm text-soft">{note}</p>}
      </figcaption>
      {children}
      {(table || csv) && (
        <div className="mt-3 flex flex-wrap items-start gap-x-6 gap-y-1 text-sm">
          {table && (
            <Disclosure summary={words['ui.chart.table']} className="open:basis-full">
              <Table caption={title} hideCaption phone="scroll" {...table} />
            </Disclosure>
          )}
          {csv && (
            <a href={csv} download className="inline-flex min-h-6 items-center gap-1.5 no-underline hover:underline">
              <Icon name="download" className="size-3.5" />
              {words['ui.chart.csv']}
            </a>
          )}
        </div>
      )}
    </figure>
  )
}
