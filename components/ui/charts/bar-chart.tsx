import { formatNumber } from '../format'
import { ChartFigure, type ChartProps } from './chart-figure'

export type Bar = { label: string; value: number; href?: string }

type Props = ChartProps & {
  bars: readonly Bar[]
  /** Headings of the table beside the chart: what is counted over, and what is counted. */
  headings: readonly [string, string]
  show?: (value: number) => string
}

/** Values side by side as lying bars, each with its label and figure in text. */
export function BarChart({ bars, headings, show, ...chart }: Props) {
  const shown = show ?? ((value: number) => formatNumber(value, chart.language))
  const max = Math.max(1, ...bars.map(({ value }) => value))
  const columns = [
    { key: 'label', label: headings[0], cell: ({ label }: Bar) => label },
    { key: 'value', label: headings[1], numeric: true, cell: ({ value }: Bar) => shown(value) },
  ]
  return (
    <ChartFigure {...chart} table={{ columns, rows: bars, rowKey: ({ label }) => label }}>
      <ul className="grid grid-cols-[minmax(5rem,auto)_minmax(0,1fr)_auto] gap-x-3 gap-y-1.5 text-sm">
        {bars.map(({ label, value, href }) => (
          <li key={label} className="col-span-3 grid grid-cols-subgrid items-center">
            {href ? <a href={href}>{label}</a> : <span>{label}</span>}
            <svg aria-hidden="true" className="h-4 w-full overflow-visible">
              <rect width={`${((value / max) * 100).toFixed(2)}%`} height="100%" rx="3" className="fill-accent" />
            </svg>
            <span className="text-right">{shown(value)}</span>
          </li>
        ))}
      </ul>
    </ChartFigure>
  )
}
