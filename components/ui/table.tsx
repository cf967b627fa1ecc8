import type { ReactNode } from 'react'
import { classes } from './classes'

/** A column: its heading, how a row shows in it, and whether it holds numbers (set right, in figures of one width). */
export type Column<Row> = { key: string; label: string; numeric?: boolean; cell: (row: Row) => ReactNode }

type Props<Row> = {
  caption: ReactNode
  /** Left to screen readers where the page already says it. */
  hideCaption?: boolean
  /** The first column heads its row. */
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  /** Stands instead of the table when there is no row. */
  empty?: ReactNode
  /** A row turns into a card on a phone; `scroll` keeps the table and lets it be moved sideways. */
  phone?: 'cards' | 'scroll'
}

/** A compact table with a caption. */
export function Table<Row>(props: Props<Row>) {
  const { caption, hideCaption, columns, rows, rowKey, empty, phone = 'cards' } = props
  if (rows.length === 0 && empty) return empty
  const table = (
    <table className={classes('w-full border-separate border-spacing-0', phone === 'cards' && 'cards-on-phone')}>
      <caption className={hideCaption ? 'sr-only' : 'mb-2 text-left text-sm text-soft'}>{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ key, label, numeric }) => (
            <th key={key} scope="col" className={classes(headCell, numeric ? 'text-right' : 'text-left')}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)} className="group">
            {columns.map((column, at) => (
              <Cell key={column.key} column={column} row={row} head={at === 0} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
  return phone === 'scroll' ? <ScrollBox>{table}</ScrollBox> : table
}

const headCell = 'border-b border-line px-2 py-1.5 align-bottom text-sm font-medium text-soft first:pl-0 last:pr-0'
const bodyCell = 'border-b border-line px-2 py-2 align-top group-last:border-b-0 first:pl-0 last:pr-0'

function Cell<Row>({ column, row, head }: { column: Column<Row>; row: Row; head: boolean }) {
  const { label, numeric, cell } = column
  const look = classes(bodyCell, numeric && 'text-right whitespace-nowrap')
  return head ? (
    <th scope="row" className={classes(look, 'text-left font-medium')}>
      {cell(row)}
    </th>
  ) : (
    <td data-label={label} className={look}>
      <div className="min-w-0">{cell(row)}</div>
    </td>
  )
}

/** Lets something wide be moved sideways, by keyboard as well. */
export function ScrollBox({ children }: { children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard (WCAG 2.1.1)
    <div tabIndex={0} className="overflow-x-auto">
      {children}
    </div>
  )
}
