'use client'
import { useEffect, useRef, useState } from 'react'

type Props = { saved: string; failed: string }

const pause = 1500

/**
 * Saves the form that it stands in a moment after somebody stops typing, by the same address and fields as its button, and says so.
 * Without scripts it is nothing, and the button saves.
 */
export function SaveAsTyped({ saved, failed }: Props) {
  const mark = useRef<HTMLParagraphElement>(null)
  const [told, setTold] = useState('')
  useEffect(() => {
    const form = mark.current?.closest('form')
    if (!form) return
    let waiting: ReturnType<typeof setTimeout> | undefined
    const send = async () => {
      const answer = await fetch('/requests/save', { method: 'POST', body: new FormData(form) }).catch(() => null)
      setTold(answer?.ok ? saved : failed)
    }
    const typed = () => {
      clearTimeout(waiting)
      waiting = setTimeout(send, pause)
    }
    form.addEventListener('input', typed)
    return () => {
      clearTimeout(waiting)
      form.removeEventListener('input', typed)
    }
  }, [saved, failed])
  return (
    <p ref={mark} role="status" className="mb-3 min-h-6 text-sm text-soft">
      {told}
    </p>
  )
}
