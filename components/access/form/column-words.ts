import { type MessageKey, text } from '@/components/messages'
import type { ColumnSpec } from '@/lib/access/rules/forms-columns'
import type { FormField } from '@/lib/access/schema/forms'
import type { Language } from '@/lib/platform/messages'

/** A column as a person reads it. */
export type WordedColumn = ColumnSpec & {
  readonly label: string
  readonly options: readonly { value: string; label: string }[]
}

const stems = { 'selection-criteria': 'access.criteria', pseudonymization: 'access.pseudonymization' } as const

function labelOf(field: FormField, key: string, language: Language): string {
  if (field.kind === 'table') return field.columns.find((one) => one.key === key)?.label[language] ?? key
  const stem = stems[field.kind as keyof typeof stems]
  return text(language)(`${stem}.${key}` as MessageKey)
}

/** What a choice in a cell is called. */
export function choiceWord(key: string, language: Language): string {
  const t = text(language)
  const word = key === 'yes' || key === 'no' ? `access.${key}` : `access.criteria.sex.${key}`
  return t.has(word) ? t(word) : key
}

/** The columns of a field in the reader's language, and the words around its lines. */
export function columnWords(field: FormField, columns: readonly ColumnSpec[], language: Language) {
  const t = text(language)
  const about =
    field.kind === 'selection-criteria'
      ? t('answers.criteria.hint')
      : field.kind === 'pseudonymization'
        ? t('answers.pseudonymization.hint')
        : ''
  return {
    columns: columns.map(
      (column): WordedColumn => ({
        ...column,
        label: labelOf(field, column.key, language),
        options: column.choices.map((value) => ({ value, label: choiceWord(value, language) })),
      }),
    ),
    // The number is put in where the rows are: how many there are changes there.
    words: {
      row: t('answers.row', { row: '#' }),
      add: t('answers.row.add'),
      about: `${about} ${t('answers.rows.hint')}`.trim(),
    },
  }
}
