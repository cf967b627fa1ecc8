'use client'
import { useEffect, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import type { FormState } from '@/lib/platform/form'
import type { SheetWords } from './words'

/** What an act on the sheet answers: what was done, in words, and for how many seconds a button undoes it. */
export type Told = {
  readonly told: string
  /** The slot weeks that were picked and are booked now. */
  readonly booked?: readonly string[]
  readonly undo: { readonly booking: string; readonly of: 'booking' | 'ending'; readonly seconds: number } | null
}
/** A slot week as a refusal to book names it. */
type Named = { readonly slot: string; readonly week: string }

const shortly = 12

/** Whether what was done is still told: while it can be undone, else for a moment. */
function useMoment(told: Told | undefined): boolean {
  const [over, setOver] = useState<Told | null>(null)
  useEffect(() => {
    if (!told) return
    const timer = setTimeout(() => setOver(told), (told.undo?.seconds ?? shortly) * 1000)
    return () => clearTimeout(timer)
  }, [told])
  return over !== told
}

type Props = { state: FormState; words: SheetWords; keepOnly: (keys: readonly string[]) => void }

/** What came of the last act: done, with its undoing for a minute, or refused, with what would fit. */
export function OutcomeBar({ state, words, keepOnly }: Props) {
  const [settled, settle] = useState<FormState | null>(null)
  const refusal = settled === state ? undefined : state.refusal
  const told = state.refusal ? undefined : (state.answer as Told | undefined)
  const isTold = useMoment(told)
  const fits = ((refusal?.details.fits ?? []) as Named[]).map(({ slot, week }) => `${slot}/${week}`)
  const wrong = Object.values(state.errors ?? {}).flat()
  const takeOnly = () => {
    keepOnly(fits)
    settle(state)
  }
  return (
    <>
      <div role="status">
        {told && isTold && (
          <div className="mb-3 max-lg:shadow-raised">
            <Notice tone="ok">
              <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
                <p>{told.told}</p>
                {told.undo && (
                  <Button type="submit" size="small" name="undo" value={`${told.undo.booking}/${told.undo.of}`}>
                    {words.undo}
                  </Button>
                )}
              </div>
            </Notice>
          </div>
        )}
      </div>
      <div role="alert">
        {refusal && (
          <div className="mb-3 max-lg:shadow-raised">
            <Notice tone="stop">
              <p className="font-medium">{refusal.message}</p>
              {wrong.map((sentence) => (
                <p key={sentence}>{sentence}</p>
              ))}
              <div className="needs-script mt-2 flex flex-wrap gap-2">
                {fits.length > 0 && (
                  <Button size="small" onClick={takeOnly}>
                    {words['fits.only']}
                  </Button>
                )}
                <Button size="small" look="quiet" onClick={() => settle(state)}>
                  {words.close}
                </Button>
              </div>
            </Notice>
          </div>
        )}
      </div>
    </>
  )
}
