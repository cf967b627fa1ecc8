'use client'
import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

/** Sends a form that chooses what the page shows as soon as a choice changes, in place. Draws nothing; without scripts the form has its button. */
export function ChooseAtOnce({ form: id }: { form: string }) {
  const router = useRouter()
  useEffect(() => {
    const form = document.getElementById(id)
    if (!(form instanceof HTMLFormElement)) return
    const send = (event: Event) => {
      if (event.type === 'change' && !(event.target instanceof HTMLSelectElement)) return
      event.preventDefault()
      const chosen = [...new FormData(form)].filter((pair): pair is [string, string] => pair[1] !== '')
      router.push(`${new URL(form.action).pathname}?${new URLSearchParams(chosen)}`, { scroll: false })
    }
    form.addEventListener('change', send)
    form.addEventListener('submit', send)
    return () => {
      form.removeEventListener('change', send)
      form.removeEventListener('submit', send)
    }
  }, [id, router])
  return null
}
