// From what clients asked and were told to calls on each slot week, for the search of an order.
import { UNDO_MS } from './board'
import type { Entry } from './evidence'
import { type Answer, type Operation, outcomeOf, spanOf } from './history'
import type { Call } from './linearizability'
import type { Said, Sighting } from './slot-week'

type Cell = { slot: string; week: string }
export const cellOf = ({ slot, week }: Cell): string => `${slot} ${week}`

/** Clocks of portals and clients tick on one machine, but not as one: a minute may be this much shorter. */
const CLOCKS_MS = 100

type Calls = Map<string, Call<Said>[]>

function note(calls: Calls, cell: Cell, call: Call<Said>): void {
  const key = cellOf(cell)
  const known = calls.get(key)
  if (known) known.push(call)
  else calls.set(key, [call])
}

/** What an operation that took effect did to each slot week. Its cells are those of the journal, since a move changes them. */
function noteEffect(calls: Calls, operation: Operation, entry: Entry): void {
  const { invoked, returned } = spanOf(operation)
  const until = `operation ${operation.number}`
  for (const cell of entry.cells) {
    const did = (said: Said, at: Cell = cell) => note(calls, at, { said, invoked, returned })
    if (operation.act === 'book') did({ did: 'enter', week: cell.id, project: entry.projectId })
    if (operation.act === 'move') {
      if (entry.from) did({ did: 'leave', week: cell.id }, entry.from)
      did({ did: 'enter', week: cell.id, project: entry.projectId })
    }
    if (operation.act === 'undo')
      did({ did: entry.type === 'booking.ending-undone' ? 'reopen' : 'leave', week: cell.id })
    if (operation.act === 'cancel' || operation.act === 'release') {
      did({ did: 'close', week: cell.id, until })
      const expiry = { did: 'expire', week: cell.id, until } as const
      const after = invoked + UNDO_MS - CLOCKS_MS
      note(calls, cell, { said: expiry, invoked: after, returned: Number.POSITIVE_INFINITY, optional: true })
    }
  }
}

/** What a refusal of a booking says of a slot week that was wanted; undefined where it says nothing. */
function seenInRefusal(why: string | undefined, project: string): Sighting | null | undefined {
  if (why === undefined) return null
  if (why === 'taken') return { notOf: project, closing: false }
  if (why === 'mine') return { of: project, closing: false }
  return why === 'closing' ? { closing: true } : undefined
}

type Refused = { taken?: (Cell & { why: string })[] }

/** A refusal of a booking names, under the lock, every wanted slot week that could not be had; the others were free. */
function refusedSightings({ project, body }: Operation, { said }: Answer): [Cell, Sighting | null][] {
  const { taken } = (said.details ?? {}) as Refused
  if (!taken || !body || !('cells' in body)) return []
  return (body.cells as Cell[]).flatMap((cell) => {
    const seen = seenInRefusal(taken.find((one) => cellOf(one) === cellOf(cell))?.why, project)
    return seen === undefined ? [] : [[cell, seen] as [Cell, Sighting | null]]
  })
}

type Shown = { slotId: string; week: string; state: string; bookedWeekId: string | null }

function seenOnSheet({ state, bookedWeekId }: Shown): Sighting | null | undefined {
  if (state === 'free' || state === 'drop-in') return null
  const week = bookedWeekId === null ? {} : { week: bookedWeekId }
  if (state === 'mine' || state === 'other' || state === 'hidden') return { ...week, closing: false }
  return state === 'closing' ? { ...week, closing: true } : undefined
}

function sheetSightings({ said }: Answer): [Cell, Sighting | null][] {
  const cells = (said.weeks as { cells: Shown[] }[]).flatMap((week) => week.cells)
  return cells.flatMap((shown) => {
    const seen = seenOnSheet(shown)
    return seen === undefined ? [] : [[{ slot: shown.slotId, week: shown.week }, seen] as [Cell, Sighting | null]]
  })
}

function noteSightings(calls: Calls, operation: Operation): void {
  for (const { answer, sent, answered } of operation.attempts) {
    if (answer === null) continue
    const isSheet = operation.act === 'read' && answer.status === 200
    const isRefusal = operation.act === 'book' && answer.status === 409
    const seen = isSheet ? sheetSightings(answer) : isRefusal ? refusedSightings(operation, answer) : []
    for (const [cell, holder] of seen)
      note(calls, cell, { said: { did: 'see', holder }, invoked: sent, returned: answered })
  }
}

/** The calls on each slot week, by its key. An operation whose client was told nothing is one where the journal knows of it. */
export function callsOf(operations: readonly Operation[], entryOf: ReadonlyMap<Operation, Entry>): Calls {
  const calls: Calls = new Map()
  for (const operation of operations) {
    const entry = entryOf.get(operation)
    if (entry && outcomeOf(operation) !== 'refused') noteEffect(calls, operation, entry)
    noteSightings(calls, operation)
  }
  return calls
}
