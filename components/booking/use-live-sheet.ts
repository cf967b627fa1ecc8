'use client'
import { useEffect, useRef, useState } from 'react'
import type { Sheet } from '@/lib/booking/rules/sheet'
import { type Changed, changeQueue } from './change-queue'
import { useChanges } from './use-changes'

/** The sheet as it was read at a moment (ISO 8601). */
export type ReadSheet = { readonly sheet: Sheet; readonly now: string }
/** The addresses that tell of changes and that read weeks anew. */
export type Addresses = { readonly events: string; readonly weeks: string }

/** The sheet with the weeks that were read anew in place of what they were, and the budgets of now. */
export function renewed({ sheet }: ReadSheet, { sheet: read, now }: ReadSheet): ReadSheet {
  const newer = new Map(read.weeks.map((week) => [week.week, week]))
  const weeks = sheet.weeks.map((week) => newer.get(week.week) ?? week)
  return { sheet: { ...sheet, projects: read.projects, acting: read.acting, weeks }, now }
}

/** The smallest span of the weeks in sight that holds all that changed; null: nothing in sight did. */
export function spanOf(weeks: Sheet['weeks'], changed: Changed): { from: string; weeks: number } | null {
  const at = weeks.flatMap(({ week }, index) => (changed === 'all' || changed.has(week) ? index : []))
  const [first, last] = [at[0], at.at(-1)]
  if (first === undefined || last === undefined) return null
  return { from: weeks[first]?.week ?? '', weeks: last - first + 1 }
}

async function readSpan(address: string, { from, weeks }: { from: string; weeks: number }): Promise<ReadSheet> {
  const url = new URL(address, location.href)
  url.searchParams.set('from', from)
  url.searchParams.set('weeks', String(weeks))
  const answer = await fetch(url, { cache: 'no-store', headers: { accept: 'application/json' } })
  if (!answer.ok) throw new Error(`the sheet answered ${answer.status}`)
  const now = new Date(answer.headers.get('date') ?? performance.timeOrigin + performance.now())
  return { sheet: (await answer.json()) as Sheet, now: now.toISOString() }
}

/** The sheet as it is now: what somebody else books stands in it a moment later. What the page was rendered with anew outdoes it. */
export function useLiveSheet(rendered: ReadSheet, { events, weeks }: Addresses): ReadSheet {
  const [held, setHeld] = useState({ rendered, live: rendered })
  if (held.rendered !== rendered) setHeld({ rendered, live: rendered })
  const newest = useRef(rendered)
  const read = async (changed: Changed) => {
    const span = spanOf(held.live.sheet.weeks, changed)
    if (!span) return 'read'
    const anew = await readSpan(weeks, span)
    // What the page was rendered with meanwhile may be newer, or older.
    if (newest.current !== rendered) return 'overtaken'
    setHeld((now) => ({ ...now, live: renewed(now.live, anew) }))
    return 'read'
  }
  const latest = useRef(read)
  useEffect(() => {
    latest.current = read
    newest.current = rendered
  })
  const [queue] = useState(() => changeQueue((changed) => latest.current(changed)))
  useEffect(() => queue.stop, [queue])
  useChanges(events, queue.hear)
  return held.live
}
