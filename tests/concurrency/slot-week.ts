// A slot week as its clients see it, for the search of an order: nobody's, somebody's, reserved for the minute of an undo, or kept for
// who waited.
import type { Model } from './linearizability'

/** A booked week of a project; `until`: cancelled by that act, and reserved until its minute is over. */
type Booked = { week: string; project: string; until: string | null }
/** A hold of a project that waited. */
export type Held = { hold: string; project: string }
export type Holder = Booked | Held | null

/** As much as somebody saw of a slot week that was not free. */
export type Sighting =
  | { week?: string; of?: string; notOf?: string; closing: boolean }
  | { held: true; hold?: string; of?: string; notOf?: string }
  /** Free, or kept for this project: it could have been booked by it. */
  | { openTo: string }

export type Said =
  /** Booked, or moved in; `over`: the hold that was claimed by it, or had had its day. */
  | { did: 'enter'; week: string; project: string; over: string | null }
  /** Moved out, or the booking undone: free at once, or kept for who waits. */
  | { did: 'leave'; week: string; given: Held | null }
  /** Cancelled or released by the act `until`: reserved for its minute. */
  | { did: 'close'; week: string; until: string }
  /** The cancellation undone. */
  | { did: 'reopen'; week: string }
  /** The minute of the act `until` is over. Nobody asks for it, it happens. */
  | { did: 'expire'; week: string; until: string }
  /** Kept for who waits, by the clock. */
  | { did: 'give'; given: Held }
  /** A hold given up or over: free at once, or kept for who waits behind. */
  | { did: 'drop'; hold: string; given: Held | null }
  /** Somebody saw it; null: free. */
  | { did: 'see'; holder: Sighting | null }

const isHeld = (state: Holder): state is Held => state !== null && 'hold' in state

function shows(state: Holder, seen: Sighting | null): boolean {
  if (seen === null) return state === null
  if ('openTo' in seen) return state === null || (isHeld(state) && state.project === seen.openTo)
  if (state === null || (seen.of ?? state.project) !== state.project || seen.notOf === state.project) return false
  if ('held' in seen) return isHeld(state) && (seen.hold ?? state.hold) === state.hold
  return !isHeld(state) && (seen.week ?? state.week) === state.week && seen.closing === (state.until !== null)
}

function afterHold(state: Holder, said: Said): Holder | undefined {
  if (said.did === 'give') return state === null ? said.given : undefined
  if (said.did === 'drop') return isHeld(state) && state.hold === said.hold ? said.given : undefined
  return undefined
}

function after(state: Holder, said: Said): Holder | undefined {
  if (said.did === 'see') return shows(state, said.holder) ? state : undefined
  if (said.did === 'give' || said.did === 'drop') return afterHold(state, said)
  if (said.did === 'enter') {
    const could = said.over === null ? state === null : isHeld(state) && state.hold === said.over
    return could ? { week: said.week, project: said.project, until: null } : undefined
  }
  if (state === null || isHeld(state) || state.week !== said.week) return undefined
  switch (said.did) {
    case 'leave':
      return state.until === null ? said.given : undefined
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
  keyOf: (state) => (isHeld(state) ? `hold ${state.hold}` : state ? `${state.week} ${state.until ?? ''}` : ''),
  observes: ({ did }) => did === 'see',
}
