// What the clients know together: bookings that were confirmed to one of them, and what became of their weeks as far as they heard.
import type { Answer, Operation } from './history'

export interface KnownWeek {
  id: string
  slot: string
  week: string
  /** Cancelled or released: until when that can be undone, on the clock of the clients. */
  closing: number | null
}
export interface KnownBooking {
  id: string
  project: string
  machine: string
  weeks: KnownWeek[]
}

export const UNDO_MS = 60_000

export class Board {
  private bookings: KnownBooking[] = []

  /** `machineOf`: the machine of each slot. */
  constructor(private readonly machineOf: ReadonlyMap<string, string>) {}

  /** Takes note of what an operation was answered. */
  note({ act, project }: Operation, { said }: Answer, now: number): void {
    if (act === 'book') this.add(said, project)
    const weeks = this.bookings.find(({ id }) => id === said?.id)?.weeks ?? []
    const named = weeks.filter(({ id }) => said.weeks?.includes(id))
    if (act === 'cancel' || act === 'release') for (const week of named) week.closing = now + UNDO_MS
    if (act === 'undo') for (const week of named) week.closing = said.did === 'restore' ? null : now
    if (act === 'move') for (const week of weeks.filter(({ id }) => id === said.week.id)) Object.assign(week, said.week)
  }

  private add({ id, weeks }: { id: string; weeks: KnownWeek[] }, project: string): void {
    if (this.bookings.some((one) => one.id === id)) return // a repeated request, answered as the first time
    const machine = this.machineOf.get(weeks[0]?.slot ?? '') ?? ''
    this.bookings.push({ id, project, machine, weeks: weeks.map((week) => ({ ...week, closing: null })) })
  }

  /** Bookings of which something stands still, or can be brought back. */
  alive(now: number): readonly KnownBooking[] {
    this.bookings = this.bookings.filter(({ weeks }) => weeks.some(({ closing }) => closing === null || closing > now))
    return this.bookings
  }
}
