import { type DatasetState, missingForPublication } from '../publishing'
import type { Finding } from './finding'
import type { ImportVerdict, RowVerdict } from './judge'

const fatal = (field: string, was: string, why: Finding['why']): Finding => ({
  field,
  kind: 'refused',
  fatal: true,
  was,
  became: null,
  why,
})

/** What publishing asks of a row beyond what a draft asks. */
function judgeRow(row: RowVerdict, standing: { state: DatasetState; draft: unknown } | undefined): RowVerdict {
  if (row.record === null) return row
  // A draft that says the same already is still to be published.
  const waits = row.verdict === 'unchanged' && standing !== undefined && standing.draft !== null
  const verdict = waits && standing.state !== 'hidden' ? 'changed' : row.verdict
  if (verdict === 'unchanged') return row
  const missing = missingForPublication(row.record).map((field) => fatal(field, '', 'missing'))
  // Publishing would show what somebody hid.
  const hidden = standing?.state === 'hidden' ? [fatal('slug', row.slug ?? '', 'hidden')] : []
  const more = [...missing, ...hidden]
  if (more.length === 0) return { ...row, verdict }
  return { ...row, verdict: 'refused', record: null, findings: [...row.findings, ...more] }
}

/** The verdict on an import whose rows are to be public at once, from the verdict on rows that become drafts. */
export function judgeForPublication(
  judged: ImportVerdict,
  current: ReadonlyMap<string, { state: DatasetState; draft: unknown }>,
): ImportVerdict {
  const rows = judged.rows.map((row) => judgeRow(row, current.get(row.slug ?? '')))
  const counts = { new: 0, changed: 0, unchanged: 0, refused: 0 }
  for (const { verdict } of rows) counts[verdict] += 1
  const refused = rows.flatMap((row) => row.findings).filter(({ kind }) => kind === 'refused').length
  return { ...judged, rows, counts, refused, applicable: counts.refused === 0 && counts.new + counts.changed > 0 }
}
