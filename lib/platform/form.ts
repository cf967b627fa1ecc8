/** What a form's action answers, for `useActionState`: what was done, or why not, with everything that was typed. */
export type FormState = {
  /** A message key that says what was done. */
  readonly done?: string
  readonly refusal?: {
    readonly code: string
    readonly message: string
    readonly requestId: string
    readonly details: Record<string, unknown>
  }
  /** Sentences by the name of the field they belong to. */
  readonly errors?: Readonly<Record<string, readonly string[]>>
  /** What was typed, given back so that nothing is lost; passwords and files are not. */
  readonly values?: Readonly<Record<string, string | readonly string[]>>
  /** Whatever the action wants shown once, such as a new token. */
  readonly answer?: unknown
}

export const untouched: FormState = {}

const secretField = /password|secret|token|code/i

/** The text fields of a form, several of one name as a list; fields of React's own (`$ACTION…`) left out. */
export function fieldsOf(form: FormData): Record<string, FormDataEntryValue | FormDataEntryValue[]> {
  const fields: Record<string, FormDataEntryValue | FormDataEntryValue[]> = {}
  for (const key of new Set(form.keys())) {
    if (key.startsWith('$ACTION')) continue
    const all = form.getAll(key)
    fields[key] = all.length === 1 ? (all[0] as FormDataEntryValue) : all
  }
  return fields
}

/** What may be shown again of what was typed: no secrets, no files. */
export function typedValues(form: FormData): Record<string, string | string[]> {
  const values: Record<string, string | string[]> = {}
  for (const [key, value] of Object.entries(fieldsOf(form))) {
    // What applicants are asked is called as its form has it, and is no secret to who typed it.
    if (secretField.test(key) && !key.startsWith('answers.')) continue
    const texts = [value].flat().filter((part): part is string => typeof part === 'string')
    if (texts.length > 0) values[key] = texts.length === 1 ? (texts[0] as string) : texts
  }
  return values
}
