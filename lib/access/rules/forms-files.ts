import type { FormContent } from '../schema/forms'
import type { Answers } from '../schema/forms-answers'

const says = (answers: Answers, key: string): boolean => [answers[key] ?? []].flat().length > 0

/** The fields for files that another request answered and that this one, made from it without its files, does not. */
export const filesLeft = (form: FormContent | null, own: Answers, others: Answers): string[] =>
  (form?.fields ?? [])
    .filter(({ kind }) => kind === 'attachment')
    .flatMap(({ key }) => (says(others, key) && !says(own, key) ? [key] : []))
