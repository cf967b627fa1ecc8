'use client'
import { createContext, useContext } from 'react'
import { type FormState, untouched } from '@/lib/platform/form'
import type { Language } from '@/lib/platform/messages'

type Surroundings = { readonly language: Language; readonly prefix: string; readonly state: FormState }

/** What the fields of a form share: its language, what sets their ids apart, and what the last attempt came to. */
export const FormContext = createContext<Surroundings>({ language: 'en', prefix: '', state: untouched })

/** The id of a field's control, which the error summary links to. */
export const fieldId = (prefix: string, name: string) => `${prefix}${name}`

/** The surrounding form's last answer, for parts that show more of it than errors (a conflict, a new token). */
export const useFormState = (): FormState => useContext(FormContext).state

/** What a field knows of itself: its id, its errors, and what was typed when the form comes back. */
export function useField(name: string) {
  const { language, prefix, state } = useContext(FormContext)
  const value = state.values?.[name]
  // Without JavaScript the page is rendered anew with what was typed; a box that is not in it was left unticked.
  const typed = state.values ? [value ?? []].flat() : undefined
  return { language, id: fieldId(prefix, name), errors: state.errors?.[name] ?? [], typed }
}
