'use client'
import type { ReactNode } from 'react'
import { classes } from './classes'
import { useField } from './form-context'
import { messages } from './messages'

/** What every field takes. `hint` stands between label and control; `optional` is said, as most fields are required. */
export type FieldProps = { name: string; label: ReactNode; hint?: ReactNode; optional?: boolean }

/** What a control must carry to belong to its label, hint and errors. */
export type Control = {
  id: string
  name: string
  'aria-describedby'?: string
  'aria-invalid'?: true
}

const pick = (...ids: (string | false | undefined)[]) => ids.filter(Boolean).join(' ') || undefined

/** Errors of a field, each told as one in words. */
export function FieldErrors({ id, errors, word }: { id: string; errors: readonly string[]; word: string }) {
  return (
    <div id={id}>
      {errors.map((error) => (
        <p key={error} className="mb-1 text-sm font-medium text-red">
          <span className="sr-only">{word} </span>
          {error}
        </p>
      ))}
    </div>
  )
}

/** Label, hint, errors and one control that belongs to them; the control is drawn by `children`. */
export function Field(props: FieldProps & { children: (control: Control, typed?: readonly string[]) => ReactNode }) {
  const { name, label, hint, optional, children } = props
  const { language, id, errors, typed } = useField(name)
  const wrong = errors.length > 0
  const describedBy = pick(!!hint && `${id}-hint`, wrong && `${id}-error`)
  const control: Control = { id, name, 'aria-describedby': describedBy, 'aria-invalid': wrong || undefined }
  return (
    <div className={classes('mb-5', wrong && 'border-l-[3px] border-red pl-3')}>
      <label htmlFor={id} className="mb-1 block font-medium">
        {label}
        {optional && <span className="font-normal text-soft"> ({messages[language]['ui.form.optional']})</span>}
      </label>
      {hint && (
        <div id={`${id}-hint`} className="mb-1.5 max-w-[70ch] text-sm text-soft">
          {hint}
        </div>
      )}
      {wrong && <FieldErrors id={`${id}-error`} errors={errors} word={messages[language]['ui.form.error']} />}
      {children(control, typed)}
    </div>
  )
}
