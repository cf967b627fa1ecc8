'use client'
import { type FormEvent, type ReactNode, startTransition, useActionState, useEffect, useRef, useState } from 'react'
import type { FormAction } from '@/components/ui/action-form'
import { Button } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary'
import { FormContext } from '@/components/ui/form-context'
import { Notice } from '@/components/ui/notice'
import { untouched } from '@/lib/platform/form'
import type { Language } from '@/lib/platform/messages'
import { answerOf, type Ceremony, problemOf } from './passkey-ceremony'

export type PasskeyWords = Record<ReturnType<typeof problemOf> | 'needs-scripts', string>

type Props = {
  ceremony: Ceremony
  /** Answers what the browser is to be asked. */
  begin: FormAction
  /** Takes what the browser answered, in the field `response`. */
  finish: FormAction
  language: Language
  submit: string
  look?: 'primary' | 'plain'
  words: PasskeyWords
  /** Shown in place of the form's own word when it was done. */
  children?: ReactNode
}

/** A form that has the browser make or use a passkey before it is sent. The browser's part is loaded when the button is pressed. */
export function PasskeyForm({ ceremony, begin, finish, language, submit, look, words, children }: Props) {
  const [state, run, sending] = useActionState(finish, untouched)
  const [asked, setAsked] = useState(untouched)
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (state.done) form.current?.reset()
  }, [state])

  const perform = async (data: FormData) => {
    const begun = await begin(untouched, data)
    setAsked(begun)
    if (begun.refusal) return
    data.set('response', JSON.stringify(await answerOf(ceremony, begun.answer)))
    startTransition(() => run(data))
  }
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (busy || sending) return
    setProblem(null)
    setBusy(true)
    perform(new FormData(event.currentTarget))
      .catch((error: unknown) => setProblem(words[problemOf(error)]))
      .finally(() => setBusy(false))
  }

  const prefix = `passkey-${ceremony}-`
  const told = asked.refusal ? asked : state
  return (
    <FormContext value={{ language, prefix, state: told }}>
      <form ref={form} action={run} noValidate onSubmit={send} aria-busy={busy || sending}>
        <ErrorSummary state={told} prefix={prefix} language={language} />
        <div role="status" className="mb-3 empty:hidden">
          {problem && <Notice tone="wait">{problem}</Notice>}
        </div>
        <noscript>
          <p className="mb-3 text-soft">{words['needs-scripts']}</p>
        </noscript>
        {children}
        <Button type="submit" look={look} aria-disabled={busy || sending}>
          {submit}
        </Button>
      </form>
    </FormContext>
  )
}
