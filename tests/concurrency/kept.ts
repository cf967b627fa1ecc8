// Whether what clients were told is what is kept: no confirmed act lost, no refused one kept, none carried out twice, none invented;
// and what became of those whose client was told nothing.
import type { Entry, Evidence } from './evidence'
import { type Operation, outcomeOf, refusals, successes, unanswered } from './history'

export interface Kept {
  lost: string[]
  keptThoughRefused: string[]
  twice: string[]
  invented: string[]
  /** Repeated requests that were answered otherwise than the first time. */
  unlike: string[]
  /** Of the operations whose client was told nothing: how many took effect, and how many did not. */
  unknown: { tookEffect: number; didNot: number }
  /** The entry of the journal that an operation made, where it made one. */
  entryOf: ReadonlyMap<Operation, Entry>
}

/** What each act writes; of an undo one of two. */
const types: Partial<Record<Operation['act'], readonly string[]>> = {
  book: ['booking.weeks-booked'],
  cancel: ['booking.weeks-cancelled'],
  release: ['booking.weeks-released'],
  undo: ['booking.ending-undone', 'booking.booking-withdrawn'],
  move: ['booking.week-moved'],
  join: ['booking.place-taken'],
  leave: ['booking.place-left'],
  claim: ['booking.weeks-booked'],
  decline: ['booking.hold-declined'],
}

const named = ({ number, act }: Operation): string => `operation ${number} (${act})`
const idsOf = (weeks: readonly { id: string }[]): string =>
  weeks
    .map(({ id }) => id)
    .sort()
    .join(' ')

/** What an answer confirms: the booking, or the place in a queue, and its booked weeks, or the hold. */
function subjectIn({ act }: Operation, said: { id: string; place?: string }): string | undefined {
  return act === 'decline' ? said.place : said.id
}

function confirmedIn(operation: Operation): string {
  const said = successes(operation)[0]?.answer?.said
  if (operation.act === 'join' || operation.act === 'leave') return ''
  if (operation.act === 'decline') return said.id
  if (operation.act === 'book' || operation.act === 'claim') return idsOf(said.weeks)
  if (operation.act === 'move') return idsOf([said.week])
  return [...said.weeks].sort().join(' ')
}

class Comparison {
  readonly found: Kept & { entryOf: Map<Operation, Entry> } = {
    lost: [],
    keptThoughRefused: [],
    twice: [],
    invented: [],
    unlike: [],
    unknown: { tookEffect: 0, didNot: 0 },
    entryOf: new Map(),
  }
  private readonly byRequest = new Map<string, Entry[]>()
  private readonly rows: ReadonlySet<string>

  constructor(private readonly evidence: Evidence) {
    const main = new Set(Object.values(types).flat())
    for (const entry of evidence.entries.filter(({ type }) => main.has(type)))
      this.byRequest.set(entry.requestId, [...(this.byRequest.get(entry.requestId) ?? []), entry])
    this.rows = new Set([...evidence.rows, ...evidence.holds, ...evidence.places].map(({ id }) => id))
  }

  private entriesOf = (requests: readonly { requestId: string }[]): Entry[] =>
    requests.flatMap(({ requestId }) => this.byRequest.get(requestId) ?? [])

  private checkConfirmed(operation: Operation, entry: Entry | undefined): void {
    const confirmed = confirmedIn(operation)
    const said = successes(operation)[0]?.answer?.said
    const told = entry && (entry.queue ? (entry.queue.hold ?? '') : idsOf(entry.cells))
    const isKept =
      entry !== undefined &&
      entry.subjectId === subjectIn(operation, said) &&
      told === confirmed &&
      [...confirmed.split(' '), ...(entry.queue ? [entry.subjectId] : [])].every((id) => id === '' || this.rows.has(id))
    if (!isKept)
      this.found.lost.push(
        `${named(operation)} was confirmed with ${confirmed}; the journal says ${entry ? `${entry.type} ${told}` : 'nothing'}`,
      )
    const texts = new Set(successes(operation).map(({ answer }) => JSON.stringify(answer)))
    if (texts.size > 1) this.found.unlike.push(`${named(operation)} was answered ${[...texts].join(' and ')}`)
  }

  look(operation: Operation): void {
    const entries = this.entriesOf(operation.attempts)
    const [entry] = entries
    if (entry) this.found.entryOf.set(operation, entry)
    if (entries.length > 1) this.found.twice.push(`${named(operation)} was carried out ${entries.length} times`)
    const refusedAndKept = this.entriesOf(refusals(operation))
    if (refusedAndKept.length > 0) this.found.keptThoughRefused.push(`${named(operation)} was refused, and kept`)
    const outcome = outcomeOf(operation)
    if (outcome === 'accepted') this.checkConfirmed(operation, entry)
    if (outcome !== 'unknown') return
    const open = this.entriesOf(unanswered(operation)).length > 0
    this.found.unknown[open ? 'tookEffect' : 'didNot'] += 1
  }

  lookForInvented(operations: readonly Operation[]): void {
    const asked = new Map(operations.flatMap((one) => one.attempts.map(({ requestId }) => [requestId, one] as const)))
    for (const [requestId, entries] of this.byRequest)
      for (const entry of entries) {
        const operation = asked.get(requestId)
        const isAsked = operation && types[operation.act]?.includes(entry.type) && entry.actorId === operation.person
        if (!isAsked) this.found.invented.push(`${entry.type} ${entry.subjectId} was never asked for`)
      }
    const told = new Set(this.evidence.entries.flatMap(({ cells }) => cells.map(({ id }) => id)))
    for (const row of this.evidence.rows)
      if (!told.has(row.id)) this.found.invented.push(`booked week ${row.id} stands in no entry of the journal`)
    // Holds and places are told one by one: compared with their rows where the journal is.
  }
}

/** Compares what the clients were told with what the database keeps. */
export function compareKept(operations: readonly Operation[], evidence: Evidence): Kept {
  const writes = operations.filter(({ act }) => act !== 'read')
  const comparison = new Comparison(evidence)
  for (const operation of writes) comparison.look(operation)
  comparison.lookForInvented(writes)
  return comparison.found
}
