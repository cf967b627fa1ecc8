'use client'
import type { ReactNode } from 'react'
import { formatDateTime } from '@/components/ui/format'
import { Meter } from '@/components/ui/meter'
import { Notice } from '@/components/ui/notice'
import { Panel } from '@/components/ui/panel'
import type { ActingProject } from '@/lib/booking/rules/sheet'
import { fill } from './fill'
import type { SheetWords } from './words'

/** The sentence of the meter: what is held, selected and left, or by how much it is over. */
export function meterSentence({ budget, used }: ActingProject['meter'], selected: number, words: SheetWords): string {
  const left = budget - used - selected
  return left < 0
    ? fill(words['meter.over'], { used, selected, over: -left, budget })
    : fill(words['meter.left'], { used, selected, left, budget })
}

type Props = {
  acting: ActingProject
  /** Why the project cannot book at all now, in words. */
  whyNot: ReactNode
  /** GPU weeks. */
  selected: number
  words: SheetWords
  children: ReactNode
}

/** The acting project's budget, moving with the selection, and what can be done with what is selected. */
export function BudgetPanel({ acting, whyNot, selected, words, children }: Props) {
  const { name, slug, onBehalfOf, meter } = acting
  const { budget, used, held, next } = meter
  const over = used + selected > budget
  const sentence = meterSentence(meter, selected, words)
  const parts = [
    { value: used, kind: 'held' },
    { value: selected, kind: 'new' },
  ] as const
  return (
    <Panel title={<a href={`/projects/${slug}/bookings`}>{name}</a>} className="lg:sticky lg:top-20">
      {onBehalfOf && <p className="-mt-2 mb-3 text-sm text-soft">{fill(words.behalf, { name: onBehalfOf })}</p>}
      <p className="flex justify-between gap-4 text-sm">
        {words['meter.title']}
        <span className={over ? 'font-semibold text-red' : 'font-semibold'}>
          {fill(words['meter.of'], { used: used + selected, budget })}
        </span>
      </p>
      <div className="my-1.5">
        <Meter parts={parts} limit={budget} label={sentence} />
      </div>
      <p role="status" className={over ? 'text-sm font-medium text-red' : 'text-sm text-soft'}>
        {sentence}
      </p>
      {held > 0 && <p className="mt-1 text-sm text-soft">{fill(words['meter.held'], { held })}</p>}
      {next && (
        <p className="mt-1 text-sm text-soft">
          {fill(words['meter.next'], { gpus: next.gpus, at: formatDateTime(next.at) })}
        </p>
      )}
      {whyNot && (
        <div className="mt-3">
          <Notice tone="wait">{whyNot}</Notice>
        </div>
      )}
      {children}
    </Panel>
  )
}
