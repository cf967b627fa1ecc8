// What an answer lets its client see of slot weeks: sheets show all of a machine's, refusals name those that were in the way.
import { type Answer, codeOf, type Operation } from './history'
import type { Sighting } from './slot-week'

export type Cell = { slot: string; week: string }
export const cellOf = ({ slot, week }: Cell): string => `${slot} ${week}`

/** What was seen there; undefined where the answer tells nothing of it. */
type Seen = Sighting | null | undefined

/** What a refusal of a booking says of a slot week that was wanted. */
function seenInRefusal(why: string | undefined, project: string): Seen {
  if (why === undefined) return { openTo: project }
  if (why === 'taken') return { notOf: project, closing: false }
  if (why === 'mine') return { of: project, closing: false }
  if (why === 'held') return { held: true, notOf: project }
  return why === 'closing' ? { closing: true } : undefined
}

type Refused = { taken?: (Cell & { why: string })[] }

/** A refusal of a booking names, under the lock, every wanted slot week that could not be had; the others could. */
function inRefusedBooking({ project, body }: Operation, { said }: Answer): [Cell, Seen][] {
  const { taken } = (said.details ?? {}) as Refused
  if (!taken || !body || !('cells' in body)) return []
  const wanted = body.cells as Cell[]
  return wanted.map((cell) => [cell, seenInRefusal(taken.find((one) => cellOf(one) === cellOf(cell))?.why, project)])
}

/** Who would wait for a slot week is told where it is free. */
function inRefusedJoin({ body }: Operation, answer: Answer): [Cell, Seen][] {
  if (codeOf(answer) !== 'booking.is-free' || !body) return []
  return [[body as Cell, null]]
}

type Shown = {
  slotId: string
  week: string
  state: string
  bookedWeekId: string | null
  until: string | null
  holdId: string | null
}

function seenOnSheet({ state, bookedWeekId, until, holdId }: Shown, project: string): Seen {
  if (state === 'free' || state === 'drop-in') return null
  if (state === 'held-mine') return { held: true, of: project, ...(holdId && { hold: holdId }) }
  // Without an end it is no hold yet: something was left there that others wait for.
  if (state === 'held') return until === null ? undefined : { held: true, notOf: project }
  const week = bookedWeekId === null ? {} : { week: bookedWeekId }
  if (state === 'mine' || state === 'other' || state === 'hidden') return { ...week, closing: false }
  return state === 'closing' ? { ...week, closing: true } : undefined
}

const onSheet = ({ project }: Operation, { said }: Answer): [Cell, Seen][] =>
  (said.weeks as { cells: Shown[] }[]).flatMap(({ cells }) =>
    cells.map((shown): [Cell, Seen] => [{ slot: shown.slotId, week: shown.week }, seenOnSheet(shown, project)]),
  )

/** What the client of this operation saw of slot weeks in this answer. */
export function sightingsIn(operation: Operation, answer: Answer): [Cell, Sighting | null][] {
  const { act } = operation
  const seen =
    act === 'read' && answer.status === 200
      ? onSheet(operation, answer)
      : act === 'book' && answer.status === 409
        ? inRefusedBooking(operation, answer)
        : act === 'join' && answer.status === 409
          ? inRefusedJoin(operation, answer)
          : []
  return seen.filter((one): one is [Cell, Sighting | null] => one[1] !== undefined)
}
