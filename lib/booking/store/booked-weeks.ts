import type { Tx } from '@/lib/platform/db'
import type { Cell, CellKey } from '../rules/cell'
import type { BookedState, BookedWeek } from '../rules/ending'
import { type LockedCell, lockCells } from './cells'
import { dateOf } from './dates'

/** A booking and its weeks, the slot weeks that they are in locked. */
export type LockedBooking = {
  readonly id: string
  readonly projectId: string
  readonly machineId: string
  readonly weeks: readonly BookedWeek[]
  readonly cells: readonly LockedCell[]
}

const select = {
  id: true,
  slotId: true,
  week: true,
  gpus: true,
  startsAt: true,
  endsAt: true,
  state: true,
  stateAt: true,
  countsUntil: true,
  createdAt: true,
} as const

const read = (tx: Tx, id: string) =>
  tx.booking.findUnique({
    where: { id },
    select: {
      id: true,
      projectId: true,
      machineId: true,
      weeks: { select, orderBy: [{ week: 'asc' }, { slotId: 'asc' }] },
    },
  })
type Row = NonNullable<Awaited<ReturnType<typeof read>>>

const keyOf = ({ slotId, week }: Row['weeks'][number]): CellKey => ({
  slot: slotId,
  week: week.toISOString().slice(0, 10),
})
const isSame = (a: CellKey, b: CellKey): boolean => a.slot === b.slot && a.week === b.week

function asWeek(row: Row['weeks'][number], cells: readonly LockedCell[]): BookedWeek {
  const key = keyOf(row)
  const stands = cells.some((cell) => isSame(cell, key) && cell.booked?.id === row.id)
  return { ...row, ...key, state: row.state as BookedState, stands }
}

/**
 * Locks the slot weeks of a booking, and others with them, in the one order. Where a week was moved while we waited the locks are
 * not those of its rows any more: null, and the caller says that it moved on.
 */
export async function lockBooking(
  tx: Tx,
  id: string,
  besides: readonly CellKey[] = [],
): Promise<LockedBooking | 'moved-on' | null> {
  const before = await read(tx, id)
  if (!before) return null
  const keys = [...before.weeks.map(keyOf), ...besides]
  const cells = await lockCells(
    tx,
    keys.filter((key, at) => keys.findIndex((other) => isSame(other, key)) === at),
  )
  const now = await read(tx, id)
  if (!now?.weeks.every((week) => keys.some((key) => isSame(key, keyOf(week))))) return 'moved-on'
  return { ...now, weeks: now.weeks.map((week) => asWeek(week, cells)), cells }
}

/** Ends booked weeks before their time. They stay in their slot weeks until somebody empties those. */
export async function endWeeks(
  tx: Tx,
  weeks: readonly { readonly id: string; readonly countsUntil: Date }[],
  how: { state: Exclude<BookedState, 'booked'>; by: string | null; reason: string | null },
  now: Date,
): Promise<void> {
  for (const { id, countsUntil } of weeks)
    await tx.bookedWeek.update({
      where: { id },
      data: { state: how.state, stateAt: now, endedById: how.by, endReason: how.reason, countsUntil },
      select: { id: true },
    })
}

/** Gives back what was cancelled or released: it lasts until its end again. */
export async function restoreWeeks(tx: Tx, weeks: readonly BookedWeek[], now: Date): Promise<void> {
  for (const { id, endsAt } of weeks)
    await tx.bookedWeek.update({
      where: { id },
      data: { state: 'booked', stateAt: now, endedById: null, endReason: null, countsUntil: endsAt },
      select: { id: true },
    })
}

type Moving = {
  readonly booking: string
  readonly week: string
  readonly to: Cell
  /** Why an administrator lifted the budget for it. */
  readonly lifted: string | null
}

/** Puts a booked week into another slot week; its slot weeks are the caller's to empty and fill. */
export async function moveWeekTo(tx: Tx, { booking, week, to, lifted }: Moving, now: Date): Promise<void> {
  if (lifted !== null)
    await tx.booking.update({
      where: { id: booking },
      data: { overBudget: true, reason: lifted },
      select: { id: true },
    })
  const place = { slotId: to.slot, week: dateOf(to.week), gpus: to.gpus, startsAt: to.startsAt, endsAt: to.endsAt }
  await tx.bookedWeek.update({
    where: { id: week },
    data: { ...place, countsUntil: to.endsAt, stateAt: now },
    select: { id: true },
  })
}
