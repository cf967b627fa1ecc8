'use client'
import { type FormEvent, startTransition, useActionState, useEffect, useRef } from 'react'
import type { FormAction } from '@/components/ui/action-form'
import { untouched } from '@/lib/platform/form'

const keyOf = (button: HTMLElement | null): string =>
  button instanceof HTMLButtonElement ? `${button.name} ${button.value}` : ''

/** Sends a form of many buttons to its action: one act after the other, and none twice because its button was pressed twice. */
export function useSending(act: FormAction) {
  const [state, run, busy] = useActionState(act, untouched)
  const form = useRef<HTMLFormElement>(null)
  const sent = useRef(new Set<string>())
  useEffect(() => {
    if (!busy) sent.current.clear()
  }, [busy])
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const { submitter } = event.nativeEvent as SubmitEvent
    if (sent.current.has(keyOf(submitter))) return
    sent.current.add(keyOf(submitter))
    // The button goes away with what it did; its cell stays.
    submitter?.closest('td')?.focus({ preventScroll: true })
    const data = new FormData(event.currentTarget, submitter)
    startTransition(() => run(data))
  }
  const send = (button: HTMLButtonElement) => form.current?.requestSubmit(button)
  return { state, busy, send, form: { ref: form, action: run, onSubmit, noValidate: true, 'aria-busy': busy } }
}
