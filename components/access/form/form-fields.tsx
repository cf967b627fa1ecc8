import type { ReactNode } from 'react'
import { text } from '@/components/messages'
import { columnsOf } from '@/lib/access/rules/forms-columns'
import type { FormContent, FormField } from '@/lib/access/schema/forms'
import type { Answers, Row } from '@/lib/access/schema/forms-answers'
import type { Language } from '@/lib/platform/messages'
import { AttachmentField, type KeptFile } from './attachment-field'
import { ChosenField } from './chosen-field'
import { columnWords } from './column-words'
import { Prose } from './prose'
import { PurposeFields } from './purpose-fields'
import { RowsEditor } from './rows-editor'
import { TypedField } from './typed-field'
import { VisibleWhen } from './visible-when'

/**
 * The fields of one version of a form, to be filled in; works without JavaScript, where fields with a condition are simply shown.
 *
 * Stands inside an `ActionForm`. Its controls are named `answers.<field>`, `answers.<field>.<row>.<column>` for tables, and
 * `answers.<field>.<part>` for the purpose; new files come as `files.<field>`. The action reads them with
 * `readAnswers(form, fieldsOf(formData))` of lib/access/rules/forms-read, judges them with `judgeAnswers` of forms-judge, and
 * refuses with `refuse('platform.invalid', { fields: fieldsOfFindings(findings) })`: each error then stands at its control.
 *
 * - `form`: what the version asks. `answers`: what is kept so far.
 * - `files`: the files that are named by answers to attachments, by id.
 * - `asides`: what stands under a field, by its key: who changed it, that it was returned for correction.
 */
export type FormFieldsProps = {
  form: FormContent
  answers: Answers
  language: Language
  files?: readonly KeptFile[]
  asides?: Readonly<Record<string, ReactNode>>
}

export function FormFields({ form, answers, language, files = [], asides = {} }: FormFieldsProps) {
  return form.fields.map((field) => (
    <OneField
      key={field.key}
      field={field}
      answers={answers}
      language={language}
      files={files}
      aside={asides[field.key]}
    />
  ))
}

type One = { field: FormField; answers: Answers; language: Language; files: readonly KeptFile[]; aside: ReactNode }

function OneField({ aside, ...one }: One) {
  const { field } = one
  const shown = (
    <>
      <Control {...one} />
      {aside && <div className="-mt-3 mb-5 text-sm text-soft">{aside}</div>}
    </>
  )
  const { visibleIf } = field
  return visibleIf === null ? (
    <div id={`field-${field.key}`}>{shown}</div>
  ) : (
    <VisibleWhen id={`field-${field.key}`} name={`answers.${visibleIf.field}`} options={visibleIf.options}>
      {shown}
    </VisibleWhen>
  )
}

/** What is said between the label of a field and its control. */
export function hintOf(field: FormField, language: Language): ReactNode {
  const t = text(language)
  const { help, maxLength, privateFromReviewers } = field
  const notes = [
    maxLength !== null && t('answers.at-most', { max: maxLength }),
    privateFromReviewers && t('answers.private'),
  ].filter((note) => note !== false)
  if (help === null && notes.length === 0) return undefined
  return (
    <>
      {help && <Prose text={help[language]} />}
      {notes.length > 0 && <p>{notes.join(' ')}</p>}
    </>
  )
}

function Control({ field, answers, language, files }: Omit<One, 'aside'>) {
  const answer = answers[field.key]
  const common = {
    name: `answers.${field.key}`,
    label: field.label[language],
    hint: hintOf(field, language),
    optional: field.optional,
  }
  const columns = columnsOf(field)
  if (columns !== null) {
    const words = columnWords(field, columns, language)
    return <RowsEditor {...common} {...words} rows={Array.isArray(answer) ? (answer as readonly Row[]) : []} />
  }
  switch (field.kind) {
    case 'header':
      return <h3 className="mt-8 mb-3 border-b border-line pb-1 text-lg">{field.label[language]}</h3>
    case 'label':
      return (
        <div className="mb-5 max-w-[70ch]">
          <Prose text={field.label[language]} />
        </div>
      )
    case 'option':
    case 'multi-select':
      return <ChosenField {...common} field={field} answer={answer} language={language} />
    case 'attachment':
      return <AttachmentField {...common} field={field} answer={answer} files={files} language={language} />
    case 'data-use':
      return <PurposeFields {...common} answer={answer} language={language} />
    default:
      return <TypedField {...common} field={field} answer={answer} language={language} />
  }
}
