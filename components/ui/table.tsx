import type { ReactNode } from 'react'
import { classes } from './classes'

/**
 * A column: its heading, how a row shows in it, whether it holds numbers (set right, in figures of one width), and whether it
 * holds sentences, which stand under their heading on a phone.
 */
export type Column<Row> = {
  key: string
  label: string
  numeric?: boolean
  long?: boolean
  cell: (row: Row) => ReactNode
}

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
  const cards = phone === 'cards'
  const table = (
    <table className={classes('w-full border-separate border-spacing-0', cards && 'max-sm:block')}>
      <caption className={hideCaption ? 'sr-only' : 'mb-2 text-left text-sm text-soft max-sm:block'}>{caption}</caption>
      <thead className={cards ? 'max-sm:sr-only' : undefined}>
        <tr>
          {columns.map(({ key, label, numeric }) => (
            <th key={key} scope="col" className={classes(headCell, numeric ? 'text-right' : 'text-left')}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className={cards ? 'max-sm:block' : undefined}>
        {rows.map((row) => (
          <tr key={rowKey(row)} className={classes('group', cards && cardRow)}>
            {columns.map((column, at) => (
              <Cell key={column.key} column={column} row={row} head={at === 0} card={cards} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
  return phone === 'scroll' ? <ScrollBox>{table}</ScrollBox> : table
}

const headCell =
  'border-b border-line px-2 py-1.5 align-bottom text-sm font-medium whitespace-nowrap text-soft first:pl-0 last:pr-0'
const bodyCell = 'border-b border-line px-2 py-2 align-top group-last:border-b-0 first:pl-0 last:pr-0'

const cardRow = 'max-sm:block max-sm:border-b max-sm:border-line max-sm:py-3 max-sm:last:border-b-0'
const cardCell = 'max-sm:border-0 max-sm:px-0 max-sm:py-0.5'
const cardLabel = 'max-sm:before:text-soft max-sm:before:content-[attr(data-label)]'
const cardLine = 'max-sm:flex max-sm:justify-between max-sm:gap-4'
const cardBlock = 'max-sm:block max-sm:before:block max-sm:before:text-sm'

function Cell<Row>(props: { column: Column<Row>; row: Row; head: boolean; card: boolean }) {
  const { column, row, head, card } = props
  const { label, numeric, long, cell } = column
  const shown = cell(row)
  const look = classes(bodyCell, card && cardCell, numeric && 'text-right whitespace-nowrap')
  // A label without anything beside it says nothing on a card.
  const isEmpty = shown === null || shown === undefined || shown === ''
  return head ? (
    <th scope="row" className={classes(look, card && 'max-sm:block', 'text-left font-medium')}>
      {shown}
    </th>
  ) : (
    <td
      data-label={label}
      className={classes(look, card && cardLabel, card && (isEmpty ? 'max-sm:hidden' : long ? cardBlock : cardLine))}
    >
      {card ? <div className={classes('min-w-0', !long && 'max-sm:text-right')}>{shown}</div> : shown}
    </td>
  )
}

/** Lets something wide be moved sideways, by keyboard as well. */
export function ScrollBox({ children }: { children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard (WCAG 2.1.1)
    <div tabIndex={0} className="relative overflow-x-auto">
      {children}
    </div>
  )
}
