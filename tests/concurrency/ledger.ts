// The journal of bookings told over again, in the order of its commits: who held which slot week from when, and what each project used.
// It finds what must never happen, and what the rows should say in the end.
import type { Entry, WeekRow } from './evidence'

export interface Violation {
  rule: 'held-twice' | 'over-budget' | 'out-of-order' | 'rows-differ'
  text: string
}

interface Booked {
  id: string
  booking: string
  project: string
  slot: string
  week: string
  state: 'booked' | 'cancelled' | 'released'
  /** Until when it counts against the budget, by the clock of the portal. */
  countsUntil: number
}

export interface Terms {
  gpusOf: (slot: string) => number
  /** When a week begins and ends. */
  startOf: (week: string) => number
  endOf: (week: string) => number
  budgetOf: (project: string) => number
}

const UNDO_MS = 60_000
const cellOf = ({ slot, week }: { slot: string; week: string }) => `${slot} ${week}`

/** Everything that the journal says has happened, one entry after the other. */
export class Ledger {
  readonly violations: Violation[] = []
  private readonly weeks = new Map<string, Booked>()
  /** The booked week that stands in each slot week. */
  private readonly standing = new Map<string, Booked>()

  constructor(private readonly terms: Terms) {}

  private blame(rule: Violation['rule'], entry: Entry, text: string): void {
    this.violations.push({ rule, text: `${entry.type} ${entry.subjectId} at ${entry.at.toISOString()}: ${text}` })
  }

  /** GPU weeks that count against the project at a moment. */
  private usedBy(project: string, at: number): number {
    let used = 0
    for (const week of this.weeks.values())
      if (week.project === project && week.countsUntil > at) used += this.terms.gpusOf(week.slot)
    return used
  }

  private checkBudget(entry: Entry, project: string): void {
    const used = this.usedBy(project, entry.at.getTime())
    const budget = this.terms.budgetOf(project)
    if (used > budget) this.blame('over-budget', entry, `project ${project} uses ${used} of ${budget} GPU weeks`)
  }

  /** Puts a booked week into its slot week, where nobody may be, unless their minute is over. */
  private place(entry: Entry, week: Booked): void {
    const before = this.standing.get(cellOf(week))
    if (before && before !== week && before.countsUntil > entry.at.getTime())
      this.blame('held-twice', entry, `slot week ${cellOf(week)} is held by ${before.id} (${before.state}) already`)
    this.standing.set(cellOf(week), week)
  }

  private known(entry: Entry, id: string, states: readonly Booked['state'][]): Booked | undefined {
    const week = this.weeks.get(id)
    if (!week) this.blame('out-of-order', entry, `booked week ${id} is not known`)
    else if (!states.includes(week.state)) this.blame('out-of-order', entry, `booked week ${id} is ${week.state}`)
    return week
  }

  private clear(week: Booked): void {
    if (this.standing.get(cellOf(week)) === week) this.standing.delete(cellOf(week))
  }

  private end(entry: Entry, state: 'cancelled' | 'released'): void {
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
      this.checkBudget(entry, week.project)
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
    for (const to of entry.cells) {
      const week = this.known(entry, to.id, ['booked'])
      if (!week) continue
      this.clear(week)
      Object.assign(week, { slot: to.slot, week: to.week, countsUntil: this.terms.endOf(to.week) })
      this.place(entry, week)
      this.checkBudget(entry, week.project)
    }
  }

  private book(entry: Entry): void {
    for (const { id, slot, week: name } of entry.cells) {
      const countsUntil = this.terms.endOf(name)
      const made = { id, booking: entry.subjectId, project: entry.projectId, slot, week: name, countsUntil }
      const week: Booked = { ...made, state: 'booked' }
      this.weeks.set(id, week)
      this.place(entry, week)
    }
    this.checkBudget(entry, entry.projectId)
  }

  /** Tells one entry. */
  tell(entry: Entry): void {
    if (entry.type === 'booking.weeks-booked') this.book(entry)
    if (entry.type === 'booking.weeks-cancelled') this.end(entry, 'cancelled')
    if (entry.type === 'booking.weeks-released') this.end(entry, 'released')
    if (entry.type === 'booking.ending-undone') this.restore(entry)
    if (entry.type === 'booking.booking-withdrawn') this.withdraw(entry)
    if (entry.type === 'booking.week-moved') this.move(entry)
    if (entry.type === 'booking.week-freed')
      for (const { id } of entry.cells) {
        const week = this.known(entry, id, ['cancelled', 'released'])
        if (week && week.countsUntil > entry.at.getTime())
          this.blame('out-of-order', entry, `booked week ${id} was freed before its minute was over`)
        if (week) this.clear(week)
      }
  }

  /** What the rows say otherwise than the journal does. */
  compare(rows: readonly WeekRow[]): Violation[] {
    const differ = (text: string): Violation => ({ rule: 'rows-differ', text })
    const found: Violation[] = []
    for (const row of rows) {
      const week = this.weeks.get(row.id)
      const told = week && `${week.booking} ${cellOf(week)} ${week.state}`
      const said = `${row.bookingId} ${cellOf(row)} ${row.state}`
      if (told !== said)
        found.push(differ(`booked week ${row.id}: the row says ${said}, the journal ${told ?? 'nothing'}`))
      if (week && row.stands !== (this.standing.get(cellOf(week)) === week))
        found.push(differ(`booked week ${row.id} ${row.stands ? 'stands' : 'does not stand'} in its slot week`))
    }
    const ids = new Set(rows.map(({ id }) => id))
    for (const id of this.weeks.keys()) if (!ids.has(id)) found.push(differ(`booked week ${id} has no row`))
    return found
  }
}
