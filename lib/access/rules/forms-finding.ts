/**
 * `missing`: not yet answered, a draft may wait with it. `wrong`: answered, but not as it is asked; a draft may keep it.
 * `unstorable`: it must not be kept at all, not even in a draft.
 */
export type Severity = 'missing' | 'wrong' | 'unstorable'

/** What is wrong with an answer and where; `row` is counted from 0. `message` is a key, perhaps with values (`…?at=6&row=2`). */
export type Finding = {
  readonly field: string
  readonly row: number | null
  readonly column: string | null
  readonly severity: Severity
  readonly message: string
}

/** What can be wrong with an answer. */
export const wrongs = {
  required: 'access.answer.required',
  cellRequired: 'access.answer.cell-required',
  shape: 'access.answer.shape',
  tooLong: 'access.answer.too-long',
  tooMany: 'access.answer.too-many',
  control: 'access.answer.control',
  personalNumber: 'access.answer.personal-number',
  cellPersonalNumber: 'access.answer.cell-personal-number',
  choice: 'access.answer.choice',
  date: 'access.answer.date',
  dateOrder: 'access.answer.date-order',
  years: 'access.answer.years',
  yearsOrder: 'access.answer.years-order',
  email: 'access.answer.email',
  phone: 'access.answer.phone',
  ip: 'access.answer.ip',
  ipPrivate: 'access.answer.ip-private',
  attachment: 'access.answer.attachment',
  purpose: 'access.answer.purpose',
  country: 'access.answer.country',
  months: 'access.answer.months',
} as const

/** The name of the control that a finding is about, as the form and a program's answers have it: `answers.cells.2.parameter`. */
export const placeOf = ({ field, row, column }: Finding): string =>
  ['answers', field, row, column].filter((part) => part !== null).join('.')

/** Findings as the fields of a `platform.invalid` refusal. */
export function fieldsOfFindings(findings: readonly Finding[]): Record<string, string[]> {
  const fields: Record<string, string[]> = {}
  for (const finding of findings) {
    const place = placeOf(finding)
    fields[place] = [...(fields[place] ?? []), finding.message]
  }
  return fields
}
