import type { Week } from './weeks'

/** The key of a slot week. */
export type CellKey = { readonly slot: string; readonly week: Week }

/** A slot week with what stands in it, as its rows say. */
export type Cell = CellKey & {
  readonly machineId: string
  readonly gpus: number
  readonly startsAt: Date
  readonly endsAt: Date
  readonly closureId: string | null
  readonly booked: {
    readonly id: string
    readonly bookingId: string
    readonly projectId: string
    readonly state: string
    readonly countsUntil: Date
  } | null
  readonly hold: {
    readonly id: string
    readonly placeId: string
    readonly projectId: string
    readonly until: Date
  } | null
  /** Who waits for it, the first first. */
  readonly waiting: readonly { readonly id: string; readonly projectId: string; readonly personId: string }[]
}

/** What a slot week is to a project that would have it. `closing`: cancelled, and for its last minute undoable. */
export type Occupancy =
  | 'free'
  | 'mine'
  | 'taken'
  | 'closing'
  | 'held'
  | 'held-mine'
  | 'waiting-first'
  | 'closed'
  | 'over'

/** Whether the week runs: an empty slot of it is a drop-in, at the cost of the full week. */
export const isRunning = ({ startsAt, endsAt }: Pick<Cell, 'startsAt' | 'endsAt'>, now: Date): boolean =>
  startsAt <= now && now < endsAt

/** Whether what stands there has had its time: a cancelled week past its minute, or a hold past its day. Only a job has not run yet. */
export const isLeft = ({ booked, hold }: Pick<Cell, 'booked' | 'hold'>, now: Date): boolean =>
  booked !== null ? booked.state !== 'booked' && booked.countsUntil <= now : hold !== null && hold.until <= now

/**
 * What the slot week is to this project at this moment. What has just been left counts as free, unless somebody else waits for a
 * week to come: then it is theirs, even where the job that gives them the hold has not run yet.
 */
export function occupancyOf(cell: Cell, projectId: string, now: Date): Occupancy {
  const { booked, hold } = cell
  if (cell.endsAt <= now) return 'over'
  if (cell.closureId !== null) return 'closed'
  if (isLeft(cell, now)) {
    const others = cell.waiting.some((place) => place.projectId !== projectId)
    return others && now < cell.startsAt ? 'waiting-first' : 'free'
  }
  if (booked !== null) {
    if (booked.state !== 'booked') return 'closing'
    return booked.projectId === projectId ? 'mine' : 'taken'
  }
  if (hold !== null) return hold.projectId === projectId ? 'held-mine' : 'held'
  return 'free'
}

/** Whether a project for which it is that can book it. */
export const isOpen = (occupancy: Occupancy): boolean => occupancy === 'free' || occupancy === 'held-mine'
