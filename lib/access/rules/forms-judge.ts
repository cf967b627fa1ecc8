import { type FormContent, type FormField, isAnswered } from '../schema/forms'
import type { Answer, Answers } from '../schema/forms-answers'
import { columnsOf } from './forms-columns'
import { type Finding, wrongs } from './forms-finding'
import { judgePurpose } from './forms-purpose'
import { judgeRows } from './forms-rows'
import { at } from './forms-text'
import { type Judged, judgeAttached, judgeChosen, judgeTyped, nothing } from './forms-values'
import { isShown } from './forms-visibility'

/** What answers are judged by besides the form: the ids of the files that were handed in for this request. */
export type JudgingContext = { readonly attachments: ReadonlySet<string> }

export type Judgement = {
  /** As they are to be kept: tidied, hidden ones and those of no field dropped, and what must not be stored left out. */
  readonly answers: Answers
  /** In the order of the fields. */
  readonly findings: readonly Finding[]
  /** Whether a draft may keep them: nothing in them is unstorable. */
  readonly mayBeKept: boolean
  /** Whether a request may be submitted with them: nothing is missing or wrong. */
  readonly isComplete: boolean
}

function judgeOne(field: FormField, given: Answer, { attachments }: JudgingContext): Judged {
  const columns = columnsOf(field)
  if (columns !== null) return judgeRows(field, columns, given)
  if (field.kind === 'option' || field.kind === 'multi-select') return judgeChosen(field, given)
  if (field.kind === 'attachment') return judgeAttached(field, given, attachments)
  if (field.kind === 'data-use') return judgePurpose(field, given)
  return judgeTyped(field, given)
}

/** Where an answer that is not there begins: a purpose with its aim. */
const firstPart = ({ kind }: FormField): string | null => (kind === 'data-use' ? 'aim' : null)

/** Judges answers against the version of the form that asked for them: what is missing or wrong, where, and why. */
export function judgeAnswers(form: FormContent, given: Answers, context: JudgingContext): Judgement {
  const answers: Record<string, Answer> = {}
  const findings: Finding[] = []
  const seen = new Set<string>()
  for (const field of form.fields) {
    // By what is kept, not by what was given: nothing hangs on an answer that is none.
    if (!isShown(field, seen, answers)) continue
    seen.add(field.key)
    if (!isAnswered(field)) continue
    const value = Object.hasOwn(given, field.key) ? given[field.key] : undefined
    const judged = value === undefined ? nothing : judgeOne(field, value, context)
    findings.push(...judged.findings)
    if (judged.answer !== undefined) answers[field.key] = judged.answer
    else if (!field.optional && judged.findings.length === 0)
      findings.push(at({ field: field.key, row: null, column: firstPart(field) }, 'missing', wrongs.required))
  }
  return {
    answers,
    findings,
    mayBeKept: findings.every(({ severity }) => severity !== 'unstorable'),
    isComplete: findings.length === 0,
  }
}

/** How the request is called: the answer to the form's description, on one line. */
export function descriptionOf(form: FormContent, answers: Answers): string | null {
  const field = form.fields.find(({ kind }) => kind === 'description')
  const answer = field && answers[field.key]
  return typeof answer === 'string' ? answer.replace(/\s+/g, ' ') : null
}
