/** What only those who ask do: who did it is theirs to know. */
export const askersFacts: readonly string[] = [
  'access.request-begun',
  'access.draft-saved',
  'access.form-taken',
  'access.file-attached',
  'access.file-detached',
  'access.member-invited',
  'access.invitation-revoked',
  'access.member-joined',
  'access.member-left',
  'access.applicant-changed',
  'access.request-submitted',
  'access.request-withdrawn',
  'access.request-resumed',
  'access.renewal-asked',
  'access.ethics-approval-exchanged',
  'access.request-closed-out',
  'access.request-handed-over',
]

/** What those who ask are not told of: what the hub asked of whom, what they answered, and its own remarks. */
export const insideFacts: readonly string[] = [
  'access.review-requested',
  'access.review-given',
  'access.decision-given',
  'access.task-replaced',
  'access.task-due-neared',
  'access.task-overdue',
  'access.reviewer-invited',
  'access.decider-invited',
  'access.asking-revoked',
  'access.remark-made',
  'access.external-id-assigned',
]

/**
 * What those who ask are told of without who did it, whatever a workflow says: the last answer closes a round, so that whose act that was
 * would tell who decided and, where one answer suffices, how.
 */
export const unsignedFacts: readonly string[] = ['access.round-closed', 'access.suspension-reached']

/** What concerns one of those who ask and none of the others where it names somebody: that a grant is barred for them. */
export const personalFacts: readonly string[] = [
  'access.grant-suspended',
  'access.suspension-reached',
  'access.suspension-lifted',
  'access.grant-taken-from-person',
]

/** An act on a request as far as it decides whether those who ask are told whose it was. */
export type Act = {
  /** It was done while a workflow of the request kept its handlers to itself: that holds for good. */
  readonly withheld: boolean
  /** Whether a workflow of the request does so now. */
  readonly hides: boolean
  /** Whether who did it asks, or did when they did it. */
  readonly byAsker: boolean
}

/** Whether those who ask are told only that it was the hub's handlers: what was promised once is kept. */
export const isWithheld = ({ withheld, hides, byAsker }: Act): boolean => withheld || (hides && !byAsker)

/**
 * An entry for the journal, marked where it is to be kept from those who ask whose act it was: wherever they read it, and for good. What
 * they are not told of at all needs no mark.
 */
export const marked = <Fact extends { readonly type: string; readonly data: object }>(
  fact: Fact,
  hides: boolean,
): Fact => (hides && !insideFacts.includes(fact.type) ? { ...fact, data: { ...fact.data, withheld: 'yes' } } : fact)
