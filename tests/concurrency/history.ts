// What clients asked and what they were answered: the only thing that the portal's promises can be held to.

export const acts = ['book', 'cancel', 'release', 'undo', 'move', 'join', 'leave', 'claim', 'decline', 'read'] as const
export type Act = (typeof acts)[number]

export interface Answer {
  status: number
  /** The JSON of it. */
  // biome-ignore lint/suspicious/noExplicitAny: what is read of it is judged by the audit
  said: any
}

/** One request on its way. */
export interface Attempt {
  requestId: string
  /** Number of the portal that was asked. */
  portal: number
  /** Milliseconds on the clock of the clients. */
  sent: number
  answered: number
  /** Null: no answer, or a fault; whether it took effect, nobody was told. */
  answer: Answer | null
  /** What came instead of an answer. */
  fault: string | null
}

/** Something that a client wanted, with every attempt at it; they share one idempotency key. */
export interface Operation {
  number: number
  act: Act
  person: string
  project: string
  method: 'GET' | 'POST'
  path: string
  body: object | null
  key: string | null
  attempts: Attempt[]
}

const isSuccess = (answer: Answer | null): answer is Answer => answer !== null && answer.status < 300
/** A refusal that says "later" is none: nobody looked at what was asked. */
export const isLimited = (answer: Answer | null): boolean => answer?.status === 429
export const isRefusal = (answer: Answer | null): answer is Answer =>
  answer !== null && answer.status >= 400 && !isLimited(answer)

export const successes = ({ attempts }: Operation): Attempt[] => attempts.filter(({ answer }) => isSuccess(answer))
export const refusals = ({ attempts }: Operation): Attempt[] => attempts.filter(({ answer }) => isRefusal(answer))
export const unanswered = ({ attempts }: Operation): Attempt[] => attempts.filter(({ answer }) => answer === null)

/** What became of it, as far as its client knows. */
export type Outcome = 'accepted' | 'refused' | 'unknown'

export function outcomeOf(operation: Operation): Outcome {
  if (successes(operation).length > 0) return 'accepted'
  // A refusal that came after an attempt without an answer does not tell what became of that one.
  return unanswered(operation).length > 0 || refusals(operation).length === 0 ? 'unknown' : 'refused'
}

/** When it was first asked, and when its client first knew that it is done. */
export function spanOf(operation: Operation): { invoked: number; returned: number } {
  return {
    invoked: Math.min(...operation.attempts.map(({ sent }) => sent)),
    returned: Math.min(...successes(operation).map(({ answered }) => answered)),
  }
}

export const codeOf = (answer: Answer | null): string => answer?.said?.code ?? `status ${answer?.status}`
