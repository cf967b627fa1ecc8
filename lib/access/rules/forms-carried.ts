import type { FormContent } from '../schema/forms'
import type { Answers } from '../schema/forms-answers'
import { termsOfPurpose } from './duo-match'
import { judgeAnswers } from './forms-judge'
import { purposeOf } from './forms-purpose'

/**
 * What was answered to one form as far as another asks for it, by the key of the field: what that does not ask, or could not have been
 * answered so, stays behind. `attachments`: the files that the request has. Without a form all of it goes along.
 */
export function carriedTo(
  form: FormContent | null,
  answers: Answers,
  attachments: ReadonlySet<string> = new Set(),
): { answers: Answers; purposes: string[] | null } {
  if (form === null) return { answers, purposes: null }
  const carried = judgeAnswers(form, answers, { attachments }).answers
  const purpose = purposeOf(form, carried)
  return { answers: carried, purposes: purpose ? [...termsOfPurpose(purpose)] : [] }
}
