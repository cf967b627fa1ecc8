import type { Language } from './messages'

/** Who acts. `roles` are hub roles; `scopes` is null for a session (everything) and a list for an API token. */
export type Actor = { readonly kind: 'anonymous' } | { readonly kind: 'system'; readonly name: string } | Person

export type Person = {
  readonly kind: 'person'
  readonly id: string
  readonly name: string
  readonly roles: readonly string[]
  /** Whether this sign-in was proven by a second factor (or by a provider that vouches for one). */
  readonly secondFactor: boolean
  readonly scopes: readonly string[] | null
  readonly sessionId: string | null
}

/** What every command and query is told: who, when, for whom, in which language, under which request id. */
export type Context = {
  readonly actor: Actor
  /** Read once per request from the clock. */
  readonly now: Date
  readonly requestId: string
  readonly language: Language
  /** The person on whose behalf a delegate acts; the journal keeps both. */
  readonly onBehalfOf: string | null
  /** The client's Idempotency-Key, when it sent one: the command runs once, a repetition gets the same answer. */
  readonly idempotencyKey?: string | null
}

export const anonymous: Actor = { kind: 'anonymous' }
export const isPerson = (actor: Actor): actor is Person => actor.kind === 'person'
