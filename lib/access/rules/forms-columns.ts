import type { FormField } from '../schema/forms'

/** How a cell is filled: words, a day, a whole number of years, or one of a few choices. */
export type CellKind = 'text' | 'day' | 'years' | 'choice'

/** A column of a table, or of one of the structured kinds, whose words stand in the messages. */
export type ColumnSpec = {
  readonly key: string
  readonly kind: CellKind
  readonly choices: readonly string[]
  readonly optional: boolean
}

const column = (key: string, kind: CellKind, optional: boolean, choices: readonly string[] = []): ColumnSpec => ({
  key,
  kind,
  choices,
  optional,
})

/** Which examinations are asked for (the hub's example request): each line one group of them. What is left open is not narrowed. */
export const criteriaColumns: readonly ColumnSpec[] = [
  column('from', 'day', true),
  column('until', 'day', true),
  column('examination', 'text', false),
  column('sex', 'choice', false, ['any', 'female', 'male']),
  column('age-from', 'years', true),
  column('age-to', 'years', true),
  column('tissue', 'text', true),
]

/** The hub's pseudonymization strategy: which parameter, from which system, whether it is kept in the key and in the data, and how it is altered. */
export const pseudonymizationColumns: readonly ColumnSpec[] = [
  column('parameter', 'text', false),
  column('source', 'text', false),
  column('key', 'choice', false, ['yes', 'no']),
  column('data', 'choice', false, ['yes', 'no']),
  column('method', 'text', false),
]

/** The columns of a field that is answered in lines; null for every other. */
export function columnsOf(field: Pick<FormField, 'kind' | 'columns'>): readonly ColumnSpec[] | null {
  if (field.kind === 'selection-criteria') return criteriaColumns
  if (field.kind === 'pseudonymization') return pseudonymizationColumns
  if (field.kind !== 'table') return null
  return field.columns.map(({ key, optional }) => column(key, 'text', optional))
}

/** The most lines that one field takes. */
export const mostRows = 200
