import { formatNumber } from '../format'
import { messages } from '../messages'
import { ScrollBox } from '../table'
import { ChartFigure, type ChartProps } from './chart-figure'
import { stepBounds, stepGround, stepOf } from './steps'

type Props = ChartProps & {
  rows: readonly string[]
  columns: readonly string[]
  /** How many in a row and column; 0 where there is none. */
  value: (row: string, column: string) => number
  /** Where a cell that is not empty leads. */
  href?: (row: string, column: string) => string
  /** What the rows are and what the columns are, for the corner. */
  corner: string
}

/** How two properties meet, as a table whose cells are tinted by their figure: picture and table in one. */
export function HeatMatrix({ rows, columns, value, href, corner, ...chart }: Props) {
  const bounds = stepBounds(Math.max(0, ...rows.flatMap((row) => columns.map((column) => value(row, column)))))
  return (
    <ChartFigure {...chart}>
      <ScrollBox>
        <table className="w-full border-separate border-spacing-0.5 text-sm">
          <caption className="sr-only">{chart.title}</caption>
          <thead>
            <tr>
              <th scope="col" className="px-1 text-left align-bottom font-normal text-soft">
                {corner}
              </th>
              {columns.map((column) => (
                <th key={column} scope="col" className="min-w-12 px-1 align-bottom text-xs font-medium text-soft">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row}>
                <th scope="row" className="sticky left-0 bg-panel pr-3 text-left font-normal whitespace-nowrap">
                  {row}
                </th>
                {columns.map((column) => {
                  const amount = value(row, column)
                  const ground = stepGround[stepOf(amount, bounds)]
                  const link = amount > 0 ? href?.(row, column) : undefined
                  return <Cell key={column} shown={amount} ground={ground} link={link} language={chart.language} />
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </ChartFigure>
  )
}

type CellProps = { shown: number; ground: string; link?: string; language: ChartProps['language'] }

function Cell({ shown, ground, link, language }: CellProps) {
  const figure = formatNumber(shown, language)
  return (
    <td className={`h-8 rounded-sm p-0 text-center ${ground}`}>
      {link ? (
        <a href={link} className="grid h-8 place-items-center text-inherit no-underline hover:underline">
          {figure}
        </a>
      ) : (
        <span className={shown > 0 ? '' : 'sr-only'}>{shown > 0 ? figure : messages[language]['ui.chart.none']}</span>
      )}
    </td>
  )
}
