'use client'
import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'

type Props = { saved: string; failed: string; basis: number }

const pause = 1500

/** Does something one at a time: asked for meanwhile, once more afterwards. `done` hears what came of the last. */
function oneAtATime<Outcome>(act: () => Promise<Outcome>, done: (outcome: Outcome) => void): () => Promise<void> {
  let isBusy = false
  let isAsked = false
  return async function go(): Promise<void> {
    isAsked = isBusy
    if (isBusy) return
    isBusy = true
    const outcome = await act()
    isBusy = false
    if (isAsked) return go()
    done(outcome)
  }
}

/**
 * Saves the form that it stands in a moment after somebody stops typing or goes on to another field, by the same address and fields as its
 * button, says so, and has the rest of the page drawn anew. `basis` is the revision that the fields were first drawn from: what others have
 * changed since is not written over. Without scripts the button saves.
 */
export function SaveAsTyped({ saved, failed, basis }: Props) {
  const router = useRouter()
  const [drawnFrom] = useState(basis)
  const mark = useRef<HTMLParagraphElement>(null)
  const [told, setTold] = useState('')
  useEffect(() => {
    const form = mark.current?.closest('form')
    if (!form) return
    let waiting: ReturnType<typeof setTimeout> | undefined
    const send = oneAtATime(
      async () => (await fetch('/requests/save', { method: 'POST', body: new FormData(form) }).catch(() => null))?.ok,
      (isSaved) => {
        setTold(isSaved ? saved : failed)
        if (isSaved) router.refresh()
      },
    )
    const rest = () => {
      clearTimeout(waiting)
      waiting = undefined
    }
    const typed = () => {
      rest()
      waiting = setTimeout(() => {
        waiting = undefined
        send()
      }, pause)
    }
    const left = (event: FocusEvent) => {
      // On the way to the form's own button that saves everything anyway.
      const saves = event.relatedTarget instanceof HTMLButtonElement && event.relatedTarget.form === form
      if (waiting === undefined || saves) return
      rest()
      send()
    }
    form.addEventListener('input', typed)
    form.addEventListener('focusout', left)
    form.addEventListener('submit', rest)
    return () => {
      rest()
      form.removeEventListener('input', typed)
      form.removeEventListener('focusout', left)
      form.removeEventListener('submit', rest)
    }
  }, [saved, failed, router])
  return (
    <>
      <input type="hidden" name="basis" value={drawnFrom} />
      <p ref={mark} role="status" className="-mt-2 mb-1 min-h-6 text-sm text-soft">
        {told}
      </p>
    </>
  )
}
