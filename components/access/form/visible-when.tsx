'use client'
import { type ReactNode, useEffect, useRef, useState } from 'react'

type Props = { id: string; name: string; options: readonly string[]; children: ReactNode }

/** Shows its fields while one of the options is chosen; without JavaScript always. What is hidden is not sent: its controls are disabled. */
export function VisibleWhen({ id, name, options, children }: Props) {
  const box = useRef<HTMLFieldSetElement>(null)
  const [isShown, setShown] = useState(true)
  const told = useRef(true)
  const wanted = options.join(' ')
  useEffect(() => {
    const form = box.current?.form ?? box.current?.closest('form')
    if (!form) return
    // What is hidden is disabled, so that nothing of it is in the form's data.
    const look = () => setShown(new FormData(form).getAll(name).some((one) => wanted.split(' ').includes(String(one))))
    look()
    form.addEventListener('change', look)
    // What this one hangs on may itself be shown or hidden by another.
    form.addEventListener('reveal', look)
    return () => {
      form.removeEventListener('change', look)
      form.removeEventListener('reveal', look)
    }
  }, [name, wanted])
  useEffect(() => {
    if (told.current === isShown) return
    told.current = isShown
    box.current?.closest('form')?.dispatchEvent(new Event('reveal'))
  }, [isShown])
  return (
    <fieldset ref={box} id={id} hidden={!isShown} disabled={!isShown} className="min-w-0">
      {children}
    </fieldset>
  )
}
