'use client'
import type { MouseEvent } from 'react'
import type { SheetSlot } from '@/lib/booking/rules/sheet'
import type { SheetWords } from './words'

type Props = {
  slots: readonly SheetSlot[]
  column: number
  /** The address of this page but for the column. */
  address: string
  show: (column: number) => void
  words: SheetWords
}

/** Which slot a phone shows, which has room for one column. */
export function SlotSwitch({ slots, column, address, show, words }: Props) {
  const choose = (at: number) => (event: MouseEvent) => {
    event.preventDefault()
    show(at)
  }
  return (
    <nav aria-label={words['slot.switch']} className="mb-2 sm:hidden">
      <ul className="flex rounded-md border border-edge">
        {slots.map(({ id, name }, at) => (
          <li key={id} className="flex-1 not-first:border-l not-first:border-edge">
            <a
              href={`${address}&slot=${at + 1}`}
              onClick={choose(at)}
              aria-current={at === column || undefined}
              className="grid min-h-10 place-items-center px-1 text-soft no-underline aria-[current]:bg-accent-soft aria-[current]:font-medium aria-[current]:text-accent"
            >
              <span>
                <span className="sr-only">{words['slot.word']} </span>
                {name}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
