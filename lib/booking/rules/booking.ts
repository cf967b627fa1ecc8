import { type Refusal, refuse } from '@/lib/platform/refusal'
import { type ActingFor, judgeProject, lastsFor } from './acting'
import { type Budget, costOf, exceeds, fitting, leftOf, type Wish } from './budget'
import { type Cell, type CellKey, isOpen, isRunning, type Occupancy, occupancyOf } from './cell'
import { isoNameOf } from './weeks'

/** Why a wanted slot week cannot be had. `none`: there is no such slot week; `outside`: the project does not last for it. */
export type Obstacle = Exclude<Occupancy, 'free' | 'held-mine'> | 'none' | 'outside'
export type Taken = CellKey & { readonly why: Obstacle }

export type Wanted = {
  readonly keys: readonly CellKey[]
  /** Those of them that there are, locked. */
  readonly cells: readonly Cell[]
  /** An administrator lifts the budget. */
  readonly override: boolean
}

/** What one refusal of a booking is about: of several obstacles the first of these. */
const codes = {
  none: 'booking.no-such-week',
  over: 'booking.week-over',
  closed: 'booking.closed',
  outside: 'booking.outside-project',
  mine: 'booking.yours-already',
  taken: 'booking.taken',
  closing: 'booking.taken',
  held: 'booking.held',
  'waiting-first': 'booking.waiting-first',
} as const satisfies Record<Obstacle, string>
const order = Object.keys(codes) as Obstacle[]

const keyOf = ({ slot, week }: CellKey): CellKey => ({ slot, week })
const isSame = (a: CellKey, b: CellKey): boolean => a.slot === b.slot && a.week === b.week

/** The weeks by name, for sentences. */
const namesOf = (keys: readonly CellKey[]): string =>
  [...new Set(keys.map(({ week }) => isoNameOf(week)))].join(', ') || 'none'

/** What keeps this project from each slot week, in the order of the wish. */
export function obstaclesOf({ keys, cells }: Wanted, project: ActingFor, now: Date): Taken[] {
  return keys.flatMap((key) => {
    const cell = cells.find((one) => isSame(one, key))
    if (!cell) return [{ ...keyOf(key), why: 'none' as const }]
    const occupancy = occupancyOf(cell, project.id, now)
    if (!isOpen(occupancy)) return [{ ...keyOf(key), why: occupancy as Obstacle }]
    return lastsFor(project, cell, now) ? [] : [{ ...keyOf(key), why: 'outside' as const }]
  })
}

/** What a refusal is about where some slot weeks cannot be had: the first obstacle in the order of `codes`. Null: there is none. */
export function refusalOf(taken: readonly Taken[], said: object): Refusal | null {
  const first = order.find((why) => taken.some((one) => one.why === why))
  if (!first) return null
  const weeks = namesOf(taken.filter(({ why }) => codes[why] === codes[first]))
  return refuse(codes[first], { ...said, weeks })
}

/** What each slot week that can be had adds to what the project uses: nothing where it is held for it, since a hold counts already. */
export function wishesOf({ keys, cells }: Wanted, project: ActingFor, now: Date): Wish<CellKey>[] {
  return keys.flatMap((key) => {
    const cell = cells.find((one) => isSame(one, key))
    if (!cell || !lastsFor(project, cell, now)) return []
    const occupancy = occupancyOf(cell, project.id, now)
    if (!isOpen(occupancy)) return []
    return [{ key: keyOf(key), adds: occupancy === 'held-mine' ? 0 : cell.gpus }]
  })
}

/**
 * Whether the project may have every wanted slot week: all or none. Null, or the refusal with `left` and `used` GPU weeks, `fits`
 * (those that it could have now) and `taken` (those that it cannot have, and why). An override lifts the budget and nothing else.
 */
export function judgeBooking(wanted: Wanted, project: ActingFor, budget: Budget, now: Date): Refusal | null {
  const barred = judgeProject(project, now)
  if (barred) return barred
  if (new Set(wanted.cells.map(({ machineId }) => machineId)).size > 1) return refuse('booking.one-machine')
  const taken = obstaclesOf(wanted, project, now)
  const wishes = wishesOf(wanted, project, now)
  const fits = fitting(wishes, budget)
  const said = { ...budget, left: leftOf(budget), fits, taken, fitting: namesOf(fits) }
  const hindered = refusalOf(taken, said)
  if (hindered) return hindered
  const wants = costOf(wishes)
  if (!wanted.override && exceeds(budget, wants)) return refuse('booking.over-budget', { ...said, wants })
  return null
}

/** A week that runs already makes it a drop-in; one that was held for the project, a claim. */
export function kindOf(cells: readonly Cell[], projectId: string, now: Date): 'ordinary' | 'drop-in' | 'claim' {
  if (cells.some((cell) => isRunning(cell, now))) return 'drop-in'
  return cells.some((cell) => occupancyOf(cell, projectId, now) === 'held-mine') ? 'claim' : 'ordinary'
}
