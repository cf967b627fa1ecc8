'use client'
import { useActionState } from 'react'
import type { FormAction } from '@/components/ui/action-form'
import { Avatar } from '@/components/ui/avatar'
import { untouched } from '@/lib/platform/form'

type Props = { action: FormAction; next: string; people: readonly { id: string; name: string; roles: string }[] }

/** The invented people of the demonstration, each a button that signs in. */
export function PersonaList({ action, next, people }: Props) {
  const [state, run] = useActionState(action, untouched)
  return (
    <form action={run}>
      <input type="hidden" name="next" value={next} />
      {state.refusal && <p role="alert">{state.refusal.message}</p>}
      <ul className="grid gap-2 sm:grid-cols-2">
        {people.map(({ id, name, roles }) => (
          <li key={id}>
            <button
              type="submit"
              name="persona"
              value={id}
              className="flex w-full items-center gap-3 rounded-md border border-line bg-panel px-3 py-2 text-left hover:border-accent"
            >
              <Avatar name={name} />
              <span className="min-w-0">
                <span className="block font-medium">{name}</span>
                <span className="block text-sm text-soft first-letter:uppercase">{roles}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </form>
  )
}
