'use client'
import { useEffect, useState } from 'react'
import { buttonClass } from './button'
import { Icon } from './icon'

const SHOWN_MS = 2000

/** Puts `text` on the clipboard and says so for two seconds. Not there without JavaScript, as the text itself is. */
export function CopyButton({ text, label, copied }: { text: string; label: string; copied: string }) {
  const [done, setDone] = useState(false)
  useEffect(() => {
    if (!done) return
    const timer = setTimeout(() => setDone(false), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [done])
  const copy = () => navigator.clipboard.writeText(text).then(() => setDone(true))
  return (
    <button type="button" onClick={copy} className={`needs-script ${buttonClass({ size: 'small' })}`}>
      <Icon name={done ? 'check' : 'copy'} className="size-3.5" />
      <span aria-live="polite">{done ? copied : label}</span>
    </button>
  )
}
