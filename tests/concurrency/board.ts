// What the clients know together: bookings that were confirmed to one of them, and what became of their weeks as far as they heard; who
// waits where, and what is kept for whom.
import { type Answer, codeOf, type Operation } from './history'

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
/** A place in a queue, or a hold: by its id, whose it is. */
export interface Known {
  id: string
  project: string
}

export const UNDO_MS = 60_000

type Shown = { holdId: string | null; placeId: string | null }

export class Board {
  private bookings: KnownBooking[] = []
  private readonly kept = { places: new Map<string, Known>(), holds: new Map<string, Known>() }

  /** `machineOf`: the machine of each slot. */
  constructor(private readonly machineOf: ReadonlyMap<string, string>) {}

  get places(): readonly Known[] {
    return [...this.kept.places.values()]
  }
  get holds(): readonly Known[] {
    return [...this.kept.holds.values()]
  }

  /** Takes note of what an operation was answered. */
  note({ act, project, path }: Operation, { said }: Answer, now: number): void {
    if (act === 'book' || act === 'claim') this.add(said, project)
    const weeks = this.bookings.find(({ id }) => id === said?.id)?.weeks ?? []
    const named = weeks.filter(({ id }) => said.weeks?.includes(id))
    if (act === 'cancel' || act === 'release') for (const week of named) week.closing = now + UNDO_MS
    if (act === 'undo') for (const week of named) week.closing = said.did === 'restore' ? null : now
    if (act === 'move') for (const week of weeks.filter(({ id }) => id === said.week.id)) Object.assign(week, said.week)
    if (act === 'join') this.kept.places.set(said.id, { id: said.id, project })
    if (act === 'read')
      for (const cell of said.weeks.flatMap(({ cells }: { cells: Shown[] }) => cells)) this.see(cell, project)
    if (act === 'leave' || act === 'claim' || act === 'decline') this.forget(path)
  }

  /** Takes note of a refusal that says that a place or a hold is no more. */
  noteRefusal({ path }: Operation, answer: Answer): void {
    if (['booking.hold-over', 'booking.place-closed', 'booking.is-held'].includes(codeOf(answer))) this.forget(path)
  }

  private see({ holdId, placeId }: Shown, project: string): void {
    if (holdId) this.kept.holds.set(holdId, { id: holdId, project })
    if (placeId) this.kept.places.set(placeId, { id: placeId, project })
  }

  private forget(path: string): void {
    const id = /\/(?:holds|waiting)\/([^/]+)\//.exec(path)?.[1] ?? ''
    this.kept.holds.delete(id)
    this.kept.places.delete(id)
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
