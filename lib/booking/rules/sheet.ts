import type { Owed } from './acting'

/** What a cell of the sheet is, for the one who looks. */
export type CellState =
  | 'free'
  | 'drop-in'
  | 'mine'
  | 'other'
  | 'hidden'
  | 'held'
  | 'held-mine'
  | 'closing'
  | 'closed'
  | 'past'
  | 'none'

/** The life of a booked week at a moment. */
export type Life = 'booked' | 'preparing' | 'ready' | 'ended'

/** One slot week on the sheet. `closing`: cancelled, and for its last minute undoable by who cancelled it. */
export type SheetCell = {
  readonly slotId: string
  /** The Monday, yyyy-mm-dd. */
  readonly week: string
  readonly state: CellState
  /** Who holds it, where the reader may know. */
  readonly project: { readonly slug: string; readonly name: string } | null
  readonly bookingId: string | null
  readonly bookedWeekId: string | null
  readonly life: Life | null
  /** Of a hold, or of a cancelled week that can be undone: until when (ISO 8601). */
  readonly until: string | null
  /** How many projects wait for it, and whether the acting project does. */
  readonly waiting: number
  readonly waitingMine: boolean
  /** The acting project's own hold on it, and its own place in the queue for it: what is claimed, declined or left. */
  readonly holdId: string | null
  readonly placeId: string | null
  /** Why it is closed. */
  readonly reason: string | null
}

export type SheetSlot = { readonly id: string; readonly name: string; readonly gpus: number }

/** One week of one machine: its ISO name, its days, its cells in the order of the slots of that week's layout. */
export type SheetWeek = {
  readonly week: string
  /** ISO 8601 week, e.g. 2026-W53. */
  readonly name: string
  readonly startsAt: string
  readonly endsAt: string
  readonly isCurrent: boolean
  readonly isPast: boolean
  readonly slots: readonly SheetSlot[]
  readonly cells: readonly SheetCell[]
}

/** The acting project's budget in GPU weeks; `next` is when the next of its weeks stops counting. */
export type BudgetMeter = {
  readonly budget: number
  readonly used: number
  readonly left: number
  readonly held: number
  readonly next: { readonly at: string; readonly gpus: number } | null
}

/** A project that the reader could book for; `why` says why not, as a code of refusal, where they cannot. */
export type ActingProject = {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly onBehalfOf: string | null
  readonly why: string | null
  /** All that has to be done before it books again on this machine. */
  readonly owes: readonly Owed[]
  readonly meter: BudgetMeter
}

export type SheetMachine = {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly description: string
}

/** The sheets of several machines over the same weeks, as one person sees them. */
export type Sheets = {
  readonly sheets: readonly {
    readonly machine: SheetMachine
    /** Why the project acted for cannot book on this machine, as a code of refusal; null where it can. */
    readonly why: string | null
    readonly weeks: readonly SheetWeek[]
  }[]
  readonly acting: Omit<ActingProject, 'why' | 'onBehalfOf' | 'owes'> | null
}

/** The booking sheet of one machine over some weeks, as one person sees it. */
export type Sheet = {
  readonly machine: SheetMachine
  readonly machines: readonly SheetMachine[]
  readonly weeks: readonly SheetWeek[]
  readonly projects: readonly ActingProject[]
  /** The project acted for: the one asked for, else the first that may book. */
  readonly acting: ActingProject | null
  /** Whether the reader administers compute (may override, book for others, close weeks). */
  readonly administers: boolean
  /** The weeks before and after, for "earlier" and "later"; null at the ends of the sheet. */
  readonly earlier: string | null
  readonly later: string | null
}
