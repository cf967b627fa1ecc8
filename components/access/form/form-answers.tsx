import type { ReactNode } from 'react'
import { text } from '@/components/messages'
import { Table } from '@/components/ui/table'
import { columnsOf } from '@/lib/access/rules/forms-columns'
import { purposeIn } from '@/lib/access/rules/forms-purpose'
import { chosenIn, visibleFields } from '@/lib/access/rules/forms-visibility'
import type { FormContent, FormField } from '@/lib/access/schema/forms'
import type { Answer, Answers, Row } from '@/lib/access/schema/forms-answers'
import type { Language } from '@/lib/platform/messages'
import type { KeptFile } from './attachment-field'
import { choiceWord, columnWords } from './column-words'
import { Prose } from './prose'
import { purposeLines } from './purpose-lines'

/**
 * The answers to one version of a form, to be read. Fields that were not shown to the applicant are left out. For a reviewer give it
 * what `answersForReviewer` of lib/access/rules/forms-reviewer leaves.
 *
 * - `files`: the files that are named by answers to attachments; one with `href` is a link.
 * - `asides`: what stands beside an answer, by the key of its field: who changed it, a box to mark it for correction.
 */
export type FormAnswersProps = {
  form: FormContent
  answers: Answers
  language: Language
  files?: readonly KeptFile[]
  asides?: Readonly<Record<string, ReactNode>>
}

export function FormAnswers({ form, answers, language, files = [], asides = {} }: FormAnswersProps) {
  return (
    <div className="grid gap-4">
      {visibleFields(form, answers).map((field) => {
        if (field.kind === 'label') return null
        if (field.kind === 'header')
          return (
            <h3 key={field.key} className="mt-4 border-b border-line pb-1 text-lg">
              {field.label[language]}
            </h3>
          )
        return (
          <div key={field.key} id={`answer-${field.key}`} className="min-w-0">
            <p className="text-sm text-soft">{field.label[language]}</p>
            <Said field={field} answer={answers[field.key]} language={language} files={files} />
            {asides[field.key]}
          </div>
        )
      })}
    </div>
  )
}

type One = { field: FormField; answer: Answer | undefined; language: Language; files: readonly KeptFile[] }

function Said({ field, answer, language, files }: One) {
  if (answer === undefined) return <p className="text-soft">{text(language)('answers.none')}</p>
  if (columnsOf(field) !== null) return <Rows field={field} rows={answer as readonly Row[]} language={language} />
  if (field.kind === 'data-use') return <PurposeSaid answer={answer} language={language} />
  const chosen = chosenIn(answer)
  if (field.kind === 'attachment') return <Files ids={chosen} files={files} />
  if (field.kind === 'option' || field.kind === 'multi-select') {
    const labels = field.options.filter(({ key }) => chosen.includes(key)).map(({ label }) => label[language])
    return <p>{labels.join(' · ')}</p>
  }
  return (
    <div className="max-w-[75ch] break-words">
      <Prose text={String(answer)} />
    </div>
  )
}

function Files({ ids, files }: { ids: readonly string[]; files: readonly KeptFile[] }) {
  return (
    <ul>
      {ids.map((id) => {
        const file = files.find((one) => one.id === id)
        return <li key={id}>{file?.href ? <a href={file.href}>{file.name}</a> : (file?.name ?? id)}</li>
      })}
    </ul>
  )
}

type Numbered = { n: number; row: Row }

function Rows({ field, rows, language }: { field: FormField; rows: readonly Row[]; language: Language }) {
  const { columns } = columnWords(field, columnsOf(field) ?? [], language)
  const shown = columns.map(({ key, label, choices }) => ({
    key,
    label,
    long: choices.length === 0,
    cell: ({ row }: Numbered) =>
      (choices.includes(row[key] ?? '') ? choiceWord(row[key] ?? '', language) : row[key]) || '–',
  }))
  const number = { key: 'n', label: '#', cell: ({ n }: Numbered) => n }
  return (
    <Table
      caption={field.label[language]}
      hideCaption
      columns={[number, ...shown]}
      rows={rows.map((row, at) => ({ n: at + 1, row }))}
      rowKey={({ n }) => String(n)}
    />
  )
}

/** A purpose in words, and where it could not be read, as it was written. */
function PurposeSaid({ answer, language }: { answer: Answer; language: Language }) {
  const purpose = purposeIn(answer)
  if (purpose === null) return <p>{Object.values(answer).flat().join(', ')}</p>
  return (
    <dl className="grid gap-x-5 gap-y-1 sm:grid-cols-[minmax(10rem,18rem)_minmax(0,1fr)]">
      {purposeLines(purpose, language).map(({ key, label, said }) => (
        <div key={key} className="contents">
          <dt className="text-sm text-soft">{label}</dt>
          <dd>{said}</dd>
        </div>
      ))}
    </dl>
  )
}
