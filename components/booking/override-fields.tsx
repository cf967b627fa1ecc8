'use client'
import { useId } from 'react'
import { controlClass } from '@/components/ui/control-class'
import { Disclosure } from '@/components/ui/disclosure'
import type { SheetWords } from './words'

/** What a compute administrator can add to a booking: that it may exceed the budget, and why they make it. */
export function OverrideFields({ words }: { words: SheetWords }) {
  const id = useId()
  return (
    <Disclosure summary={words['override.title']} className="mt-4 border-t border-line pt-3 text-sm">
      <label className="mb-2 flex gap-2.5">
        <input type="checkbox" name="overBudget" value="true" className="mt-1 size-4.5 shrink-0" />
        {words['override.budget']}
      </label>
      <label htmlFor={id} className="mb-1 block font-medium">
        {words['override.reason']}
      </label>
      <textarea id={id} name="reason" rows={2} className={controlClass} />
    </Disclosure>
  )
}
