import { type FieldKind, type FormContent, isAnswered } from '../schema/forms'
import type { Answers } from '../schema/forms-answers'

/**
 * Whether every key names a field of the form that is answered, and of that kind where one is said: only such keys come into rows and the
 * journal, so that nobody writes there what they like. A request without a form has no fields.
 */
export const namesFields = (form: FormContent | null, keys: readonly string[], kind?: FieldKind): boolean =>
  keys.every((key) => form?.fields.some((one) => one.key === key && isAnswered(one) && (!kind || one.kind === kind)))

/** The field by which a form asks whether the public record of sharing may name the recipient; by its key, as the standard form has it. */
const recordField = 'public-record'
const unnamed = 'unnamed'

/**
 * Whether a form asks that: a choice of this key, one of whose options is not to be named. Of any other form the request itself asks it.
 */
export const asksRecord = (form: FormContent | null): boolean =>
  form?.fields.some(
    ({ key, kind, options }) => key === recordField && kind === 'option' && options.some((one) => one.key === unnamed),
  ) ?? false

/** Whether the recipient opted out of the public record, by what was answered; null: the form does not ask it, or nothing was. */
export function optedOutBy(form: FormContent | null, answers: Answers): boolean | null {
  const said = answers[recordField]
  return asksRecord(form) && typeof said === 'string' ? said === unnamed : null
}
