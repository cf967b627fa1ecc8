'use client'
import { type FocusEvent, type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react'
import { classes } from './classes'

type Props = {
  summary: ReactNode
  /** What the button is called where `summary` has no words. */
  label?: string
  children: ReactNode
  className?: string
  summaryClass: string
  panelClass: string
}

/** A panel under a button. Opens without JavaScript; with it, closes by Escape, by a click elsewhere and when the focus leaves. */
export function Menu({ summary, label, children, className, summaryClass, panelClass }: Props) {
  const menu = useRef<HTMLDetailsElement>(null)
  const close = () => menu.current?.removeAttribute('open')

  useEffect(() => {
    const press = ({ target }: PointerEvent) => {
      if (target instanceof Node && !menu.current?.contains(target)) menu.current?.removeAttribute('open')
    }
    document.addEventListener('pointerdown', press)
    return () => document.removeEventListener('pointerdown', press)
  }, [])

  const leaveByKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !menu.current?.open) return
    close()
    menu.current.querySelector('summary')?.focus()
  }
  const leave = (event: FocusEvent) => {
    if (event.relatedTarget instanceof Node && !menu.current?.contains(event.relatedTarget)) close()
  }
  return (
    <details ref={menu} onKeyDown={leaveByKey} onBlur={leave} className={classes('group/menu', className)}>
      <summary aria-label={label} className={summaryClass}>
        {summary}
      </summary>
      <div className={panelClass}>{children}</div>
    </details>
  )
}
