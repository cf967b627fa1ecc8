'use client'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { Icon } from '@/components/ui/icon'
import { itemsFor, type PaletteItem } from './palette-items'
import { type PaletteLabels, placesOf } from './palette-labels'
import { usePerson } from './session'
import { useSuggestions } from './use-suggestions'

type Props = { labels: PaletteLabels; onClose: () => void }

const go = (item: PaletteItem | undefined) => item && window.location.assign(item.href)

/** What is typed, what there is to choose from, and what the keys do. */
function useChoice(labels: PaletteLabels) {
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState(0)
  const { items: suggested, failed } = useSuggestions(typed)
  const items = itemsFor(typed, suggested, placesOf(labels, usePerson()), labels.groups, labels.all)
  const at = Math.min(chosen, items.length - 1)
  const type = (words: string) => {
    setTyped(words)
    setChosen(0)
  }
  const press = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step && items.length > 0) setChosen((at + step + items.length) % items.length)
    else if (event.key === 'Enter' && !event.nativeEvent.isComposing) go(items[at])
    else return
    event.preventDefault()
  }
  return { typed, type, press, items, at, choose: setChosen, failed }
}

/** Jump anywhere by typing: pages, datasets, searches. Arrows choose, Enter opens, Escape closes. */
export function CommandPalette({ labels, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const list = useId()
  const { typed, type, press, items, at, choose, failed } = useChoice(labels)
  useEffect(() => {
    dialog.current?.showModal()
  }, [])
  const close = () => dialog.current?.close()
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a click beside the panel closes it; by keyboard Escape does
    <dialog
      ref={dialog}
      aria-label={labels.open}
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && close()}
      className="mx-auto mt-[10vh] w-[calc(100vw-2rem)] max-w-xl rounded-lg border border-line bg-panel p-0 text-ink shadow-raised"
    >
      <div className="flex items-center gap-3 border-b border-line px-4">
        <Icon name="search" className="size-4 text-soft" />
        <Words
          list={list}
          at={items.length > 0 ? at : undefined}
          label={labels.placeholder}
          {...{ typed, type, press }}
        />
        <button type="button" onClick={close} className="p-1 text-soft" aria-label={labels.close}>
          <Icon name="cross" />
        </button>
      </div>
      <Choices id={list} label={labels.open} items={items} at={at} onHover={choose} />
      <p role="status" className="px-4 text-sm text-soft not-empty:py-3">
        {failed ? labels.offline : items.length === 0 ? labels.none : ''}
      </p>
      <p className="border-t border-line px-4 py-2 text-xs text-soft max-sm:hidden">{labels.keys}</p>
    </dialog>
  )
}

type WordsProps = Pick<ReturnType<typeof useChoice>, 'typed' | 'type' | 'press'> & {
  list: string
  label: string
  /** Which choice is in force; none while there is nothing to choose. */
  at: number | undefined
}

const Words = ({ list, label, at, typed, type, press }: WordsProps) => (
  <input
    role="combobox"
    aria-label={label}
    aria-expanded="true"
    aria-controls={list}
    aria-activedescendant={at === undefined ? undefined : `${list}-${at}`}
    aria-autocomplete="list"
    autoComplete="off"
    spellCheck={false}
    placeholder={label}
    value={typed}
    onChange={(event) => type(event.target.value)}
    onKeyDown={press}
    className="h-12 min-w-0 flex-1 bg-transparent text-lg outline-none"
  />
)

type ChoicesProps = { id: string; label: string; items: PaletteItem[]; at: number; onHover: (at: number) => void }

function Choices({ id, label, items, at, onHover }: ChoicesProps) {
  useEffect(() => {
    document.getElementById(`${id}-${at}`)?.scrollIntoView({ block: 'nearest' })
  }, [id, at])
  return (
    <div id={id} role="listbox" aria-label={label} className="max-h-[50vh] overflow-y-auto p-1.5">
      {items.map((item, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard is handled by the combobox that owns the list
        <div
          key={`${item.group} ${item.href}`}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === at}
          onMouseMove={() => index !== at && onHover(index)}
          onClick={() => go(item)}
          className="flex cursor-pointer items-center gap-3 rounded-md px-2.5 py-1.5 aria-selected:bg-accent-soft"
        >
          <span className="min-w-0 flex-1 truncate">{item.label}</span>
          <span className="shrink-0 text-sm text-soft">{item.count ?? item.group}</span>
        </div>
      ))}
    </div>
  )
}
