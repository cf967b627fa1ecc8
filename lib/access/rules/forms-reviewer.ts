import type { FormContent } from '../schema/forms'
import type { Answers } from '../schema/forms-answers'
import { visibleFields } from './forms-visibility'

/** The keys of what a reviewer must not see: private fields, and those that are shown because of what a private one says. */
export function privateKeys(form: FormContent): ReadonlySet<string> {
  const keys = new Set<string>()
  // A condition names an earlier field, so one pass finds the whole chain.
  for (const { key, privateFromReviewers, visibleIf } of form.fields)
    if (privateFromReviewers || (visibleIf !== null && keys.has(visibleIf.field))) keys.add(key)
  return keys
}

/** The form and its answers as a reviewer sees them: without what is private, and without what was not shown to the applicant. */
export function answersForReviewer(form: FormContent, answers: Answers): { form: FormContent; answers: Answers } {
  const hidden = privateKeys(form)
  const fields = visibleFields(form, answers).filter(({ key }) => !hidden.has(key))
  const kept = fields.flatMap(({ key }) => (Object.hasOwn(answers, key) ? [[key, answers[key]] as const] : []))
  return { form: { ...form, fields }, answers: Object.fromEntries(kept) as Answers }
}
