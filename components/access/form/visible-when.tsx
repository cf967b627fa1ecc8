'use client'
import { type ReactNode, useEffect, useRef, useState } from 'react'

type Props = { id: string; name: string; options: readonly string[]; children: ReactNode }

const selector = (name: string) => `[name="${CSS.escape(name)}"]`

/** What is chosen in the controls of this name now; nothing where none of them can be seen. */
function chosen(form: HTMLFormElement, name: string): string[] {
  const controls = [...form.querySelectorAll<HTMLInputElement | HTMLSelectElement>(selector(name))]
  if (controls.every((control) => control.closest('[hidden]'))) return []
  const values = new FormData(form).getAll(name)
  return values.filter((value) => typeof value === 'string')
}

/** Shows its fields while one of the options is chosen; without JavaScript always. What is hidden is not sent: its controls are disabled. */
export function VisibleWhen({ id, name, options, children }: Props) {
  const box = useRef<HTMLFieldSetElement>(null)
  const [isShown, setShown] = useState(true)
  const told = useRef(true)
  const wanted = options.join(' ')
  useEffect(() => {
    const form = box.current?.form ?? box.current?.closest('form')
    if (!form) return
    const look = () => setShown(chosen(form, name).some((one) => wanted.split(' ').includes(one)))
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
    <fieldset ref={box} id={id} hidden={!isShown} disabled={!isShown}>
      {children}
    </fieldset>
  )
}
