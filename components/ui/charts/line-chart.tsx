import { scaleLinear } from 'd3-scale'
import { area, line } from 'd3-shape'
import { formatNumber } from '../format'
import { ChartFigure, type ChartProps } from './chart-figure'
import { axisMarks } from './scale'

export type Point = { label: string; value: number }

type Props = ChartProps & {
  /** Evenly spaced in time, oldest first: one a year, one a month. */
  points: readonly Point[]
  headings: readonly [string, string]
  show?: (value: number) => string
  /** The shape in a sentence, for those who cannot see it: "From 3 in 2018 to 20 in 2023". */
  summary: string
}

const WIDTH = 100
const HEIGHT = 100
const LABELS_ON_AXIS = 7

/** Growth over time as a filled line. Text stays outside the drawing, so that it keeps its size on a phone. */
export function LineChart({ points, headings, show, summary, ...chart }: Props) {
  const shown = show ?? ((value: number) => formatNumber(value, chart.language))
  const columns = [
    { key: 'label', label: headings[0], cell: ({ label }: Point) => label },
    { key: 'value', label: headings[1], numeric: true, cell: ({ value }: Point) => shown(value) },
  ]
  const marks = axisMarks(Math.max(0, ...points.map(({ value }) => value)))
  return (
    <ChartFigure {...chart} table={{ columns, rows: points, rowKey: ({ label }) => label }}>
      <div className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-2 text-xs text-soft">
        <div aria-hidden="true" className="-my-2 flex flex-col-reverse justify-between text-right">
          {marks.map((mark) => (
            <span key={mark}>{shown(mark)}</span>
          ))}
        </div>
        <Plot points={points} marks={marks} summary={summary} />
        <div aria-hidden="true" className="col-start-2 mt-3 flex justify-between">
          {axisLabels(points).map((label) => (
            <span
              key={label}
              className="flex w-0 justify-center whitespace-nowrap first:justify-start last:justify-end"
            >
              {label}
            </span>
          ))}
        </div>
      </div>
    </ChartFigure>
  )
}

/** Labels that share the axis evenly: first and last always, and as many between as divide it without a rest. */
export function axisLabels(points: readonly Point[]): string[] {
  const gaps = points.length - 1
  const every = [...Array(Math.max(gaps, 1)).keys()]
    .map((at) => at + 1)
    .find((n) => gaps % n === 0 && gaps / n < LABELS_ON_AXIS)
  return points.filter((_, at) => at % (every ?? 1) === 0).map(({ label }) => label)
}

function Plot({ points, marks, summary }: { points: readonly Point[]; marks: number[]; summary: string }) {
  const x = scaleLinear([0, Math.max(1, points.length - 1)], [0, WIDTH])
  const y = scaleLinear([0, marks.at(-1) ?? 1], [HEIGHT, 0])
  const across = (_: Point, at: number) => x(at)
  const top = ({ value }: Point) => y(value)
  const stroke = line<Point>(across, top)(points.slice())
  const fill = area<Point>(across, HEIGHT, top)(points.slice())
  return (
    <svg
      role="img"
      aria-label={summary}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      className="h-48 w-full overflow-visible"
    >
      {marks.map((mark) => (
        <path key={mark} d={`M0 ${y(mark)}H${WIDTH}`} className="stroke-line" vectorEffect="non-scaling-stroke" />
      ))}
      <path d={fill ?? ''} className="fill-accent-soft" />
      <path d={stroke ?? ''} className="fill-none stroke-accent" strokeWidth="2" vectorEffect="non-scaling-stroke" />
    </svg>
  )
}
