import { filterBox } from '@/components/identity/filter-box'

type Props = {
  name: string
  label: string
  hint?: string
  defaultValue?: string
  /** What is wrong with what was typed. */
  errors?: readonly string[]
}

/** A week to look at, in a form that only shows: year and number, or the browser's own picker of weeks. */
export function WeekBox({ name, label, hint, defaultValue, errors = [] }: Props) {
  const wrong = errors.length > 0
  return (
    <div className="grid content-start gap-1">
      <label className="grid gap-1 font-medium" htmlFor={`week-${name}`}>
        {label}
        {hint && <span className="text-sm font-normal text-soft">{hint}</span>}
      </label>
      {wrong && (
        <p id={`${name}-error`} role="alert" className="max-w-[40ch] text-sm font-medium text-red">
          {errors.join(' ')}
        </p>
      )}
      <input
        id={`week-${name}`}
        type="week"
        name={name}
        required
        defaultValue={defaultValue}
        pattern="\d{4}-W\d{2}"
        aria-invalid={wrong || undefined}
        aria-describedby={wrong ? `${name}-error` : undefined}
        className={`${filterBox} max-w-52 aria-invalid:border-2 aria-invalid:border-red`}
      />
    </div>
  )
}
