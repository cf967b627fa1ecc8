// The journal of bookings told over again, in the order of its commits: who held which slot week from when, who waited for it, and what
// each project used. It finds what must never happen, and what the rows should say in the end.
import { byTransaction, type Entry } from './evidence'
import { Queues } from './queues'

export interface Violation {
  rule: 'held-twice' | 'over-budget' | 'overtaken' | 'miscounted' | 'out-of-order' | 'rows-differ'
  text: string
}

/** What stands in a slot week and counts against a budget: a booked week, or a hold. */
export interface Share {
  id: string
  /** The booking, or the place in the queue. */
  of: string
  project: string
  slot: string
  week: string
  state: 'booked' | 'cancelled' | 'released' | 'open' | 'claimed' | 'declined' | 'passed'
  /** Until when it counts against the budget, by the clock of the portal. */
  countsUntil: number
}
type State = Share['state']

export interface Terms {
  gpusOf: (slot: string) => number
  /** When a week begins and ends. */
  startOf: (week: string) => number
  endOf: (week: string) => number
  budgetOf: (project: string) => number
}

const UNDO_MS = 60_000
export const cellOf = ({ slot, week }: { slot: string; week: string }) => `${slot} ${week}`

/** What ends a hold makes room for a booking, and what leaves a slot week for a hold, in the same transaction. */
const ranks: Record<string, number> = {
  'booking.hold-claimed': 0,
  'booking.hold-declined': 0,
  'booking.hold-passed': 0,
  'booking.hold-given': 3,
  'booking.place-over': 2,
}
const whereOf = ({ queue, cells }: Entry) => (queue ? cellOf(queue) : cells[0] ? cellOf(cells[0]) : '')

/** The entries of each transaction, in the order of commits and in that of cause and effect within. */
function transactionsOf(entries: readonly Entry[]): Entry[][] {
  const rankOf = ({ type }: Entry) => ranks[type] ?? 1
  return [...byTransaction(entries).values()].map((together) =>
    together.toSorted((a, b) => rankOf(a) - rankOf(b) || (whereOf(a) < whereOf(b) ? -1 : 1)),
  )
}

/** Everything that the journal says has happened, one entry after the other. */
export class Ledger {
  readonly violations: Violation[] = []
  readonly shares = new Map<string, Share>()
  /** What stands in each slot week. */
  readonly standing = new Map<string, Share>()
  readonly queues = new Queues((entry, text) => this.blame('out-of-order', entry, text))
  /** What the project of a transaction that booked or moved used after it. */
  readonly usedAfter = new Map<string, number>()
  /** Slot weeks that came free in the transaction that is told. */
  private freed = new Set<string>()

  constructor(readonly terms: Terms) {}

  private blame(rule: Violation['rule'], entry: Entry, text: string): void {
    this.violations.push({ rule, text: `${entry.type} ${entry.subjectId} at ${entry.at.toISOString()}: ${text}` })
  }

  /** GPU weeks that count against the project at a moment: booked weeks and open holds. */
  usedBy(project: string, at: number): number {
    let used = 0
    for (const share of this.shares.values())
      if (share.project === project && share.countsUntil > at) used += this.terms.gpusOf(share.slot)
    return used
  }

  /** Puts something into its slot week, where nothing may be that has not had its time; what has goes to who waits first. */
  private put(entry: Entry, share: Share): void {
    const [cell, at] = [cellOf(share), entry.at.getTime()]
    const before = this.standing.get(cell)
    if (before && before !== share && before.countsUntil > at)
      this.blame('held-twice', entry, `slot week ${cell} is held by ${before.id} (${before.state}) already`)
    const others = this.queues.waitingFor(cell).filter(({ project }) => project !== share.project)
    if (before && before !== share && others.length > 0 && at < this.terms.startOf(share.week))
      this.blame('overtaken', entry, `${others[0]?.id} waits for slot week ${cell}, which ${before.id} has left`)
    this.shares.set(share.id, share)
    this.standing.set(cell, share)
    this.freed.delete(cell)
  }

  private known(entry: Entry, id: string | null, states: readonly State[]): Share | undefined {
    const share = this.shares.get(id ?? '')
    if (!share) this.blame('out-of-order', entry, `${id} is not known`)
    else if (!states.includes(share.state)) this.blame('out-of-order', entry, `${id} is ${share.state}`)
    return share
  }

  private clear(share: Share): void {
    if (this.standing.get(cellOf(share)) !== share) return
    this.standing.delete(cellOf(share))
    this.freed.add(cellOf(share))
  }

  private end(entry: Entry, state: State): void {
    for (const { id } of entry.cells) {
      const week = this.known(entry, id, ['booked'])
      if (!week) continue
      if (this.standing.get(cellOf(week)) !== week)
        this.blame('held-twice', entry, `booked week ${id} does not stand in ${cellOf(week)}`)
      const until = Math.min(entry.at.getTime() + UNDO_MS, this.terms.endOf(week.week))
      Object.assign(week, { state, countsUntil: until })
    }
  }

  private restore(entry: Entry): void {
    for (const { id } of entry.cells) {
      const week = this.known(entry, id, ['cancelled', 'released'])
      if (!week) continue
      if (this.standing.get(cellOf(week)) !== week)
        this.blame('held-twice', entry, `slot week ${cellOf(week)} was given to another meanwhile`)
      Object.assign(week, { state: 'booked', countsUntil: this.terms.endOf(week.week) })
    }
  }

  private withdraw(entry: Entry): void {
    for (const { id } of entry.cells) {
      const week = this.known(entry, id, ['booked'])
      if (!week) continue
      this.clear(week)
      const state = entry.at.getTime() < this.terms.startOf(week.week) ? 'cancelled' : 'released'
      Object.assign(week, { state, countsUntil: entry.at.getTime() })
    }
  }

  private move(entry: Entry): void {
    for (const { id, slot, week } of entry.cells) {
      const share = this.known(entry, id, ['booked'])
      if (!share) continue
      this.clear(share)
      Object.assign(share, { slot, week, countsUntil: this.terms.endOf(week) })
      this.put(entry, share)
      this.queues.quit(cellOf(share), share.project)
    }
  }

  private book(entry: Entry): void {
    const { subjectId: of, projectId: project } = entry
    for (const { id, slot, week } of entry.cells) {
      this.put(entry, { id, of, project, slot, week, state: 'booked', countsUntil: this.terms.endOf(week) })
      this.queues.quit(cellOf({ slot, week }), project)
    }
  }

  private free(entry: Entry): void {
    for (const { id } of entry.cells) {
      const week = this.known(entry, id, ['cancelled', 'released'])
      if (week && week.countsUntil > entry.at.getTime())
        this.blame('out-of-order', entry, `booked week ${id} was freed before its minute was over`)
      if (week) this.clear(week)
    }
  }

  /** Who would be given the slot week now: the first in its queue who can afford it. */
  private firstFor(cell: string, at: number) {
    const gpus = this.terms.gpusOf(cell.split(' ')[0] ?? '')
    return this.queues
      .waitingFor(cell)
      .find(({ project }) => this.usedBy(project, at) + gpus <= this.terms.budgetOf(project))
  }

  private give(entry: Entry, { slot, week, hold, until }: NonNullable<Entry['queue']>): void {
    const { subjectId: of, projectId: project } = entry
    const first = this.firstFor(cellOf({ slot, week }), entry.at.getTime())
    if (first && first.id !== of)
      this.blame('overtaken', entry, `${first.id} waits for slot week ${slot} ${week} before it, and could afford it`)
    this.queues.hold(entry)
    this.put(entry, { id: hold ?? '', of, project, slot, week, state: 'open', countsUntil: until ?? 0 })
  }

  private endHold(entry: Entry, state: 'claimed' | 'declined' | 'passed'): void {
    const hold = this.known(entry, entry.queue?.hold ?? null, ['open'])
    if (!hold) return
    const isOver = hold.countsUntil <= entry.at.getTime()
    if (isOver !== (state === 'passed'))
      this.blame('out-of-order', entry, `hold ${hold.id} is ${state} ${isOver ? 'after' : 'before'} its end`)
    if (this.standing.get(cellOf(hold)) !== hold)
      this.blame('held-twice', entry, `hold ${hold.id} does not stand in ${cellOf(hold)}`)
    this.clear(hold)
    Object.assign(hold, { state, countsUntil: 0 })
    this.queues.endHeld(entry, state === 'claimed' ? 'claimed' : 'left')
  }

  private tell(entry: Entry): void {
    const acts: Record<string, () => void> = {
      'booking.weeks-booked': () => this.book(entry),
      'booking.weeks-cancelled': () => this.end(entry, 'cancelled'),
      'booking.weeks-released': () => this.end(entry, 'released'),
      'booking.ending-undone': () => this.restore(entry),
      'booking.booking-withdrawn': () => this.withdraw(entry),
      'booking.week-moved': () => this.move(entry),
      'booking.week-freed': () => this.free(entry),
      'booking.place-taken': () => this.queues.join(entry),
      'booking.place-left': () => this.queues.leave(entry, 'left'),
      'booking.place-over': () => this.queues.leave(entry, 'over'),
      'booking.hold-given': () => entry.queue && this.give(entry, entry.queue),
      'booking.hold-claimed': () => this.endHold(entry, 'claimed'),
      'booking.hold-declined': () => this.endHold(entry, 'declined'),
      'booking.hold-passed': () => this.endHold(entry, 'passed'),
    }
    acts[entry.type]?.()
  }

  /** What must be so after a transaction: no project over its budget, nothing empty that somebody waits for who can afford it. */
  private settle(together: readonly Entry[]): void {
    for (const entry of together) {
      const project = entry.projectId
      if (/weeks-booked|week-moved/.test(entry.type))
        this.usedAfter.set(entry.tx, this.usedBy(project, entry.at.getTime()))
      // At the commit: between the request and it something may have stopped counting, and made room for what was booked meanwhile.
      const used = this.usedBy(project, entry.committed)
      const budget = this.terms.budgetOf(project)
      if (used > budget && /weeks-booked|week-moved|ending-undone|hold-given/.test(entry.type))
        this.blame('over-budget', entry, `project ${project} uses ${used} of ${budget} GPU weeks`)
    }
    const last = together.at(-1)
    for (const cell of last ? this.freed : []) {
      const [at, week] = [(last as Entry).at.getTime(), cell.split(' ')[1] ?? '']
      const first = at < this.terms.startOf(week) ? this.firstFor(cell, at) : undefined
      if (first) this.blame('overtaken', last as Entry, `slot week ${cell} came free, and was not kept for ${first.id}`)
    }
    this.freed = new Set()
  }

  /** Tells the entries, in the order of their commits. */
  tellAll(entries: readonly Entry[]): this {
    for (const together of transactionsOf(entries)) {
      for (const entry of together) this.tell(entry)
      this.settle(together)
    }
    return this
  }
}
