import { type Refusal, refuse } from '@/lib/platform/refusal'
import { type ActingFor, judgeProject } from './acting'
import { obstaclesOf, refusalOf } from './booking'
import { type Budget, leftOf, moveExceeds } from './budget'
import { type Cell, type CellKey, occupancyOf } from './cell'
import type { BookedWeek } from './ending'

export type Move = {
  readonly from: BookedWeek | null
  readonly key: CellKey
  readonly to: Cell | null
  /** The machine of the booking: a week stays on it. */
  readonly machineId: string
  readonly override: boolean
}

/** What the move takes on: nothing where the slot week is held for the project, since the hold counts already. */
export const addedBy = (to: Cell, projectId: string, now: Date): number =>
  occupancyOf(to, projectId, now) === 'held-mine' ? 0 : to.gpus

/** Whether a booked week to come may be moved to another slot week of its machine. The budget is judged on the net. */
export function judgeMove(move: Move, project: ActingFor, budget: Budget, now: Date): Refusal | null {
  const { from, key, to } = move
  if (!from) return refuse('booking.not-its-week')
  if (from.state !== 'booked' || from.startsAt <= now) return refuse('booking.nothing-to-move')
  const barred = judgeProject(project, now)
  if (barred) return barred
  if (to && to.machineId !== move.machineId) return refuse('booking.one-machine')
  const taken = obstaclesOf({ keys: [key], cells: to ? [to] : [], override: false }, project, now)
  const said = { ...budget, left: leftOf(budget), fits: [], taken, fitting: 'none' }
  const hindered = refusalOf(taken, said)
  if (hindered || !to) return hindered
  const adds = addedBy(to, project.id, now)
  if (!move.override && moveExceeds(budget, from.gpus, to.gpus, adds))
    return refuse('booking.over-budget', { ...said, wants: adds - from.gpus })
  return null
}
