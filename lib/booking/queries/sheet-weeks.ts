import 'server-only'
import { type Drawn, drawCell, type Reader } from '../rules/draw'
import type { SheetCell, SheetWeek } from '../rules/sheet'
import { addWeeks, endOf, isoNameOf, startOf, type Week, weeksBetween } from '../rules/weeks'
import type { RawCell, RawMachine, RawMachineSheet } from './sheet-statement'

/** A machine as everyone sees it. */
export const shownMachine = ({ personalData: _, ...shown }: RawMachine) => shown

/** Moments as text, each read once: the slot weeks of a week share theirs. */
function momentsOf(): (text: string) => Date {
  const known = new Map<string, Date>()
  return (text) => {
    const moment = known.get(text) ?? new Date(text)
    known.set(text, moment)
    return moment
  }
}

function drawnOf(raw: RawCell, machineId: string, momentOf: (text: string) => Date): Drawn {
  const [week, slot, , gpus, startsAt, endsAt, booked, owner, readyAt, hold, closed, waiting] = raw
  return {
    slot,
    week,
    machineId,
    gpus,
    startsAt: momentOf(startsAt),
    endsAt: momentOf(endsAt),
    closureId: closed === null ? null : slot,
    booked: booked && { ...booked, countsUntil: new Date(booked.countsUntil) },
    hold: hold && { ...hold, until: new Date(hold.until) },
    waiting: waiting.map((place) => ({ ...place, personId: '' })),
    owner,
    readyAt: readyAt === null ? null : new Date(readyAt),
    reason: closed,
  }
}

type Head = Pick<SheetWeek, 'week' | 'name' | 'startsAt' | 'endsAt'> & {
  readonly starts: number
  readonly ends: number
}
/** What of a week is the same on every sheet, each worked out once; of a century at most. */
const heads = new Map<Week, Head>()
const mostHeads = 5300

function headOf(week: Week): Head {
  const known = heads.get(week)
  if (known) return known
  const [start, end] = [startOf(week), endOf(week)]
  const edges = { startsAt: start.toISOString(), endsAt: end.toISOString() }
  const head = { week, name: isoNameOf(week), ...edges, starts: start.getTime(), ends: end.getTime() }
  if (heads.size < mostHeads) heads.set(week, head)
  return head
}

/** One week of the sheet; without any slot where none was made for it. */
function weekRow(week: Week, cells: readonly RawCell[], draw: (raw: RawCell) => SheetCell, now: Date): SheetWeek {
  const { starts, ends, ...head } = headOf(week)
  const moment = now.getTime()
  return {
    ...head,
    isCurrent: starts <= moment && moment < ends,
    isPast: ends <= moment,
    slots: cells.map(([, id, name, gpus]) => ({ id, name, gpus })),
    cells: cells.map(draw),
  }
}

type Span = { readonly from: Week; readonly weeks: number }

/** The weeks of a machine's sheet, as this reader sees them. */
export function weeksOf({ machine, cells }: RawMachineSheet, { from, weeks }: Span, reader: Reader, now: Date) {
  const byWeek = new Map<Week, RawCell[]>()
  for (const cell of cells ?? []) {
    const row = byWeek.get(cell[0])
    if (row) row.push(cell)
    else byWeek.set(cell[0], [cell])
  }
  const momentOf = momentsOf()
  const draw = (raw: RawCell) => drawCell(drawnOf(raw, machine.id, momentOf), reader, now)
  return Array.from({ length: weeks }, (_, n) => addWeeks(from, n)).map((week) =>
    weekRow(week, byWeek.get(week) ?? [], draw, now),
  )
}

/** Where "earlier" and "later" lead; null at the ends of what there is. */
export function around({ reach: [first, last] }: RawMachineSheet, { from, weeks }: Span) {
  const next = addWeeks(from, weeks)
  const before = first !== null && first < from ? addWeeks(from, -Math.min(weeks, weeksBetween(first, from))) : null
  return { earlier: before, later: last !== null && next <= last ? next : null }
}
