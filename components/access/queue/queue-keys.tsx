'use client'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Kbd } from '@/components/ui/kbd'

type Words = {
  keys: string
  title: string
  next: string
  previous: string
  select: string
  open: string
  help: string
  everywhere: string
  everywhereHint: string
  close: string
  selectAll: string
}
type Props = { words: Words; selects: boolean; children: ReactNode }

const stored = 'queue-keys-everywhere'
const links = (list: HTMLElement) => [...list.querySelectorAll<HTMLAnchorElement>('tbody th a')]
const boxes = (list: HTMLElement) => [...list.querySelectorAll<HTMLInputElement>('input[name=requests]')]

/** Moves the keyboard from one request to another; from outside the list to its first. */
function move(list: HTMLElement, step: 1 | -1): void {
  const all = links(list)
  const row = document.activeElement?.closest('tr')
  const at = all.findIndex((link) => row?.contains(link))
  all[at < 0 ? 0 : Math.min(Math.max(at + step, 0), all.length - 1)]?.focus()
}

/** Does what a key says; false where it says nothing here. */
function press(list: HTMLElement, key: string, showHelp: () => void): boolean {
  const row = document.activeElement?.closest('tr')
  const inRow = row && list.contains(row)
  if (key === '?') showHelp()
  else if (key === 'j' || (key === 'ArrowDown' && inRow)) move(list, 1)
  else if (key === 'k' || (key === 'ArrowUp' && inRow)) move(list, -1)
  else if (key === 'x' && inRow) row.querySelector<HTMLInputElement>('input[name=requests]')?.click()
  else return false
  return true
}

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.matches('textarea, select, input:not([type=checkbox]), [contenteditable]')

/** Listens for keys: everywhere on the page unless the reader has turned that off (WCAG 2.1.4), else in the list alone. */
function useKeys(everywhere: boolean) {
  const list = useRef<HTMLDivElement>(null)
  const help = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const here = list.current
      const alone = event.ctrlKey || event.metaKey || event.altKey || event.isComposing
      if (!here || alone || isTyping(event.target) || document.querySelector('dialog[open]')) return
      if (!everywhere && !here.contains(document.activeElement)) return
      if (press(here, event.key, () => help.current?.showModal())) event.preventDefault()
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [everywhere])
  return { list, help }
}

function useEverywhere(): readonly [boolean, (on: boolean) => void] {
  const [everywhere, setEverywhere] = useState(true)
  useEffect(() => setEverywhere(localStorage.getItem(stored) !== 'off'), [])
  const set = (on: boolean) => {
    localStorage.setItem(stored, on ? 'on' : 'off')
    setEverywhere(on)
  }
  return [everywhere, set]
}

/** The list of requests by keyboard: j and k or the arrows move, x selects, Enter opens, ? tells. */
export function QueueKeys({ words, selects, children }: Props) {
  const [everywhere, setEverywhere] = useEverywhere()
  const { list, help } = useKeys(everywhere)
  const selectAll = () => {
    const all = list.current ? boxes(list.current) : []
    const on = all.some(({ checked }) => !checked)
    for (const box of all) box.checked = on
  }
  const does: readonly (readonly [readonly string[], string])[] = [
    [['j', '↓'], words.next],
    [['k', '↑'], words.previous],
    [['x'], words.select],
    [['Enter'], words.open],
    [['?'], words.help],
  ]
  return (
    <div ref={list}>
      <p className="needs-script mb-3 flex flex-wrap gap-3">
        {selects && (
          <Button size="small" onClick={selectAll}>
            {words.selectAll}
          </Button>
        )}
        <Button size="small" look="quiet" onClick={() => help.current?.showModal()}>
          {words.keys} <Kbd>?</Kbd>
        </Button>
      </p>
      {children}
      <dialog
        ref={help}
        aria-label={words.title}
        className="m-auto w-full max-w-md rounded-lg border border-line bg-panel p-6 text-ink shadow-raised"
      >
        <h2 className="mb-3 text-xl">{words.title}</h2>
        <dl className="mb-4 grid grid-cols-[auto_1fr] gap-x-4 gap-y-2">
          {does.map(([keys, what]) => (
            <div key={what} className="contents">
              <dt className="flex gap-1.5">
                {keys.map((key) => (
                  <Kbd key={key}>{key}</Kbd>
                ))}
              </dt>
              <dd>{what}</dd>
            </div>
          ))}
        </dl>
        <label className="mb-1 flex gap-2.5">
          <input
            type="checkbox"
            checked={everywhere}
            onChange={(event) => setEverywhere(event.target.checked)}
            className="mt-1 size-4.5 shrink-0"
          />
          <span>{words.everywhere}</span>
        </label>
        <p className="mb-4 pl-7 text-sm text-soft">{words.everywhereHint}</p>
        <Button onClick={() => help.current?.close()}>{words.close}</Button>
      </dialog>
    </div>
  )
}
