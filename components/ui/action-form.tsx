'use client'
import { type FormEvent, type ReactNode, startTransition, useActionState, useEffect, useId, useRef } from 'react'
import { type FormState, untouched } from '@/lib/platform/form'
import type { Language } from '@/lib/platform/messages'
import { Button } from './button'
import { ErrorSummary } from './error-summary'
import { FormContext } from './form-context'
import { messages } from './messages'
import { Notice } from './notice'

export type FormAction = (state: FormState, form: FormData) => Promise<FormState>

export type ActionFormProps = {
  action: FormAction
  language: Language
  /** The word on the button that sends the form. */
  submit: ReactNode
  look?: 'primary' | 'plain' | 'danger'
  /** The sentence shown when the action says that it was done. */
  done?: ReactNode
  /** Empties the form when it was done, for one that adds to a list. */
  emptyWhenDone?: boolean
  /** Stands beside the button: a link back, a second button with a name of its own. */
  beside?: ReactNode
  onDone?: () => void
  children?: ReactNode
  className?: string
}

/**
 * A form that sends itself to a server action, keeps what was typed when it is refused, and says why beside each field.
 * Works as a plain form before (or without) JavaScript.
 */
export function ActionForm(props: ActionFormProps) {
  const { action, language, children, className, done, emptyWhenDone, onDone } = props
  const [state, run, sending] = useActionState(action, untouched)
  const form = useRef<HTMLFormElement>(null)
  const prefix = `${useId()}-`

  // Sent by hand instead of by React, which would empty the fields afterwards.
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (sending) return
    const { submitter } = event.nativeEvent as SubmitEvent
    const data = new FormData(event.currentTarget, submitter)
    startTransition(() => run(data))
  }

  const told = useRef(state)
  useEffect(() => {
    if (told.current === state) return
    told.current = state
    if (!state.done) return
    if (emptyWhenDone) form.current?.reset()
    onDone?.()
  }, [state, emptyWhenDone, onDone])

  return (
    <FormContext value={{ language, prefix, state }}>
      <form ref={form} action={run} noValidate onSubmit={send} className={className} aria-busy={sending}>
        <ErrorSummary state={state} prefix={prefix} language={language} />
        <div role="status">{state.done && done && <Notice tone="ok">{done}</Notice>}</div>
        {children}
        <Sender {...props} sending={sending} />
      </form>
    </FormContext>
  )
}

function Sender({ submit, look = 'primary', language, beside, sending }: ActionFormProps & { sending: boolean }) {
  return (
    <div className="mt-2 flex flex-wrap items-center gap-3">
      <Button type="submit" look={look} aria-disabled={sending}>
        {sending ? messages[language]['ui.form.sending'] : submit}
      </Button>
      {beside}
    </div>
  )
}
