'use client'
import { useRouter, useSearchParams } from 'next/navigation'
import { useEffect, useTransition } from 'react'

const fieldsOf = (form: HTMLFormElement) =>
  [...form.elements].filter((field) => field instanceof HTMLInputElement || field instanceof HTMLSelectElement)

function addressOf(form: HTMLFormElement): string {
  const parameters = new URLSearchParams()
  for (const [name, value] of new FormData(form)) {
    if (typeof value === 'string' && value.trim() !== '') parameters.append(name, value.trim())
  }
  const query = parameters.toString()
  return query === '' ? '/datasets' : `/datasets?${query}`
}

/**
 * Sends the search form as soon as a filter changes, in place: the focus stays where it is, and going back in the browser ticks
 * and unticks what the address says. Draws nothing; without JavaScript the form has its button.
 */
export function AutoSubmit({ form: id, results }: { form: string; results: string }) {
  const router = useRouter()
  const parameters = useSearchParams()
  const [busy, start] = useTransition()

  useEffect(() => {
    const form = document.getElementById(id)
    if (!(form instanceof HTMLFormElement)) return
    const send = (event: Event) => {
      const typed = event.target instanceof HTMLInputElement && event.target.type === 'search'
      if (event.type === 'change' && typed) return
      event.preventDefault()
      start(() => router.push(addressOf(form), { scroll: false }))
    }
    const changed = (event: Event) => {
      const field = event.target
      if ((field instanceof HTMLInputElement || field instanceof HTMLSelectElement) && field.form === form) send(event)
    }
    form.addEventListener('submit', send)
    document.addEventListener('change', changed)
    return () => {
      form.removeEventListener('submit', send)
      document.removeEventListener('change', changed)
    }
  }, [id, router])

  useEffect(() => {
    const form = document.getElementById(id)
    if (!(form instanceof HTMLFormElement)) return
    for (const field of fieldsOf(form)) {
      if (field instanceof HTMLInputElement && field.type === 'checkbox')
        field.checked = parameters.getAll(field.name).includes(field.value)
    }
  }, [id, parameters])

  useEffect(() => document.getElementById(results)?.setAttribute('aria-busy', String(busy)), [busy, results])
  return null
}
