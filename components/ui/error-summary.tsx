'use client'
import { type MouseEvent, useEffect, useRef } from 'react'
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

type Props = { state: FormState; prefix: string; language: Language }

/** Why the form was not taken, with a link to each field concerned. Takes the focus each time it has something new to say. */
export function ErrorSummary({ state, prefix, language }: Props) {
  const summary = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (state.refusal) summary.current?.focus()
  }, [state])
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
                {text}
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
