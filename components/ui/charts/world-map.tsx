import { formatNumber } from '../format'
import { ChartFigure, type ChartProps } from './chart-figure'
import { stepBounds, stepFill, stepGround, stepLabels, stepOf } from './steps'
import { MAP_HEIGHT, MAP_WIDTH, worldShapes } from './world-shapes'

/** `country` in two letters (ISO 3166-1 alpha-2). */
export type CountryValue = { country: string; value: number }

type Props = ChartProps & {
  values: readonly CountryValue[]
  headings: readonly [string, string]
  /** The map in a sentence: "29 countries, most in Sweden". */
  summary: string
  /** A part of each figure, in a column of its own. */
  part?: { label: string; of: Readonly<Record<string, number>> } | undefined
}

/** Where in the world, as countries tinted by their figure. Drawn on the server; no tiles, no script. */
export function WorldMap({ values, headings, summary, part, ...chart }: Props) {
  const names = new Intl.DisplayNames(chart.language, { type: 'region' })
  const named = values
    .map(({ country, value }) => ({ country, value, name: names.of(country) ?? country }))
    .sort((a, b) => b.value - a.value || a.name.localeCompare(b.name, chart.language))
  const bounds = stepBounds(Math.max(0, ...values.map(({ value }) => value)))
  const columns = [
    { key: 'country', label: headings[0], cell: ({ name }: { name: string }) => name },
    {
      key: 'value',
      label: headings[1],
      numeric: true,
      cell: ({ value }: CountryValue) => formatNumber(value, chart.language),
    },
    ...(part
      ? [
          {
            key: 'part',
            label: part.label,
            numeric: true,
            cell: ({ country }: CountryValue) => formatNumber(part.of[country] ?? 0, chart.language),
          },
        ]
      : []),
  ]
  return (
    <ChartFigure {...chart} table={{ columns, rows: named, rowKey: ({ country }) => country }}>
      <svg role="img" aria-label={summary} viewBox={`0 0 ${MAP_WIDTH} ${MAP_HEIGHT}`} className="h-auto w-full">
        <Countries values={named} bounds={bounds} />
      </svg>
      <ul className="mt-2 flex flex-wrap gap-2 text-xs" aria-hidden="true">
        {stepLabels(bounds, (value) => formatNumber(value, chart.language)).map(({ step, label }) => (
          <li key={label} className={`rounded-sm px-2 py-0.5 ${stepGround[step]}`}>
            {label}
          </li>
        ))}
      </ul>
    </ChartFigure>
  )
}

type Named = CountryValue & { name: string }

function Countries({ values, bounds }: { values: readonly Named[]; bounds: number[] }) {
  const { shapes, spots } = worldShapes()
  const told = new Set(values.map(({ country }) => country))
  const rest = shapes.filter(({ country }) => !told.has(country))
  return (
    <>
      <path d={rest.map(({ path }) => path).join('')} className="fill-step-0 stroke-line" strokeWidth="0.7" />
      {values.map(({ country, name, value }) => {
        const path = shapes.find((shape) => shape.country === country)?.path
        const spot = spots.find((spot) => spot.country === country)
        return (
          <g key={country} className={`stroke-panel ${stepFill[stepOf(value, bounds)]}`} strokeWidth="0.7">
            <title>{`${name}: ${value}`}</title>
            {path && <path d={path} />}
            {spot && <circle cx={spot.x} cy={spot.y} r="4" />}
          </g>
        )
      })}
    </>
  )
}
