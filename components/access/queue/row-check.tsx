'use client'
import { useField } from '@/components/ui/form-context'

type Props = { value: string; label: string; first: boolean }

/** Selects a request of the list; what was selected stays so when the form comes back. */
export function RowCheck({ value, label, first }: Props) {
  const { id, typed } = useField('requests')
  return (
    <input
      type="checkbox"
      name="requests"
      value={value}
      id={first ? id : undefined}
      aria-label={label}
      defaultChecked={typed?.includes(value)}
      className="m-0.5 size-5"
    />
  )
}
