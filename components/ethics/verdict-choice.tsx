'use client'
import type { KeyboardEvent, ReactNode } from 'react'
import { useField } from '@/components/ui/form-context'

type Props = {
  field: string
  label: string
  words: { confirmed: string; missing: string }
  children: ReactNode
}

/** Goes to the same choice of the next or the one before. */
function step(from: HTMLElement, by: 1 | -1): void {
  const all = [...document.querySelectorAll<HTMLElement>('[data-check]')]
  const at = all.findIndex((one) => one.contains(from))
  const inputs = all[at + by]?.querySelectorAll<HTMLInputElement>('input[type=radio]')
  const target = [...(inputs ?? [])].find((input) => input.checked) ?? inputs?.[0]
  target?.focus()
  target?.closest('[data-check]')?.scrollIntoView({ block: 'nearest' })
}

/** A says that it agrees and goes on, M that something is missing and goes to the note; J and K go down and up. */
function keys(event: KeyboardEvent<HTMLFieldSetElement>): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return
  const own = event.currentTarget
  const choose = (value: string) => own.querySelector<HTMLInputElement>(`input[value=${value}]`)?.click()
  const acts: Readonly<Record<string, () => void>> = {
    a: () => {
      choose('confirmed')
      step(own, 1)
    },
    m: () => {
      choose('missing')
      own.parentElement?.querySelector<HTMLInputElement>('input[type=text]')?.focus()
    },
    j: () => step(own, 1),
    k: () => step(own, -1),
  }
  const act = acts[event.key.toLowerCase()]
  if (!act) return
  event.preventDefault()
  act()
}

/** Whether a field agrees with the documents: one of two, by mouse, by the keys of any choice, or by a letter. */
export function VerdictChoice({ field, label, words, children }: Props) {
  const { id, typed } = useField(`verdict.${field}`)
  return (
    <fieldset className="mb-2 min-w-0" onKeyDown={keys}>
      <legend className="mb-1 text-sm text-soft">{label}</legend>
      {children}
      <div className="mt-1.5 flex flex-wrap gap-x-5">
        {(['confirmed', 'missing'] as const).map((value, at) => (
          <label key={value} className="flex min-h-6 items-center gap-2">
            <input
              type="radio"
              id={at === 0 ? id : `${id}-${at}`}
              name={`verdict.${field}`}
              value={value}
              defaultChecked={typed?.includes(value)}
              className="size-4.5 shrink-0"
            />
            {words[value]}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
