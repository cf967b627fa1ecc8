import { filterBox } from '@/components/identity/filter-box'

type Props = { name: string; label: string; hint?: string; defaultValue?: string }

/** A week to look at, in a form that only shows: year and number, or the browser's own picker of weeks. */
export function WeekBox({ name, label, hint, defaultValue }: Props) {
  return (
    <label className="grid content-start gap-1 font-medium">
      {label}
      {hint && <span className="text-sm font-normal text-soft">{hint}</span>}
      <input
        type="week"
        name={name}
        required
        defaultValue={defaultValue}
        pattern="\d{4}-W\d{2}"
        className={`${filterBox} max-w-52`}
      />
    </label>
  )
}
