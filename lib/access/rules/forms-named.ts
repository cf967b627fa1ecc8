import { type FieldKind, type FormContent, isAnswered } from '../schema/forms'

/**
 * Whether every key names a field of the form that is answered, and of that kind where one is said: only such keys come into rows and the
 * journal, so that nobody writes there what they like. A request without a form has no fields.
 */
export const namesFields = (form: FormContent | null, keys: readonly string[], kind?: FieldKind): boolean =>
  keys.every((key) => form?.fields.some((one) => one.key === key && isAnswered(one) && (!kind || one.kind === kind)))
