// From what clients asked and were told to calls on each slot week, for the search of an order.
import { UNDO_MS } from './board'
import { byTransaction, type Entry, type Evidence } from './evidence'
import { type Operation, outcomeOf, spanOf } from './history'
import type { Call } from './linearizability'
import { type Cell, cellOf, sightingsIn } from './seen'
import type { Held, Said } from './slot-week'

/** Clocks of portals and clients tick on one machine, but not as one: a minute may be this much shorter. */
const CLOCKS_MS = 100
/** And what the clock of the database says may be so far from that of the clients. */
const SLACK_MS = 2000

type Calls = Map<string, Call<Said>[]>

function note(calls: Calls, cell: Cell, call: Call<Said>): void {
  const key = cellOf(cell)
  const known = calls.get(key)
  if (known) known.push(call)
  else calls.set(key, [call])
}

/** What a transaction did with holds, slot week by slot week. */
function holdsIn(entries: readonly Entry[]) {
  const given = new Map<string, Held>()
  const ended = new Map<string, string>()
  for (const { type, queue, projectId } of entries) {
    if (!queue?.hold) continue
    if (type === 'booking.hold-given') given.set(cellOf(queue), { hold: queue.hold, project: projectId })
    else ended.set(cellOf(queue), queue.hold)
  }
  return {
    given: (cell: Cell): Held | null => given.get(cellOf(cell)) ?? null,
    ended: (cell: Cell): string | null => ended.get(cellOf(cell)) ?? null,
  }
}
type Holds = ReturnType<typeof holdsIn>

/** What an operation that took effect did to each slot week. Its cells are those of the journal, since a move changes them. */
function noteEffect(calls: Calls, operation: Operation, entry: Entry, holds: Holds): void {
  const { invoked, returned } = spanOf(operation)
  const until = `operation ${operation.number}`
  const did = (said: Said, at: Cell) => note(calls, at, { said, invoked, returned })
  const { act } = operation
  if (act === 'decline' && entry.queue?.hold)
    did({ did: 'drop', hold: entry.queue.hold, given: holds.given(entry.queue) }, entry.queue)
  for (const cell of entry.cells) {
    const week = cell.id
    if (act === 'move' && entry.from) did({ did: 'leave', week, given: holds.given(entry.from) }, entry.from)
    if (act === 'book' || act === 'claim' || act === 'move')
      did({ did: 'enter', week, project: entry.projectId, over: holds.ended(cell) }, cell)
    if (act === 'undo')
      did(
        entry.type === 'booking.ending-undone'
          ? { did: 'reopen', week }
          : { did: 'leave', week, given: holds.given(cell) },
        cell,
      )
    if (act === 'cancel' || act === 'release') {
      did({ did: 'close', week, until }, cell)
      const after = invoked + UNDO_MS - CLOCKS_MS
      const expiry = { did: 'expire', week, until } as const
      note(calls, cell, { said: expiry, invoked: after, returned: Number.POSITIVE_INFINITY, optional: true })
    }
  }
}

/** What the clock did with holds: between the portal's reading of it and the commit. */
function noteClock(calls: Calls, entries: readonly Entry[], began: number): void {
  const holds = holdsIn(entries)
  for (const { type, queue, at, committed } of entries) {
    if (!queue?.hold) continue
    const span = { invoked: at.getTime() - began - SLACK_MS, returned: committed - began + SLACK_MS }
    const [given, ended] = [holds.given(queue), holds.ended(queue)]
    if (ended && type !== 'booking.hold-given')
      note(calls, queue, { said: { did: 'drop', hold: ended, given }, ...span })
    if (given && !ended) note(calls, queue, { said: { did: 'give', given }, ...span })
  }
}

function noteSightings(calls: Calls, operation: Operation): void {
  for (const { answer, sent, answered } of operation.attempts) {
    if (answer === null) continue
    for (const [cell, holder] of sightingsIn(operation, answer))
      note(calls, cell, { said: { did: 'see', holder }, invoked: sent, returned: answered })
  }
}

/** The calls on each slot week, by its key. An operation whose client was told nothing is one where the journal knows of it. */
export function callsOf(
  operations: readonly Operation[],
  entryOf: ReadonlyMap<Operation, Entry>,
  { entries, began }: Pick<Evidence, 'entries' | 'began'>,
): Calls {
  const calls: Calls = new Map()
  const transactions = byTransaction(entries)
  for (const operation of operations) {
    const entry = entryOf.get(operation)
    if (entry && outcomeOf(operation) !== 'refused')
      noteEffect(calls, operation, entry, holdsIn(transactions.get(entry.tx) ?? []))
    noteSightings(calls, operation)
  }
  const asked = new Set([...entryOf.values()].map(({ tx }) => tx))
  for (const [tx, together] of transactions) if (!asked.has(tx)) noteClock(calls, together, began)
  return calls
}
