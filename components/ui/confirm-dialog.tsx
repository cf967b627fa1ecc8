'use client'
import { type ReactNode, useId, useRef } from 'react'
import { ActionForm, type ActionFormProps } from './action-form'
import { Button, buttonClass } from './button'
import { messages } from './messages'

type Props = Omit<ActionFormProps, 'beside' | 'onDone' | 'className'> & {
  /** The word on the button that opens the dialog; ends in “…” by custom. */
  open: ReactNode
  openLook?: 'primary' | 'plain' | 'danger' | 'quiet'
  size?: 'normal' | 'small'
  title: ReactNode
}

// `command` opens and closes it, with scripts or without, where the browser knows the attribute; elsewhere the click does.
const knowsCommands = () => 'commandForElement' in HTMLButtonElement.prototype

/** Asks before something grave is done, with room for a reason. Closes when it was done, stays open when it was refused. */
export function ConfirmDialog({ open, openLook, size, title, children, ...form }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  const close = () => dialog.current?.close()
  const opener = { command: 'show-modal', commandfor: id }
  const closer = { command: 'close', commandfor: id }
  return (
    <>
      <button
        type="button"
        {...opener}
        className={buttonClass({ look: openLook, size })}
        onClick={() => knowsCommands() || dialog.current?.showModal()}
      >
        {open}
      </button>
      <dialog
        ref={dialog}
        id={id}
        aria-labelledby={`${id}-title`}
        // Without scripts a refused form comes back with its page: the dialog stands open by what it holds.
        className="m-auto w-full max-w-lg noscript:has-[[role=alert]]:fixed noscript:has-[[role=alert]]:inset-0 noscript:has-[[role=alert]]:z-50 noscript:has-[[role=alert]]:block noscript:has-[[role=alert]]:h-fit noscript:has-[[role=alert]]:max-h-dvh noscript:has-[[role=alert]]:overflow-auto rounded-lg border border-line bg-panel p-6 text-ink shadow-raised"
      >
        <h2 id={`${id}-title`} className="mb-3 text-xl">
          {title}
        </h2>
        <ActionForm
          {...form}
          onDone={close}
          beside={
            <Button {...closer} onClick={() => knowsCommands() || close()}>
              {messages[form.language]['ui.form.cancel']}
            </Button>
          }
        >
          {children}
        </ActionForm>
      </dialog>
    </>
  )
}
