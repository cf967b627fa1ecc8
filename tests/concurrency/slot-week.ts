// A slot week as its clients see it, for the search of an order: nobody's, somebody's, or reserved for the minute of an undo.
import type { Model } from './linearizability'

/** Who has it: a booked week of a project; `until`: cancelled by that act, and reserved until its minute is over. */
export type Holder = { week: string; project: string; until: string | null } | null

/** As much as somebody saw of a slot week that was not free. */
export interface Sighting {
  week?: string
  of?: string
  notOf?: string
  closing: boolean
}

export type Said =
  /** Booked, or moved in. */
  | { did: 'enter'; week: string; project: string }
  /** Moved out, or the booking undone: free at once. */
  | { did: 'leave'; week: string }
  /** Cancelled or released by the act `until`: reserved for its minute. */
  | { did: 'close'; week: string; until: string }
  /** The cancellation undone. */
  | { did: 'reopen'; week: string }
  /** The minute of the act `until` is over. Nobody asks for it, it happens. */
  | { did: 'expire'; week: string; until: string }
  /** Somebody saw it; null: free. */
  | { did: 'see'; holder: Sighting | null }

function shows(state: Holder, seen: Sighting | null): boolean {
  if (state === null || seen === null) return state === seen
  return (
    (seen.week ?? state.week) === state.week &&
    (seen.of ?? state.project) === state.project &&
    seen.notOf !== state.project &&
    seen.closing === (state.until !== null)
  )
}

function after(state: Holder, said: Said): Holder | undefined {
  if (said.did === 'enter') return state === null ? { week: said.week, project: said.project, until: null } : undefined
  if (said.did === 'see') return shows(state, said.holder) ? state : undefined
  if (state?.week !== said.week) return undefined
  switch (said.did) {
    case 'leave':
      return state.until === null ? null : undefined
    case 'close':
      return state.until === null ? { ...state, until: said.until } : undefined
    case 'reopen':
      return state.until !== null ? { ...state, until: null } : undefined
    case 'expire':
      return state.until === said.until ? null : undefined
  }
}

export const slotWeek: Model<Holder, Said> = {
  initial: null,
  step: after,
  keyOf: (state) => (state ? `${state.week} ${state.until ?? ''}` : ''),
  observes: ({ did }) => did === 'see',
}
