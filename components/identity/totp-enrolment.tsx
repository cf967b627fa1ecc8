'use client'
import { type ReactNode, useActionState } from 'react'
import type { FormAction } from '@/components/ui/action-form'
import { Button } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary'
import { FormContext } from '@/components/ui/form-context'
import { untouched } from '@/lib/platform/form'
import type { Language } from '@/lib/platform/messages'
import { ShownOnce, type ShownWords } from './shown-once'

type Props = {
  action: FormAction
  language: Language
  submit: string
  words: ShownWords
  open: boolean
  children: ReactNode
}

/**
 * The end of an enrolment. It stands on the page before and after: the recovery codes that its action makes are shown by the form
 * that was sent, and without scripts the page is drawn anew for that. `open`: a code is awaited.
 */
export function TotpEnrolment({ action, language, submit, words, open, children }: Props) {
  const [state, run] = useActionState(action, untouched)
  return (
    <FormContext value={{ language, prefix: 'totp-', state }}>
      <ShownOnce words={words} />
      {open && !state.answer && (
        <form action={run}>
          <ErrorSummary state={state} prefix="totp-" language={language} />
          {children}
          <Button type="submit" look="primary">
            {submit}
          </Button>
        </form>
      )}
    </FormContext>
  )
}
