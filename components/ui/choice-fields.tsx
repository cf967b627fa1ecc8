'use client'
import type { ReactNode } from 'react'
import { classes } from './classes'
import { FieldErrors, type FieldProps } from './field'
import { useField } from './form-context'
import { messages } from './messages'
import type { Option } from './text-fields'

const box = 'mt-1 size-4.5 shrink-0'

/** One thing to agree to or switch on. The box is in the form's data as `value` only when it is ticked. */
export function Checkbox(props: FieldProps & { value?: string; defaultChecked?: boolean; required?: boolean }) {
  const { name, label, hint, value = 'on', defaultChecked, required } = props
  const { language, id, errors, typed } = useField(name)
  const wrong = errors.length > 0
  const described = [hint && `${id}-hint`, wrong && `${id}-error`].filter(Boolean).join(' ') || undefined
  return (
    <div className={classes('mb-5', wrong && 'border-l-[3px] border-red pl-3')}>
      {wrong && <FieldErrors id={`${id}-error`} errors={errors} word={messages[language]['ui.form.error']} />}
      <label className="flex gap-2.5 py-0.5">
        <input
          type="checkbox"
          id={id}
          name={name}
          value={value}
          required={required}
          defaultChecked={typed ? typed.includes(value) : defaultChecked}
          aria-describedby={described}
          aria-invalid={wrong || undefined}
          className={box}
        />
        <span>{label}</span>
      </label>
      {hint && (
        <div id={`${id}-hint`} className="pl-7 text-sm text-soft">
          {hint}
        </div>
      )}
    </div>
  )
}

type GroupProps = FieldProps & { options: readonly Option[]; children?: ReactNode }

/** One of a few, all in sight. */
export function RadioGroup({ defaultValue, ...props }: GroupProps & { defaultValue?: string }) {
  return <ChoiceGroup {...props} type="radio" chosen={defaultValue === undefined ? [] : [defaultValue]} />
}

/** Any of a few, all in sight. */
export function CheckboxGroup({ defaultValue = [], ...props }: GroupProps & { defaultValue?: readonly string[] }) {
  return <ChoiceGroup {...props} type="checkbox" chosen={defaultValue} />
}

function ChoiceGroup(props: GroupProps & { type: 'radio' | 'checkbox'; chosen: readonly string[] }) {
  const { name, label, hint, optional, options, type, chosen } = props
  const { language, id, errors, typed } = useField(name)
  const wrong = errors.length > 0
  const described = [hint && `${id}-hint`, wrong && `${id}-error`].filter(Boolean).join(' ') || undefined
  const asked = { name, required: type === 'radio' && !optional, type }
  return (
    <fieldset aria-describedby={described} className={classes('mb-5', wrong && 'border-l-[3px] border-red pl-3')}>
      <legend className="mb-1 font-medium">
        {label}
        {optional && <span className="font-normal text-soft"> ({messages[language]['ui.form.optional']})</span>}
      </legend>
      {hint && (
        <div id={`${id}-hint`} className="mb-1 max-w-[70ch] text-sm text-soft">
          {hint}
        </div>
      )}
      {wrong && <FieldErrors id={`${id}-error`} errors={errors} word={messages[language]['ui.form.error']} />}
      {options.map((option, at) => (
        <Choice
          key={option.value}
          id={at === 0 ? id : `${id}-${at}`}
          option={option}
          input={asked}
          chosen={typed ?? chosen}
        />
      ))}
    </fieldset>
  )
}

type ChoiceProps = {
  id: string
  option: Option
  input: { name: string; required: boolean; type: 'radio' | 'checkbox' }
  chosen: readonly string[]
}

function Choice({ id, option: { value, label, hint }, input, chosen }: ChoiceProps) {
  const hintId = hint ? `${id}-about` : undefined
  return (
    <div className="py-1">
      <label className="flex gap-2.5">
        <input
          {...input}
          id={id}
          value={value}
          defaultChecked={chosen.includes(value)}
          aria-describedby={hintId}
          className={box}
        />
        <span>{label}</span>
      </label>
      {hint && (
        <div id={hintId} className="pl-7 text-sm text-soft">
          {hint}
        </div>
      )}
    </div>
  )
}
