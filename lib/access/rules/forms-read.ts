import { type FormContent, type FormField, isAnswered } from '../schema/forms'
import type { Answer, Answers, Row } from '../schema/forms-answers'
import { columnsOf } from './forms-columns'

type Typed = Readonly<Record<string, unknown>>

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')
const textsOf = (value: unknown): string[] =>
  [value ?? []].flat().filter((one): one is string => typeof one === 'string')

/** Names of controls that begin alike, each with what comes behind, parted at dots. */
function partsBehind(typed: Typed, stem: string): [string[], unknown][] {
  return Object.entries(typed)
    .filter(([name]) => name.startsWith(`${stem}.`))
    .map(([name, value]) => [name.slice(stem.length + 1).split('.'), value])
}

/** The lines in the order of their numbers; one that was left out altogether is an empty line, so that places stay right. */
function rowsOf(typed: Typed, name: string, most: number): Row[] {
  const rows: Record<string, string>[] = []
  for (const [[n = '', column = ''], value] of partsBehind(typed, name)) {
    const at = Number(n)
    if (!/^\d{1,3}$/.test(n) || at > most) continue
    while (rows.length <= at) rows.push({})
    const row = rows[at]
    if (row) row[column] = textOf(value)
  }
  return rows
}

function purposeTyped(typed: Typed, name: string): Record<string, string | string[]> {
  return Object.fromEntries(
    partsBehind(typed, name).map(([[part = ''], value]) => [
      part,
      Array.isArray(value) ? textsOf(value) : textOf(value),
    ]),
  )
}

function readOne(field: FormField, typed: Typed): Answer | undefined {
  const name = `answers.${field.key}`
  if (columnsOf(field) !== null) return rowsOf(typed, name, 300)
  if (field.kind === 'data-use') return purposeTyped(typed, name)
  if (field.kind === 'multi-select' || field.kind === 'attachment') return textsOf(typed[name])
  return typeof typed[name] === 'string' ? typed[name] : undefined
}

/** Answers from the controls of a form, as the components of components/access/form name them (`answers.<field>[.<row>].<column>`). */
export function readAnswers(form: FormContent, typed: Typed): Answers {
  const read = form.fields.filter(isAnswered).map((field) => [field.key, readOne(field, typed)] as const)
  return Object.fromEntries(read.filter(([, answer]) => answer !== undefined)) as Answers
}
