'use client'
import { Kbd } from '@/components/ui/kbd'
import type { SheetWords } from './words'

/** What the keys do on the sheet. */
export function KeyHints({ words, mayAct }: { words: SheetWords; mayAct: boolean }) {
  const hints = [
    ['← ↑ → ↓', words['keys.move']],
    ...(mayAct
      ? [
          [words['keys.space'], words['keys.pick']],
          ['⇧ + ← ↑ → ↓', words['keys.draw']],
          ['Enter', words['keys.book']],
          ['Delete', words['keys.leave']],
          ['Esc', words['keys.clear']],
        ]
      : []),
  ]
  return (
    <ul className="needs-script mt-3 flex flex-wrap gap-x-5 gap-y-1 text-sm text-soft max-sm:hidden pointer-coarse:hidden">
      {hints.map(([key, does]) => (
        <li key={key}>
          <Kbd>{key}</Kbd> {does}
        </li>
      ))}
    </ul>
  )
}
