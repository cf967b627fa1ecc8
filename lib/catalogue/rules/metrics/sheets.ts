import { type Cell, toCsv } from '../csv'
import type { GrowthPoint, Matrix } from './pictures'
import type { MetricRow } from './table'

/** The figures from which the sheets are made. */
export interface Figures {
  table: readonly MetricRow[]
  sharing: readonly { country: string; events: number; recorded: number }[]
  growth: readonly GrowthPoint[]
  matrix: Matrix
  illustrative: boolean
}

type Sheet = { header: string[]; rows: Cell[][] }

const make = {
  'table.csv': ({ table }: Figures): Sheet => ({
    header: ['group', 'datasets', 'scans', 'annotations', 'bytes'],
    rows: table.map(({ group, datasets, scans, annotations, bytes }) => [group, datasets, scans, annotations, bytes]),
  }),
  'sharing.csv': ({ sharing, illustrative }: Figures): Sheet => ({
    header: ['country', illustrative ? 'events_illustrative' : 'events', 'events_recorded'],
    rows: sharing.map(({ country, events, recorded }) => [country, events - recorded, recorded]),
  }),
  'growth.csv': ({ growth }: Figures): Sheet => ({
    header: ['date', 'datasets', 'scans', 'bytes'],
    rows: growth.map(({ date, datasets, scans, bytes }) => [date, datasets, scans, bytes]),
  }),
  'modality-organ.csv': ({ matrix: { modalities, organs, cells } }: Figures): Sheet => ({
    header: ['modality', ...organs],
    rows: modalities.map((code, at) => [code, ...(cells[at] ?? [])]),
  }),
} as const

export type MetricsSheet = keyof typeof make

/** Whether the text names a sheet of the metrics. */
export function isMetricsSheet(name: string): name is MetricsSheet {
  return Object.hasOwn(make, name)
}

/** A sheet as CSV (RFC 4180): plain numbers, bytes as bytes, countries by ISO 3166-1 alpha-2. */
export function metricsCsv(figures: Figures, name: MetricsSheet): string {
  const { header, rows } = make[name](figures)
  return toCsv(header, rows)
}
