import type { State } from './states'

/** Who has to act next. */
export const turns = ['applicant', 'handler', 'reviewers', 'deciders', 'nobody'] as const
export type Turn = (typeof turns)[number]

/** What decides whose turn it is. */
export type Waiting = {
  readonly state: State
  /** Reviews and decisions that were asked for and have not come. */
  readonly reviews: number
  readonly decisions: number
  /** Whether members wait for an answer to their wish for more time. */
  readonly renewal: boolean
}

/**
 * Whose turn it is: the applicant's while they write or mend, then whoever was asked, else the handler; nobody's once all is said.
 * There is always exactly one.
 */
export function turnOf({ state, reviews, decisions, renewal }: Waiting): Turn {
  if (state === 'draft' || state === 'returned') return 'applicant'
  if (state === 'approved') return renewal ? 'handler' : 'nobody'
  if (state !== 'submitted') return 'nobody'
  if (decisions > 0) return 'deciders'
  return reviews > 0 ? 'reviewers' : 'handler'
}

/** What is asked within one workflow of a submitted request. */
export type FlowWaiting = {
  readonly workflow: string
  /** Whether a dataset of it waits to be judged. */
  readonly waits: boolean
  /** Whether its deciders are asked and have not decided. */
  readonly decisions: boolean
  /** Whether reviews that its handlers asked for have not come. */
  readonly reviews: boolean
}
export type FlowTurn = { readonly workflow: string; readonly turn: 'handler' | 'reviewers' | 'deciders' }

/**
 * Who has to act next for the datasets of each workflow that wait: its deciders or reviewers where it asked them, else its handler,
 * whatever others are asked. `mine` of the queue says the same.
 */
export const turnsOf = (state: State, flows: readonly FlowWaiting[]): FlowTurn[] =>
  flows
    .filter(({ waits }) => waits && state === 'submitted')
    .map(({ workflow, decisions, reviews }) => ({
      workflow,
      turn: decisions ? 'deciders' : reviews ? 'reviewers' : 'handler',
    }))
