import { type Refusal, refuse } from '@/lib/platform/refusal'
import { lastsFor } from './acting'
import type { Cell, CellKey } from './cell'
import { addWeeks, isoNameOf, type Week, weekOf, weeksBetween } from './weeks'

/** The most weeks that are closed in one act. */
const mostWeeks = 53

/** Whether weeks [from, to], both meant, can be closed: none that is over, the running one at the earliest. Null, or why not. */
export function judgeStretch(from: Week, to: Week, now: Date): Refusal | null {
  if (from < weekOf(now)) return refuse('booking.closure-too-early', { earliest: isoNameOf(weekOf(now)) })
  const count = weeksBetween(from, to) + 1
  if (count < 1 || count > mostWeeks) return refuse('booking.closure-length', { most: mostWeeks })
  return null
}

/** The weeks from one to another, both meant. */
export const weeksFrom = (from: Week, to: Week): Week[] =>
  Array.from({ length: Math.max(0, weeksBetween(from, to) + 1) }, (_, n) => addWeeks(from, n))

/** What an administrator decided on a booking that stands where weeks are to be closed. */
export type Displacement = { readonly bookedWeek: string; readonly to: CellKey | null }
type Period = { readonly startsAt: Date; readonly endsAt: Date }
type Booked = Cell & { readonly booked: NonNullable<Cell['booked']> }

export type Closing = {
  /** The slot weeks to be closed, locked; those that are closed already among them. */
  readonly cells: readonly Cell[]
  /** Those that bookings would be moved to, locked. */
  readonly targets: readonly Cell[]
  readonly projects: ReadonlyMap<string, Period>
}

/** What happens when they are closed. */
export type Closed = {
  readonly closes: readonly Cell[]
  readonly moves: readonly { readonly from: Booked; readonly to: Cell }[]
  readonly ends: readonly Booked[]
  /** Holds that are taken back; who waited keeps the place. */
  readonly holds: readonly (Cell & { readonly hold: NonNullable<Cell['hold']> })[]
}

const isSame = (a: CellKey, b: CellKey): boolean => a.slot === b.slot && a.week === b.week
const stands = (cell: Cell): cell is Booked => cell.booked?.state === 'booked'
const isEmpty = ({ booked, hold, closureId, waiting }: Cell): boolean =>
  booked === null && hold === null && closureId === null && waiting.length === 0

/** Whether a booking can go from one slot week to another: free, as large, not over, begun only where the old one has, within its project. */
export function canTake(target: Cell, from: Booked, project: Period | undefined, now: Date): boolean {
  if (!isEmpty(target) || target.gpus !== from.gpus || target.endsAt <= now || project === undefined) return false
  return (now < target.startsAt || from.startsAt <= now) && lastsFor(project, target, now)
}

/**
 * Whether slot weeks can be closed with these decisions: each booking that stands there is moved or cancelled, nothing is decided of
 * one that does not, and each goes to a slot week of its own that can take it.
 */
export function judgeClosing(
  { cells, targets, projects }: Closing,
  decisions: readonly Displacement[],
  now: Date,
): Closed | Refusal {
  const closes = cells.filter(({ closureId }) => closureId === null)
  if (closes.length === 0) return refuse('booking.closed-already')
  const standing = closes.filter(stands)
  const decided = new Map(decisions.map((one) => [one.bookedWeek, one.to]))
  const undecided = standing.filter(({ booked }) => !decided.has(booked.id))
  if (undecided.length > 0) return refuse('booking.displacement-missing', { count: undecided.length })
  if (decided.size !== standing.length || decisions.length !== decided.size) return refuse('booking.displacement-stale')
  const wanted = standing.map((from) => ({ from, key: decided.get(from.booked.id) ?? null }))
  const moves: { from: Booked; to: Cell }[] = []
  for (const { from, key } of wanted) {
    if (key === null) continue
    const to = targets.find((cell) => isSame(cell, key))
    const isTaken = moves.some((move) => isSame(move.to, key)) || cells.some((cell) => isSame(cell, key))
    if (!to || isTaken || !canTake(to, from, projects.get(from.booked.projectId), now))
      return refuse('booking.displacement-taken', { week: isoNameOf(key.week) })
    moves.push({ from, to })
  }
  const ends = wanted.filter(({ key }) => key === null).map(({ from }) => from)
  const holds = closes.flatMap((cell) => (cell.hold === null ? [] : [{ ...cell, hold: cell.hold }]))
  return { closes, moves, ends, holds }
}
