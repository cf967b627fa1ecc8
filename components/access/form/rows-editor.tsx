'use client'
import { type ReactNode, useEffect, useId, useState } from 'react'
import { Button } from '@/components/ui/button'
import { classes } from '@/components/ui/classes'
import { controlClass } from '@/components/ui/control-class'
import { FieldErrors } from '@/components/ui/field'
import { useField, useFormState } from '@/components/ui/form-context'
import { messages } from '@/components/ui/messages'
import type { WordedColumn } from './column-words'

type Cells = Readonly<Record<string, string>>
type Props = {
  name: string
  label: ReactNode
  hint?: ReactNode
  optional?: boolean
  columns: readonly WordedColumn[]
  rows: readonly Cells[]
  words: { row: string; add: string; about: string }
}

/** Empty rows that stand ready: enough to go on without JavaScript, which saves and comes back with more. */
const spare = 2

/** How many rows came back with a form that was refused. */
function rowsTyped(values: Readonly<Record<string, unknown>> | undefined, name: string): number {
  const stem = `${name}.`
  const numbers = Object.keys(values ?? {})
    .filter((key) => key.startsWith(stem))
    .map((key) => Number(key.slice(stem.length).split('.')[0]) + 1)
  return Math.max(0, ...numbers)
}

/** Answers in lines: a table, selection criteria, a pseudonymization strategy. Each line is a group of its own, on a phone as on a desk. */
export function RowsEditor({ name, label, hint, optional, columns, rows, words }: Props) {
  const { language, id, errors } = useField(name)
  const { values } = useFormState()
  const legend = useId()
  const [added, setAdded] = useState(0)
  const [isLive, setLive] = useState(false)
  useEffect(() => setLive(true), [])
  const count = Math.max(rows.length + spare + added, rowsTyped(values, name))
  return (
    <div className={classes('mb-5', errors.length > 0 && 'border-l-[3px] border-red pl-3')}>
      <p id={legend} className="font-medium">
        {label}
        {optional && <span className="font-normal text-soft"> ({messages[language]['ui.form.optional']})</span>}
      </p>
      <div className="mb-2 max-w-[70ch] text-sm text-soft">
        {hint}
        <p>{words.about}</p>
      </div>
      {errors.length > 0 && (
        <FieldErrors id={`${id}-error`} errors={errors} word={messages[language]['ui.form.error']} />
      )}
      {/* The error summary leads here for what is wrong with all of it. */}
      <fieldset id={id} tabIndex={-1} aria-labelledby={legend} className="grid min-w-0 gap-3">
        {Array.from({ length: count }, (_, n) => (
          <fieldset
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have nothing but their place
            key={n}
            className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,9rem),1fr))] gap-x-3 gap-y-2 rounded-md border border-line px-3 pt-1 pb-3"
          >
            <legend className="px-1 text-sm text-soft">{words.row.replace('#', String(n + 1))}</legend>
            {columns.map((column) => (
              <Cell
                key={column.key}
                name={`${name}.${n}.${column.key}`}
                column={column}
                start={rows[n]?.[column.key]}
              />
            ))}
          </fieldset>
        ))}
      </fieldset>
      {/* A button that only scripts can answer is there with them. */}
      {isLive && (
        <Button size="small" className="mt-2" onClick={() => setAdded(count + 1 - rows.length - spare)}>
          {words.add}
        </Button>
      )}
    </div>
  )
}

type CellProps = { name: string; column: WordedColumn; start: string | undefined }

function Cell({ name, column: { kind, label, options }, start }: CellProps) {
  const { language, id, errors, typed } = useField(name)
  const wrong = errors.length > 0
  const value = typed?.[0] ?? start
  const look = classes(controlClass, 'block min-h-9 py-1')
  const control = {
    id,
    name,
    className: look,
    'aria-invalid': wrong || undefined,
    'aria-describedby': wrong ? `${id}-error` : undefined,
  }
  // `any` stands for what nobody narrowed.
  const open = options[0]?.value === 'any'
  return (
    <div className="min-w-0">
      <label htmlFor={id} className="mb-0.5 block text-sm">
        {label}
      </label>
      {wrong && <FieldErrors id={`${id}-error`} errors={errors} word={messages[language]['ui.form.error']} />}
      {kind === 'choice' ? (
        <select {...control} defaultValue={value || (open ? 'any' : '')}>
          {!open && <option value="">{messages[language]['ui.form.choose']}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      ) : (
        <input
          {...control}
          type={kind === 'day' ? 'date' : 'text'}
          inputMode={kind === 'years' ? 'numeric' : undefined}
          defaultValue={value}
        />
      )}
    </div>
  )
}
