'use client'
import { type FormEvent, startTransition, useActionState, useEffect, useRef, useState } from 'react'
import type { FormAction } from '@/components/ui/action-form'
import { untouched } from '@/lib/platform/form'

const none: ReadonlySet<string> = new Set()

type Sent = { readonly acts: readonly string[]; readonly cells: readonly string[] }

/** What a pressed button sends: one act, or one for each slot week that it books, which are its own or all that are picked. */
function sentBy(button: HTMLElement | null, data: FormData): Sent {
  if (!(button instanceof HTMLButtonElement)) return { acts: [''], cells: [] }
  const { name, value } = button
  if (name !== 'book') return { acts: [`${name} ${value}`], cells: [] }
  const cells = value === 'picked' ? data.getAll('cells').map(String) : [value]
  return { acts: cells.map((cell) => `book ${cell}`), cells }
}

/**
 * Sends a form of many buttons to its action: one act after the other, and none twice because its button was pressed twice. What is
 * picked while an earlier act runs is sent as well: `cells` are those on their way.
 */
export function useSending(act: FormAction) {
  const [state, run, busy] = useActionState(act, untouched)
  const form = useRef<HTMLFormElement>(null)
  const sent = useRef(new Set<string>())
  const [cells, onTheirWay] = useState(none)
  useEffect(() => {
    if (busy) return
    sent.current.clear()
    onTheirWay(none)
  }, [busy])
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const { submitter } = event.nativeEvent as SubmitEvent
    const data = new FormData(event.currentTarget, submitter)
    const { acts, cells: booked } = sentBy(submitter, data)
    if (acts.every((one) => sent.current.has(one))) return
    for (const one of acts) sent.current.add(one)
    onTheirWay((now) => new Set([...now, ...booked]))
    // The button goes away with what it did; its cell stays.
    submitter?.closest('td')?.focus({ preventScroll: true })
    startTransition(() => run(data))
  }
  const send = (button: HTMLButtonElement) => form.current?.requestSubmit(button)
  return { state, busy, cells, send, form: { ref: form, action: run, onSubmit, noValidate: true, 'aria-busy': busy } }
}
