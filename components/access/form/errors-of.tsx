'use client'
import { FieldErrors } from '@/components/ui/field'
import { useField } from '@/components/ui/form-context'
import { messages } from '@/components/ui/messages'

/** What is wrong with a field whose controls have other names; the error summary leads here. */
export function ErrorsOf({ name, label }: { name: string; label: string }) {
  const { language, id, errors } = useField(name)
  if (errors.length === 0) return null
  return (
    <fieldset id={id} tabIndex={-1} aria-label={label} className="min-w-0">
      <FieldErrors id={`${id}-error`} errors={errors} word={messages[language]['ui.form.error']} />
    </fieldset>
  )
}
