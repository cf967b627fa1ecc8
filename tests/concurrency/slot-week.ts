// A slot week as its clients see it, for the search of an order: nobody's, somebody's, or reserved for the minute of an undo.
import type { Model } from './linearizability'

/** Who has it: a booked week; `until`: cancelled by that act, and reserved until its minute is over. */
export type Holder = { week: string; until: string | null } | null

export type Said =
  /** Booked, or moved in. */
  | { did: 'enter'; week: string }
  /** Moved out, or the booking undone: free at once. */
  | { did: 'leave'; week: string }
  /** Cancelled or released by the act `until`: reserved for its minute. */
  | { did: 'close'; week: string; until: string }
  /** The cancellation undone. */
  | { did: 'reopen'; week: string }
  /** The minute of the act `until` is over. Nobody asks for it, it happens. */
  | { did: 'expire'; week: string; until: string }
  /** Refused, since it was not free. */
  | { did: 'taken' }
  /** The sheet showed it. */
  | { did: 'see'; holder: { week: string; closing: boolean } | null }

const isShown = (state: Holder, seen: { week: string; closing: boolean } | null): boolean =>
  state === null || seen === null ? state === seen : state.week === seen.week && (state.until !== null) === seen.closing

function after(state: Holder, said: Said): Holder | undefined {
  switch (said.did) {
    case 'enter':
      return state === null ? { week: said.week, until: null } : undefined
    case 'leave':
      return state?.week === said.week && state.until === null ? null : undefined
    case 'close':
      return state?.week === said.week && state.until === null ? { week: said.week, until: said.until } : undefined
    case 'reopen':
      return state?.week === said.week && state.until !== null ? { week: said.week, until: null } : undefined
    case 'expire':
      return state?.week === said.week && state.until === said.until ? null : undefined
    case 'taken':
      return state === null ? undefined : state
    case 'see':
      return isShown(state, said.holder) ? state : undefined
  }
}

export const slotWeek: Model<Holder, Said> = {
  initial: null,
  step: after,
  keyOf: (state) => (state ? `${state.week} ${state.until ?? ''}` : ''),
  observes: ({ did }) => did === 'taken' || did === 'see',
}
