import type { DatasetRecord } from '../../schema/record'
import type { DatasetState } from '../publishing'
import { type Difference, differences, mayFollow } from '../versions'
import type { Finding } from './finding'
import { type ReadRow, readRow } from './row'
import type { ReadSharing } from './sharing'

/** What the catalogue holds for a slug: its newest record (the working copy if there is one), and what was published. */
export interface Standing {
  record: DatasetRecord
  /** What its address answers with now. */
  current?: { record: DatasetRecord } | null
  revision: number
  state: DatasetState
  publishedVersions: readonly string[]
}

export interface RowVerdict {
  /** Counted from 1; in a CSV file the header is not counted. */
  row: number
  slug: string | null
  verdict: 'new' | 'changed' | 'unchanged' | 'refused'
  /** What would be saved; null when the row is refused. */
  record: DatasetRecord | null
  sharing: ReadSharing | null
  findings: readonly Finding[]
  /** For `changed`: what differs from what the catalogue holds. */
  difference: readonly Difference[]
  /** The revision this was judged against, 0 for a new dataset; `applyImport` passes it back. */
  revision: number
}

export interface ImportVerdict {
  rows: readonly RowVerdict[]
  /** All or nothing: no row is refused, and at least one is new or changed. */
  applicable: boolean
  counts: Readonly<Record<RowVerdict['verdict'], number>>
  mended: number
  refused: number
}

function judgeAgainst(read: ReadRow, standing: Standing | undefined, expected: number | undefined): Difference[] {
  const { record, findings } = read
  if (expected !== undefined && expected !== (standing?.revision ?? 0)) findings.fatal('slug', read.slug, 'moved-on')
  if (record === null || standing === undefined) return []
  const difference = differences(standing.record, record)
  if (difference.length === 0) return []
  // A row that says what is published already leaves the draft alone that somebody is writing.
  if (standing.current && differences(standing.current.record, record).length === 0) return []
  if (standing.state === 'withdrawn') findings.fatal('slug', read.slug, 'withdrawn')
  // What was published stays as it was; a change to it is a version of its own.
  if (!mayFollow(record.version, standing.publishedVersions)) {
    findings.fatal('version', record.version, 'version-not-greater')
  }
  return difference
}

function verdictOf(read: ReadRow, row: number, standing: Standing | undefined, expected?: number): RowVerdict {
  const difference = judgeAgainst(read, standing, expected)
  const refused = read.findings.refusesRow
  const verdict = refused ? 'refused' : standing === undefined ? 'new' : difference.length > 0 ? 'changed' : 'unchanged'
  return {
    row,
    slug: read.slug,
    verdict,
    record: refused ? null : read.record,
    sharing: read.sharing,
    findings: read.findings.list,
    difference,
    revision: standing?.revision ?? 0,
  }
}

/**
 * Judges every row of an import against what the catalogue holds. `expectedRevisions` is what a dry run answered: a row
 * whose dataset has moved on since is refused, so that what is applied is what was seen.
 */
export function judgeImport(
  raws: readonly unknown[],
  current: ReadonlyMap<string, Standing>,
  expectedRevisions: Readonly<Record<string, number>> = {},
): ImportVerdict {
  const seen = new Set<string>()
  const rows = raws.map((raw, i) => {
    const read = readRow(raw)
    const slug = read.slug ?? ''
    if (slug !== '' && seen.has(slug)) read.findings.fatal('slug', slug, 'repeated-row')
    seen.add(slug)
    const expected = Object.hasOwn(expectedRevisions, slug) ? expectedRevisions[slug] : undefined
    return verdictOf(read, i + 1, current.get(slug), expected)
  })
  const counts = { new: 0, changed: 0, unchanged: 0, refused: 0 }
  for (const { verdict } of rows) counts[verdict] += 1
  const findings = rows.flatMap((row) => row.findings)
  return {
    rows,
    applicable: counts.refused === 0 && counts.new + counts.changed > 0,
    counts,
    mended: findings.filter((finding) => finding.kind === 'mended').length,
    refused: findings.filter((finding) => finding.kind === 'refused').length,
  }
}

/** The rows in a parsed JSON document: a list, or an object with `datasets`. Null when it is neither. */
export function rowsOfJson(document: unknown): readonly unknown[] | null {
  if (Array.isArray(document)) return document
  const datasets: unknown =
    typeof document === 'object' && document !== null && 'datasets' in document ? document.datasets : null
  return Array.isArray(datasets) ? datasets : null
}
