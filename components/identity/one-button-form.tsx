'use client'
import { useActionState } from 'react'
import type { FormAction } from '@/components/ui/action-form'
import { Button } from '@/components/ui/button'
import { untouched } from '@/lib/platform/form'

type Props = {
  action: FormAction
  name: string
  value: string
  /** What else the action is told. */
  also?: Readonly<Record<string, string>>
  label: string
  about: string
  look?: 'danger' | 'plain'
}

/** A small button in a list that does one thing to its row; `about` names the row for those who do not see it. */
export function OneButtonForm({ action, name, value, also = {}, label, about, look = 'danger' }: Props) {
  const [state, run, sending] = useActionState(action, untouched)
  return (
    <form action={run}>
      {Object.entries({ ...also, [name]: value }).map(([field, told]) => (
        <input key={field} type="hidden" name={field} value={told} />
      ))}
      <Button type="submit" size="small" look={look} aria-disabled={sending}>
        {label}
        <span className="sr-only"> {about}</span>
      </Button>
      {state.refusal && (
        <p role="alert" className="mt-1 text-sm text-red">
          {state.refusal.message}
        </p>
      )}
    </form>
  )
}
