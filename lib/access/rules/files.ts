import type { FormContent } from '../schema/forms'
import type { Answers } from '../schema/forms-answers'
import { answersForReviewer } from './forms-reviewer'
import { chosenIn } from './forms-visibility'

type Side = 'asking' | 'hub' | 'asked' | 'outside'

/** A file of a request, as far as it decides who sees it. */
export type FilePlace = {
  readonly id: string
  /** The field of the form that it was handed in for. */
  readonly fieldKey: string | null
  /** The remark that it came with. */
  readonly remark: { readonly isPublic: boolean } | null
}

/** What of a form and its answers is left to somebody who only reviews. */
export type Reviewed = {
  readonly fields: ReadonlySet<string>
  /** The files that answers to the other fields name. */
  readonly otherFiles: ReadonlySet<string>
}

export function reviewedOf(form: FormContent, answers: Answers): Reviewed {
  const fields = new Set(answersForReviewer(form, answers).form.fields.map(({ key }) => key))
  const others = Object.entries(answers).filter(([key]) => !fields.has(key))
  return { fields, otherFiles: new Set(others.flatMap(([, answer]) => chosenIn(answer))) }
}

/**
 * Whether somebody of this side sees a file: those who ask see none of a remark that is the hub's alone, and who only reviews none that
 * answers a field which is private from them, by the answer itself or by what was said when it was handed in.
 */
export function seesFile({ id, fieldKey, remark }: FilePlace, side: Side, reviewed: Reviewed | null): boolean {
  if (side === 'asking') return remark === null || remark.isPublic
  if (side === 'outside') return false
  if (side === 'hub' || reviewed === null) return true
  return !reviewed.otherFiles.has(id) && (fieldKey === null || reviewed.fields.has(fieldKey))
}
