import type { FormField } from '../schema/forms'
import type { Answer, Row } from '../schema/forms-answers'
import { type ColumnSpec, mostRows } from './forms-columns'
import { type Finding, wrongs } from './forms-finding'
import { at, type Place, tidy, unstorable } from './forms-text'
import { isDay, type Judged, nothing } from './forms-values'

const longestCell = 2000

function judgeCell({ kind, choices, optional }: ColumnSpec, text: string, place: Place): Finding[] {
  if (text === '') return optional ? [] : [at(place, 'missing', `${wrongs.cellRequired}?row=${(place.row ?? 0) + 1}`)]
  const kept = unstorable(text, place)
  if (kept.length > 0) return kept
  const wrong = (message: string) => [at(place, 'wrong', message)]
  if (text.length > longestCell) return wrong(`${wrongs.tooLong}?max=${longestCell}`)
  if (kind === 'choice' && !choices.includes(text)) return wrong(wrongs.choice)
  if (kind === 'day' && !isDay(text)) return wrong(wrongs.date)
  if (kind === 'years' && !(/^\d{1,3}$/.test(text) && Number(text) <= 130)) return wrong(wrongs.years)
  return []
}

/** What can be wrong only with two cells together: an interval that ends before it begins. */
function judgeIntervals(field: string, row: Row, n: number): Finding[] {
  const cell = (key: string) => row[key] ?? ''
  const findings: Finding[] = []
  if (isDay(cell('from')) && isDay(cell('until')) && cell('until') < cell('from'))
    findings.push(at({ field, row: n, column: 'until' }, 'wrong', wrongs.dateOrder))
  const [youngest, oldest] = [cell('age-from'), cell('age-to')]
  if (youngest !== '' && oldest !== '' && Number(oldest) < Number(youngest))
    findings.push(at({ field, row: n, column: 'age-to' }, 'wrong', wrongs.yearsOrder))
  return findings
}

/** Whether somebody wrote this: `any` is what a choice says before anyone chooses. */
const isFilled = ({ choices }: ColumnSpec, text: string): boolean =>
  text !== '' && !(text === 'any' && choices[0] === 'any')

const isRows = (given: Answer): given is readonly Row[] =>
  Array.isArray(given) &&
  given.every(
    (row) =>
      typeof row === 'object' && row !== null && Object.values(row).every((cell: unknown) => typeof cell === 'string'),
  )

/** A table, selection criteria or a pseudonymization strategy. Empty lines are left out; cells of other columns are dropped. */
export function judgeRows(field: FormField, columns: readonly ColumnSpec[], given: Answer): Judged {
  const whole: Place = { field: field.key, row: null, column: null }
  if (!isRows(given))
    return { answer: undefined, findings: given === '' ? [] : [at(whole, 'unstorable', wrongs.shape)] }
  // Each line keeps the place it was written in, so that what is wrong is shown there.
  const lines = given
    .map((row, n) => ({ n, row: Object.fromEntries(columns.map(({ key }) => [key, tidy(row[key] ?? '')])) }))
    .filter(({ row }) => columns.some((column) => isFilled(column, row[column.key] ?? '')))
  if (lines.length === 0) return nothing
  if (lines.length > mostRows)
    return { answer: undefined, findings: [at(whole, 'unstorable', `${wrongs.tooMany}?max=${mostRows}`)] }
  const findings = lines.flatMap(({ row, n }) => [
    ...columns.flatMap((column, i) =>
      judgeCell(column, row[column.key] ?? '', { field: field.key, row: n, column: column.key, nth: i + 1 }),
    ),
    ...(field.kind === 'selection-criteria' ? judgeIntervals(field.key, row, n) : []),
  ])
  const isKept = findings.every(({ severity }) => severity !== 'unstorable')
  return { answer: isKept ? lines.map(({ row }) => row) : undefined, findings }
}
