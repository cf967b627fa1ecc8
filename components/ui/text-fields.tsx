'use client'
import type { ComponentProps, ReactNode } from 'react'
import { classes } from './classes'
import { controlClass } from './control-class'
import { Field, type FieldProps } from './field'
import { useField } from './form-context'
import { messages } from './messages'

const widths = { short: 'max-w-32', medium: 'max-w-72', long: 'max-w-xl', full: 'max-w-3xl' } as const

// The browser's own button in a field for files, as ours look.
const chooseFile =
  'text-soft file:mr-3 file:rounded-md file:border file:border-solid file:border-line file:bg-sunken file:px-3 file:py-1 file:font-medium file:text-ink'

type Own = 'name' | 'id' | 'width'
type Width = { width?: keyof typeof widths }

/** One line to type in (or a file to choose: `type="file"`). `width` hints at how much is expected. */
export function TextInput(props: FieldProps & Width & Omit<ComponentProps<'input'>, Own>) {
  const { name, label, hint, optional, width = 'long', className, defaultValue, type = 'text', ...rest } = props
  // A day with the browser's own sign for its calendar needs more than a short number.
  const broad = type === 'date' && width === 'short' ? 'max-w-44' : widths[width]
  const look = classes(controlClass, 'block min-h-10 py-1.5', type === 'file' && chooseFile, broad, className)
  return (
    <Field name={name} label={label} hint={hint} optional={optional}>
      {(control, typed) => {
        const start = type === 'file' ? undefined : (typed?.[0] ?? defaultValue)
        return <input {...control} type={type} required={!optional} defaultValue={start} className={look} {...rest} />
      }}
    </Field>
  )
}

/** Several lines to type in; grows with what is written where the browser can. */
export function TextArea(props: FieldProps & Omit<ComponentProps<'textarea'>, Own>) {
  const { name, label, hint, optional, className, defaultValue, rows = 4, ...rest } = props
  const look = classes(controlClass, 'block min-h-24 max-w-3xl field-sizing-content py-2', className)
  return (
    <Field name={name} label={label} hint={hint} optional={optional}>
      {(control, typed) => {
        const start = typed?.[0] ?? defaultValue
        return (
          <textarea {...control} rows={rows} required={!optional} defaultValue={start} className={look} {...rest} />
        )
      }}
    </Field>
  )
}

export type Option = { readonly value: string; readonly label: ReactNode; readonly hint?: ReactNode }
type Selection = { options: readonly Option[]; empty?: string }

/** One of many from a list. `empty` words the choice of nothing; left out, it asks to choose. */
export function Select(props: FieldProps & Selection & Width & Omit<ComponentProps<'select'>, Own>) {
  const { name, label, hint, optional, options, empty, width = 'medium', className, defaultValue = '', ...rest } = props
  const { language } = useField(name)
  const look = classes(controlClass, 'block min-h-10 py-1.5', widths[width], className)
  return (
    <Field name={name} label={label} hint={hint} optional={optional}>
      {(control, typed) => (
        <select {...control} required={!optional} defaultValue={typed?.[0] ?? defaultValue} className={look} {...rest}>
          <option value="">{empty ?? messages[language]['ui.form.choose']}</option>
          {options.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
