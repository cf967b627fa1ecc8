'use client'
import {
  type DragEvent,
  type FormEvent,
  type ReactNode,
  startTransition,
  useActionState,
  useEffect,
  useRef,
  useState,
} from 'react'
import type { FormAction } from '@/components/ui/action-form'
import { buttonClass } from '@/components/ui/button'
import { classes } from '@/components/ui/classes'
import { Icon } from '@/components/ui/icon'
import { Notice } from '@/components/ui/notice'
import { untouched } from '@/lib/platform/form'

type Item = { key: string; up: string; down: string; shown: ReactNode }
type Props = {
  /** Takes `move`: the key of a field and the place to which it goes, counted from 0. */
  action: FormAction
  form: string
  revision: number
  items: readonly Item[]
  moved: string
}

/** Sends moves one at a time, and puts whoever pressed a button back on it when the order has changed. */
function useMoving(action: FormAction, order: string) {
  const [state, run, sending] = useActionState(action, untouched)
  const pressed = useRef<string | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the button is looked for again when the order has changed
  useEffect(() => {
    if (pressed.current) document.getElementById(pressed.current)?.focus()
    pressed.current = null
  }, [order])
  const move = (data: FormData) => {
    if (!sending) startTransition(() => run(data))
  }
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const submitter = (event.nativeEvent as SubmitEvent).submitter
    pressed.current = submitter?.id ?? null
    move(new FormData(event.currentTarget, submitter))
  }
  return { state, run, sending, move, send }
}

/**
 * The fields of a form in their order. Each moves by its two buttons, which are a plain form, or is dragged. Whoever moves one by
 * keyboard stays on it.
 */
export function FieldOrder({ action, form, revision, items, moved }: Props) {
  const { state, run, sending, move, send } = useMoving(action, items.map(({ key }) => key).join(' '))
  const [dragged, setDragged] = useState<string | null>(null)
  const box = useRef<HTMLFormElement>(null)
  const drop = (place: number) => {
    if (dragged === null || !box.current) return
    const data = new FormData(box.current)
    data.set('move', `${dragged} ${place}`)
    setDragged(null)
    move(data)
  }
  return (
    <form ref={box} action={run} onSubmit={send} aria-busy={sending}>
      <input type="hidden" name="form" value={form} />
      <input type="hidden" name="expectedRevision" value={revision} />
      <div role="status">{state.done && <p className="text-sm text-soft">{moved}</p>}</div>
      {state.refusal && (
        <Notice tone="stop" live>
          {state.refusal.message}
        </Notice>
      )}
      <ol>
        {items.map((item, at) => (
          <Line
            key={item.key}
            item={item}
            at={at}
            last={items.length - 1}
            isTarget={dragged !== null && dragged !== item.key}
            onLift={(isLifted) => setDragged(isLifted ? item.key : null)}
            onDropped={() => drop(at)}
          />
        ))}
      </ol>
    </form>
  )
}

type LineProps = {
  item: Item
  at: number
  last: number
  isTarget: boolean
  onLift: (isLifted: boolean) => void
  onDropped: () => void
}

function Line({ item: { key, up, down, shown }, at, last, isTarget, onLift, onDropped }: LineProps) {
  const [isOver, setOver] = useState(false)
  const over = (event: DragEvent) => {
    if (!isTarget) return
    event.preventDefault()
    setOver(true)
  }
  const dropped = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    onDropped()
  }
  return (
    <li
      draggable
      onDragStart={() => onLift(true)}
      onDragEnd={() => onLift(false)}
      onDragOver={over}
      onDragLeave={() => setOver(false)}
      onDrop={dropped}
      className={classes(
        'flex cursor-grab flex-wrap items-center gap-x-3 gap-y-1 border-b border-line py-2 last:border-b-0',
        isOver && isTarget && 'bg-accent-soft',
      )}
    >
      <span className="w-6 text-right text-sm text-soft">{at + 1}</span>
      <div className="min-w-0 flex-1 basis-36">{shown}</div>
      <div className="flex gap-1">
        <Mover id={`up-${key}`} label={up} value={`${key} ${at - 1}`} icon="rotate-180" off={at === 0} />
        <Mover id={`down-${key}`} label={down} value={`${key} ${at + 1}`} off={at === last} />
      </div>
    </li>
  )
}

type MoverProps = { id: string; label: string; value: string; icon?: string; off: boolean }

function Mover({ id, label, value, icon, off }: MoverProps) {
  return (
    <button
      id={id}
      type="submit"
      name="move"
      value={value}
      disabled={off}
      aria-label={label}
      title={label}
      className={buttonClass({ look: 'plain', size: 'small' })}
    >
      <Icon name="chevron" className={classes('size-3.5', icon)} />
    </button>
  )
}
