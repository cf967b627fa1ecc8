import type { Content } from 'pdfmake/interfaces'
import { choiceWord, columnWords } from '@/components/access/form/column-words'
import { purposeLines } from '@/components/access/form/purpose-lines'
import { text } from '@/components/messages'
import { columnsOf } from '@/lib/access/rules/forms-columns'
import { purposeIn } from '@/lib/access/rules/forms-purpose'
import { chosenIn, visibleFields } from '@/lib/access/rules/forms-visibility'
import type { FormContent, FormField } from '@/lib/access/schema/forms'
import type { Answer, Answers, Row } from '@/lib/access/schema/forms-answers'
import type { Language } from '@/lib/platform/messages'
import { facts, table } from './parts'

export type Answering = {
  readonly form: FormContent
  readonly answers: Answers
  readonly language: Language
  readonly files: readonly { readonly id: string; readonly name: string }[]
}

function rowsSaid(field: FormField, rows: readonly Row[], language: Language): Content[] {
  const { columns } = columnWords(field, columnsOf(field) ?? [], language)
  const cell = (row: Row, key: string, choices: readonly string[]) =>
    (choices.includes(row[key] ?? '') ? choiceWord(row[key] ?? '', language) : row[key]) || '–'
  return table(
    ['#', ...columns.map(({ label }) => label)],
    rows.map((row, at) => [String(at + 1), ...columns.map(({ key, choices }) => cell(row, key, choices))]),
    [14, ...columns.map(() => '*' as const)],
  )
}

function plain(field: FormField, answer: Answer, { language, files }: Answering): string {
  const chosen = chosenIn(answer)
  if (field.kind === 'attachment')
    return chosen.map((id) => files.find((file) => file.id === id)?.name ?? id).join('\n')
  if (field.kind === 'option' || field.kind === 'multi-select')
    return field.options
      .filter(({ key }) => chosen.includes(key))
      .map(({ label }) => label[language])
      .join(' · ')
  return String(answer)
}

function said(field: FormField, answer: Answer | undefined, answering: Answering): Content[] {
  const { language } = answering
  if (answer === undefined) return [{ text: text(language)('answers.none'), style: 'soft' }]
  if (columnsOf(field) !== null) return rowsSaid(field, answer as readonly Row[], language)
  const purpose = field.kind === 'data-use' ? purposeIn(answer) : null
  if (purpose) return facts(purposeLines(purpose, language).map(({ label, said: detail }) => [label, detail]))
  return [{ text: plain(field, answer, answering), margin: [0, 0, 0, 4] }]
}

/** From how many characters on an answer may run over the edge of a page. */
const longAnswer = 1500

/** The answers to a form as its version asks them, fields that were not shown to the applicant left out. */
export function answersContent(answering: Answering): Content[] {
  const { form, answers, language } = answering
  return visibleFields(form, answers).flatMap((field): Content[] => {
    if (field.kind === 'label') return []
    if (field.kind === 'header') return [{ text: field.label[language], style: 'part', headlineLevel: 1 }]
    const asked: Content = { text: field.label[language], style: 'term', headlineLevel: 1 }
    const answer = said(field, answers[field.key], answering)
    // A question stays with its answer, unless that is long enough to fill pages.
    const unbreakable = columnsOf(field) === null && JSON.stringify(answers[field.key] ?? '').length < longAnswer
    return [{ stack: [asked, ...answer], unbreakable }]
  })
}
