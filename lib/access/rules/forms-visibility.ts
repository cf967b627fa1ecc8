import type { FormContent, FormField } from '../schema/forms'
import type { Answer, Answers } from '../schema/forms-answers'

/** The keys of the options chosen in an answer, one or several. */
export const chosenIn = (answer: Answer | undefined): readonly string[] =>
  typeof answer === 'string'
    ? [answer]
    : Array.isArray(answer)
      ? answer.filter((one): one is string => typeof one === 'string')
      : []

/** Whether a field is there: it has no condition, or the earlier field that it names is there and says so. */
export function isShown({ visibleIf }: FormField, seen: ReadonlySet<string>, answers: Answers): boolean {
  if (visibleIf === null) return true
  const answer = Object.hasOwn(answers, visibleIf.field) ? answers[visibleIf.field] : undefined
  const chosen = chosenIn(answer)
  return seen.has(visibleIf.field) && visibleIf.options.some((one) => chosen.includes(one))
}

/** The fields that the applicant sees with these answers: a field whose condition does not hold is not there, nor what hangs on it. */
export function visibleFields(form: FormContent, answers: Answers): readonly FormField[] {
  const seen = new Set<string>()
  return form.fields.filter((field) => {
    const shown = isShown(field, seen, answers)
    if (shown) seen.add(field.key)
    return shown
  })
}
