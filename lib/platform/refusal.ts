/** What a refusal may carry: ids, codes, numbers and field messages; never secrets. */
export type RefusalDetails = Readonly<Record<string, unknown>>

/**
 * An expected failure. A value, not a fault: `command` turns one into a rollback, `submit` and the REST layer map it once.
 * `code` is `<module>.<what>`; its sentence stands in the message table under `refusal.<code>`.
 */
export class Refusal {
  readonly refused = true as const
  constructor(
    readonly code: string,
    readonly details: RefusalDetails = {},
  ) {}
}

export const refuse = (code: string, details: RefusalDetails = {}): Refusal => new Refusal(code, details)

/** The one answer for what does not exist and for what the actor may not see. */
export const notFound = (): Refusal => new Refusal('platform.not-found')

export const isRefusal = (value: unknown): value is Refusal => value instanceof Refusal

/** A refusal on its way out of a transaction; `command` and `query` throw it, `submit` and REST catch it. */
export class Refused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.code)
    this.name = 'Refused'
  }
}

const statuses: Record<string, number> = {
  'platform.invalid': 422,
  'platform.malformed': 400,
  'platform.not-found': 404,
  'platform.not-signed-in': 401,
  'platform.second-factor': 403,
  'platform.forbidden': 403,
  'platform.too-many': 429,
  'platform.too-large': 413,
  'platform.conflict': 409,
  'platform.wrong-origin': 403,
  'platform.unavailable': 503,
}

/** The HTTP status (RFC 9110) of a refusal; a rule's refusal is 409 Conflict unless it says otherwise in `details.status`. */
export function statusOf({ code, details }: Refusal): number {
  return typeof details.status === 'number' ? details.status : (statuses[code] ?? 409)
}
