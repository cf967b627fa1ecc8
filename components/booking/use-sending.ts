'use client'
import { type FormEvent, startTransition, useActionState, useRef } from 'react'
import type { FormAction } from '@/components/ui/action-form'
import { untouched } from '@/lib/platform/form'

/** Sends a form of many buttons to its action, one act at a time. */
export function useSending(act: FormAction) {
  const [state, run, busy] = useActionState(act, untouched)
  const form = useRef<HTMLFormElement>(null)
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (busy) return
    const { submitter } = event.nativeEvent as SubmitEvent
    // The button goes away with what it did; its cell stays.
    submitter?.closest('td')?.focus({ preventScroll: true })
    const data = new FormData(event.currentTarget, submitter)
    startTransition(() => run(data))
  }
  const send = (button: HTMLButtonElement) => form.current?.requestSubmit(button)
  return { state, busy, send, form: { ref: form, action: run, onSubmit, noValidate: true, 'aria-busy': busy } }
}
