import 'server-only'
import { z } from 'zod'
import { command } from '@/lib/platform/command'
import { refuse } from '@/lib/platform/refusal'
import { cellsOf, happened } from '../events/bookings'
import { isTheClock } from '../policy/compute'
import { isoNameOf } from '../rules/weeks'
import { emptyCells } from '../store/cells'
import { endHolds, endPlaces } from '../store/places'
import { lockTurning, mostTurns, noteTurns, type Overdue, type Turning } from '../store/turning'

/** A week that began and ended while nothing ran is told of both, in that order. */
function factsOfWeek({ id, bookingId, projectId, machineId, slot, week, gpus, starts, ends }: Turning) {
  const data = { projectId, machineId, ...cellsOf([{ id, slot, week, gpus }]) }
  return [
    ...(starts ? [happened.weekStarted(bookingId, data)] : []),
    ...(ends ? [happened.weekEnded(bookingId, data)] : []),
  ]
}

function factsOfPlace({ id, projectId, slot, week, holdId }: Overdue) {
  const data = { projectId, slot, week: isoNameOf(week) }
  return [...(holdId ? [happened.holdPassed(id, { ...data, holdId })] : []), happened.placeOver(id, data)]
}

/**
 * The clock, each minute: journals the booked weeks that began or ended, exactly once, and closes the queues of weeks that have begun.
 * What stands for what is read from the clock itself; after downtime this catches up, `more` of it at a time.
 */
export const turnWeek = command({
  name: 'booking.turn-week',
  input: z.object({}),
  load: (tx, _, { now }) => lockTurning(tx, now),
  authorize: ({ actor }) => isTheClock(actor),
  decide: (_, { weeks, places }) => {
    const facts = [...weeks.flatMap(factsOfWeek), ...places.flatMap(factsOfPlace)]
    return facts.length === 0 ? refuse('booking.nothing-due') : facts
  },
  apply: async (tx, _, { weeks, places }, { now }) => {
    await noteTurns(tx, weeks, now)
    const held = places.filter(({ holdId }) => holdId !== null)
    await endHolds(
      tx,
      held.map(({ id, holdId }) => ({ id: holdId ?? '', placeId: id })),
      { hold: 'passed', place: 'over' },
      now,
    )
    if (held.length > 0) await emptyCells(tx, held)
    await endPlaces(
      tx,
      places.map(({ id }) => id),
      'over',
      now,
    )
    return { more: weeks.length === mostTurns || places.length === mostTurns }
  },
})
