'use client'
import { type ChangeEvent, type KeyboardEvent, type RefObject, useEffect, useId, useRef, useState } from 'react'

type Suggestion = { kind: string; label: string; href: string; datasets: number }
type Props = {
  q: string
  form: string
  words: { label: string; placeholder: string; suggestions: string; kinds: Record<string, string> }
}

const patience = 120

/** What the portal suggests for the text, asked a moment after the last key; nothing when it cannot be fetched. */
function useSuggestions(text: string, asked: boolean): Suggestion[] {
  const [items, setItems] = useState<Suggestion[]>([])
  useEffect(() => {
    const stop = new AbortController()
    const fetchItems = async () => {
      const answer = await fetch(`/api/v1/suggestions?q=${encodeURIComponent(text)}`, { signal: stop.signal })
      const body: { items: Suggestion[] } = answer.ok ? await answer.json() : { items: [] }
      setItems(body.items)
    }
    const wanted = asked && text.trim().length >= 2
    const timer = setTimeout(() => (wanted ? fetchItems().catch(() => {}) : setItems([])), wanted ? patience : 0)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [text, asked])
  return items
}

/** `/` leads to the box from anywhere but another field. */
function useSlash(box: RefObject<HTMLInputElement | null>) {
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      const typing =
        event.target instanceof Element && event.target.closest('input, textarea, select, [contenteditable]')
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || typing) return
      event.preventDefault()
      box.current?.focus()
      box.current?.select()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [box])
}

type Combobox = ReturnType<typeof useCombobox>

/** What the arrow keys, Enter and Escape do: the place -1 is the field itself, on a circle with the suggestions. */
function useCombobox(q: string) {
  const [text, setText] = useState(q)
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(-1)
  const items = useSuggestions(text, open)
  const shown = open && items.length > 0
  useEffect(() => setText(q), [q])
  const show = (visible: boolean) => {
    setOpen(visible)
    setActive(-1)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key] ?? 0
    const chosen = event.key === 'Enter' && shown ? items[active] : undefined
    if (step !== 0 && shown) setActive((at) => ((at + 1 + step + items.length + 1) % (items.length + 1)) - 1)
    else if (step !== 0) show(true)
    else if (event.key === 'Escape' && shown) show(false)
    else if (chosen) location.assign(chosen.href)
    else {
      if (event.key === 'Enter') show(false)
      return
    }
    event.preventDefault()
  }
  const onChange = (event: ChangeEvent<HTMLInputElement>) => {
    setText(event.target.value)
    show(true)
  }
  return { text, items, shown, active, onKeyDown, onChange, onBlur: () => show(false) }
}

/** The search field: plain without JavaScript, else a combobox (ARIA 1.2) whose list leads to datasets and to searches. */
export function SearchBox({ q, form, words }: Props) {
  const box = useRef<HTMLInputElement>(null)
  const list = useId()
  const { text, items, shown, active, ...on }: Combobox = useCombobox(q)
  useSlash(box)
  return (
    <div className="relative min-w-0 flex-1">
      <input
        ref={box}
        type="search"
        name="q"
        form={form}
        value={text}
        {...on}
        maxLength={500}
        placeholder={words.placeholder}
        aria-label={words.label}
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={shown}
        aria-controls={shown ? list : undefined}
        aria-activedescendant={shown && active >= 0 ? `${list}-${active}` : undefined}
        autoComplete="off"
        className="h-11 w-full rounded-lg border border-edge bg-panel px-3.5"
      />
      {shown && <Suggestions {...{ list, items, active, words }} />}
    </div>
  )
}

type ListProps = { list: string; items: Suggestion[]; active: number; words: Props['words'] }

function Suggestions({ list, items, active, words }: ListProps) {
  return (
    <div
      id={list}
      role="listbox"
      aria-label={words.suggestions}
      className="absolute inset-x-0 top-full z-10 mt-1 overflow-hidden rounded-lg border border-line bg-panel py-1 shadow-raised"
    >
      {items.map((item, at) => (
        // The list must not take the focus from the field, which blurring would close before the click arrives.
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the combobox's own
        <div
          key={item.href}
          id={`${list}-${at}`}
          role="option"
          tabIndex={-1}
          aria-selected={at === active}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => location.assign(item.href)}
          className={`flex cursor-pointer items-baseline gap-3 px-3.5 py-1.5 hover:bg-accent-soft ${at === active ? 'bg-accent-soft' : ''}`}
        >
          <span className="min-w-0 flex-1 truncate">{item.label}</span>
          <span className="text-xs text-soft">
            {words.kinds[item.kind]}
            {item.kind !== 'dataset' && ` · ${item.datasets}`}
          </span>
        </div>
      ))}
    </div>
  )
}
