// The table that the bench ends with.
import os from 'node:os'
import type { Ratio, Sample } from './measure'

export interface Row {
  leg: string
  /** What was compared with what, or counted. */
  what: string
  portal: string
  baseline: string
  figure: string
  /** As the issue demands it; null for a figure that is only told. */
  target: string | null
  met: boolean | null
}

const load = ({ rate, p50, p99 }: Sample) =>
  `${rate.toFixed(rate < 100 ? 1 : 0)}/s, p50 ${p50.toFixed(1)}, p99 ${p99.toFixed(0)} ms`

/** A comparison of rates as a row; `least` is the ratio that must be reached, null when none must. */
export function ratioRow(
  leg: string,
  what: string,
  result: { a: Sample; b: Sample; ratio: Ratio },
  least: number | null,
): Row {
  const { median, min, max } = result.ratio
  return {
    leg,
    what,
    portal: load(result.a),
    baseline: load(result.b),
    figure: `${median.toFixed(2)} (${min.toFixed(2)}–${max.toFixed(2)})`,
    target: least === null ? null : `≥ ${least}`,
    met: least === null ? null : median >= least,
  }
}

const verdict = ({ met }: Row) => (met === null ? '' : met ? 'met' : 'NOT MET')
const cells = (row: Row) => [row.leg, row.what, row.portal, row.baseline, row.figure, row.target ?? '–', verdict(row)]

/** The rows as a Markdown table, aligned for a terminal. */
export function table(rows: readonly Row[]): string {
  const head = ['leg', 'what', 'portal', 'baseline', 'ratio or figure', 'target', '']
  const lines = [head, ...rows.map(cells)]
  const widths = head.map((_, i) => Math.max(...lines.map((line) => line[i]?.length ?? 0)))
  const print = (line: readonly string[]) => `| ${line.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(' | ')} |`
  return [
    print(head),
    `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`,
    ...lines.slice(1).map(print),
  ].join('\n')
}

/** What the figures were taken on, and how far to trust them. */
export const preface = (): string =>
  [
    `Node ${process.versions.node}, ${os.availableParallelism()} cores, load average before the run ${os.loadavg()[0]?.toFixed(1)}.`,
    'Load generator, servers and database share them: read the ratios (median of the rounds, lowest–highest), not the rates.',
  ].join('\n')
