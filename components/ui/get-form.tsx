'use client'
import type { ReactNode } from 'react'
import type { FormState } from '@/lib/platform/form'
import type { Language } from '@/lib/platform/messages'
import { Button } from './button'
import { FormContext } from './form-context'

type Props = {
  language: Language
  /** Where its answer is; what was chosen stands in that address. */
  action: string
  submit: ReactNode
  /** Sentences by the name of the field they belong to. */
  errors?: FormState['errors']
  children: ReactNode
}

/** A form that asks and changes nothing: sent by the browser, with or without JavaScript, and its answer has an address. */
export function GetForm({ language, action, submit, errors, children }: Props) {
  return (
    <FormContext value={{ language, prefix: '', state: { errors } }}>
      <form action={action} noValidate>
        {children}
        <Button type="submit" look="primary">
          {submit}
        </Button>
      </form>
    </FormContext>
  )
}
