import { type Refusal, refuse } from '@/lib/platform/refusal'
import { type ActingFor, judgeProject, lastsFor } from './acting'
import type { Budget } from './budget'
import { type Cell, occupancyOf } from './cell'
import { isoNameOf, type Week } from './weeks'

/** For how long a hold is kept at most, in milliseconds. */
export const holdTime = 24 * 3_600_000

/** Until when a hold made now is kept: a day, or until the week begins. */
export const holdUntil = ({ startsAt }: Pick<Cell, 'startsAt'>, now: Date): Date =>
  new Date(Math.min(now.getTime() + holdTime, startsAt.getTime()))

/** Somebody's place in the queue, with what decides whether a hold may be given to their project. */
export type Waiter = {
  readonly placeId: string
  readonly projectId: string
  readonly personId: string
}
export type Waiting = Budget & {
  readonly state: 'active' | 'ended'
  readonly startsAt: Date
  readonly endsAt: Date
}

/**
 * Who gets the slot week that has come free: the first in the queue who can afford it. Who cannot keeps the place and is passed over.
 * Nobody once the week has begun.
 */
export function firstAffordable<W extends Waiter>(
  cell: Pick<Cell, 'gpus' | 'startsAt' | 'endsAt'>,
  waiters: readonly W[],
  projects: ReadonlyMap<string, Waiting>,
  now: Date,
): W | null {
  if (cell.startsAt <= now) return null
  const mayHave = ({ projectId }: W): boolean => {
    const project = projects.get(projectId)
    return (
      project !== undefined &&
      project.state === 'active' &&
      lastsFor(project, cell, now) &&
      project.used + cell.gpus <= project.budget
    )
  }
  return waiters.find(mayHave) ?? null
}

export type Handed = { readonly cell: Cell; readonly to: Waiter; readonly until: Date }

/** Hands slot weeks that have come free to those who wait for them, one after the other: each hold counts for the next. */
export function handOn(
  freed: readonly { readonly cell: Cell; readonly waiters: readonly Waiter[] }[],
  projects: ReadonlyMap<string, Waiting>,
  now: Date,
): Handed[] {
  const spent = new Map(projects)
  return freed.flatMap(({ cell, waiters }) => {
    const to = firstAffordable(cell, waiters, spent, now)
    const project = to && spent.get(to.projectId)
    if (!to || !project) return []
    spent.set(to.projectId, { ...project, used: project.used + cell.gpus })
    return [{ cell, to, until: holdUntil(cell, now) }]
  })
}

/**
 * Whether a project may queue for the slot week: one to come, that somebody else has or will have; what it has just cancelled itself it
 * can take back. Affording it is not asked before it comes free.
 */
export function judgeJoin(week: Week, cell: Cell | null, project: ActingFor, now: Date): Refusal | null {
  const barred = judgeProject(project, now)
  if (barred) return barred
  const name = isoNameOf(week)
  if (!cell) return refuse('booking.no-such-week', { weeks: name })
  if (cell.waiting.some(({ projectId }) => projectId === project.id)) return refuse('booking.waits-already')
  if (cell.startsAt <= now) return refuse('booking.week-begun')
  if (!lastsFor(project, cell, now)) return refuse('booking.outside-project', { weeks: name })
  const occupancy = occupancyOf(cell, project.id, now)
  if (occupancy === 'closed') return refuse('booking.closed', { weeks: name })
  const isLeaving = occupancy === 'closing' && cell.booked?.projectId === project.id
  if (occupancy === 'mine' || occupancy === 'held-mine' || isLeaving)
    return refuse('booking.yours-already', { weeks: name })
  return occupancy === 'free' ? refuse('booking.is-free') : null
}
