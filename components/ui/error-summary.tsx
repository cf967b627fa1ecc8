'use client'
import { type MouseEvent, useEffect, useRef, useState } from 'react'
import type { FormState } from '@/lib/platform/form'
import type { Language } from '@/lib/platform/messages'
import { fieldId } from './form-context'
import { messages } from './messages'

/** Moves the keyboard to the control itself: a plain jump would only scroll to it. */
function focusControl(event: MouseEvent<HTMLAnchorElement>) {
  const control = document.getElementById(decodeURIComponent(event.currentTarget.hash.slice(1)))
  if (!control) return
  event.preventDefault()
  control.focus()
}

/** What heads a control that has no label of its own: a group of choices its legend, a group of rows what it is labelled by. */
function headOf(control: HTMLElement | null): Element | null {
  if (control?.matches('[type=radio], [type=checkbox]'))
    return control.closest('fieldset')?.querySelector('legend') ?? null
  return document.getElementById(control?.getAttribute('aria-labelledby') ?? '')
}

/** What the label of a control says, without what is said of the field besides; empty for a control without one. */
function labelOf(id: string): string {
  const control = document.getElementById(id)
  const head = document.querySelector(`label[for="${CSS.escape(id)}"]`) ?? headOf(control)
  return head?.firstChild?.textContent ?? control?.getAttribute('aria-label') ?? ''
}

type Props = { state: FormState; prefix: string; language: Language }

/** Why the form was not taken, with a link to each field concerned. Takes the focus each time it has something new to say. */
export function ErrorSummary({ state, prefix, language }: Props) {
  const summary = useRef<HTMLDivElement>(null)
  const [labels, setLabels] = useState<Readonly<Record<string, string>>>({})
  useEffect(() => {
    if (!state.refusal) return
    const names = Object.keys(state.errors ?? {})
    setLabels(Object.fromEntries(names.map((name) => [name, labelOf(fieldId(prefix, name))])))
    summary.current?.focus()
  }, [state, prefix])
  if (!state.refusal) return null
  const errors = Object.entries(state.errors ?? {}).flatMap(([name, texts]) => texts.map((text) => ({ name, text })))
  return (
    <div ref={summary} tabIndex={-1} role="alert" className="mb-6 rounded-lg border-2 border-red px-4 py-3">
      <h2>{messages[language]['ui.form.problem']}</h2>
      <p>{state.refusal.message}</p>
      {errors.length > 0 && (
        <ul className="mt-2 grid gap-1">
          {errors.map(({ name, text }) => (
            <li key={`${name} ${text}`}>
              <a href={`#${fieldId(prefix, name)}`} onClick={focusControl} className="font-medium text-red">
                {labels[name] ? `${labels[name]}: ${text}` : text}
              </a>
            </li>
          ))}
        </ul>
      )}
      <p className="mt-2 text-xs text-soft">
        {messages[language]['ui.form.request']} {state.refusal.requestId}
      </p>
    </div>
  )
}
