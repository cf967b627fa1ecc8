/** Who somebody is to a request. One person may be several, except that nobody acts for the hub on a request of their own. */
export const roles = ['applicant', 'member', 'handler', 'reviewer', 'decider'] as const
export type Role = (typeof roles)[number]

const editing = ['save-draft', 'change-datasets', 'attach', 'detach', 'submit'] as const
const people = ['invite-member', 'revoke-invitation', 'remove-member', 'change-applicant'] as const
const fromMembers = ['remark', 'leave'] as const
/** What a handler can do with a request that is not the applicant's own affair, whatever becomes of it. */
const keeping = ['remark', 'assign-external-id', 'redact', 'settle-retention'] as const
const asking = ['request-review', 'invite-reviewer', 'request-decision', 'invite-decider', 'replace'] as const
const deciding = ['approve', 'reject', 'close', 'add-terms', 'resolve-use'] as const
const processing = ['change-processing-state'] as const
/** What a handler can do with what was granted: grants run while other datasets of the request wait, so it is open then, too. */
const granted = ['extend', 'decline-renewal', 'suspend', 'lift', 'revoke'] as const
/** Who uses the data is the handler's affair, too, from when the request was submitted until it has come to its end. */
const handed = ['invite-member', 'add-member', 'revoke-invitation', 'remove-member'] as const
const ofGrants = ['ask-renewal', 'close-out'] as const
/** Those who used data tell what became of them also where somebody else brought the request to its end: its state stays. */
const afterwards = ['close-out', 'copy-as-new'] as const

/**
 * What can be done with a request, by whom, in which state: the server enforces this table and the page draws its buttons from it.
 * What is not here cannot be done.
 */
export const permits = {
  draft: {
    applicant: [...editing, ...people, 'delete-draft', 'copy-as-new'],
    member: ['save-draft', 'attach', 'detach', 'leave'],
    // Of grants that ended before it was taken up again.
    handler: ['settle-retention'],
  },
  submitted: {
    applicant: [...people, ...ofGrants, 'withdraw', 'remark', 'copy-as-new'],
    member: fromMembers,
    handler: [...keeping, ...asking, ...deciding, ...processing, ...granted, ...handed, 'return', 'change-datasets'],
    reviewer: ['review', 'remark'],
    decider: ['decide', 'remark'],
  },
  returned: {
    applicant: [...editing, ...people, ...ofGrants, 'withdraw', 'remark', 'copy-as-new'],
    member: [...fromMembers, 'save-draft', 'attach', 'detach'],
    handler: [...keeping, ...deciding, ...granted, ...handed],
  },
  approved: {
    applicant: [...people, ...ofGrants, 'remark', 'copy-as-new', 'hand-over'],
    member: fromMembers,
    handler: [...keeping, ...processing, ...granted, ...handed, 'add-terms', 'resolve-use', 'change-datasets', 'close'],
  },
  rejected: { applicant: ['remark', ...afterwards], member: [], handler: [...keeping, 'reopen'] },
  withdrawn: { applicant: ['resume', ...afterwards], member: [], handler: ['redact', 'settle-retention'] },
  closed: { applicant: afterwards, member: [], handler: [...keeping, 'reopen'] },
  revoked: { applicant: ['remark', ...afterwards], member: [], handler: [...keeping, 'reopen'] },
} as const satisfies Record<string, Partial<Record<Role, readonly string[]>>>

export type State = keyof typeof permits
type Row = (typeof permits)[State]
type VerbsOf<R> = R extends Record<string, readonly (infer V)[]> ? V : never
export type Verb = VerbsOf<{ [S in State]: Row }[State]>

export const states = Object.keys(permits) as State[]

const rowOf = (state: State): Partial<Record<Role, readonly Verb[]>> => permits[state]

/** Every verb of the table, each once. */
export const verbs: readonly Verb[] = [
  ...new Set(states.flatMap((state) => Object.values(rowOf(state)).flatMap((allowed) => [...allowed]))),
]

/** A place of the table that a workflow can switch off: role/state/verb. Members have what the applicant has, or less. */
export const placeOf = (role: Role, state: State, verb: Verb): string =>
  `${role === 'member' ? 'applicant' : role}/${state}/${verb}`

/** The places of the table that are switched off. */
export type Off = ReadonlySet<string>
const nothing: Off = new Set()

/** What these roles can do in this state but for what is switched off, each verb once. */
export const verbsOf = (state: State, held: readonly Role[], off: Off = nothing): Verb[] => [
  ...new Set(held.flatMap((role) => (rowOf(state)[role] ?? []).filter((verb) => !off.has(placeOf(role, state, verb))))),
]

/** Whether the table lets one of these roles do it in this state, and nothing has switched that off. */
export const allows = (state: State, held: readonly Role[], verb: Verb, off: Off = nothing): boolean =>
  verbsOf(state, held, off).includes(verb)

/** Whether somebody of these roles could do it in some state: who never could is told so, who can at another time is told that. */
export const everAllows = (held: readonly Role[], verb: Verb): boolean =>
  states.some((state) => allows(state, held, verb))

/** From which state to which a request moves, by which verbs. The database holds the same pairs. */
export const moves = {
  draft: { submitted: ['submit'] },
  submitted: {
    returned: ['return'],
    approved: ['approve', 'reject', 'change-datasets'],
    rejected: ['reject', 'approve'],
    withdrawn: ['withdraw'],
    closed: ['close', 'close-out'],
    revoked: ['reject', 'change-datasets'],
  },
  returned: {
    submitted: ['submit'],
    approved: ['approve', 'reject', 'submit'],
    rejected: ['reject', 'approve', 'submit'],
    withdrawn: ['withdraw'],
    closed: ['close', 'close-out'],
    revoked: ['revoke', 'reject', 'submit'],
  },
  approved: { submitted: ['change-datasets'], closed: ['close', 'close-out'], revoked: ['revoke', 'change-datasets'] },
  rejected: { submitted: ['reopen'] },
  withdrawn: { draft: ['resume'] },
  closed: { submitted: ['reopen'] },
  revoked: { submitted: ['reopen'] },
} as const satisfies Record<State, Partial<Record<State, readonly Verb[]>>>

/** Whether a request may go from one state to the other by this verb; staying where it is, is no move. */
export function isMove(from: State, to: State, verb: Verb): boolean {
  const ways: Partial<Record<State, readonly Verb[]>> = moves[from]
  return from === to || (ways[to] ?? []).includes(verb)
}

/** What a dataset's part of a request has become. */
export const itemStates = ['requested', 'approved', 'rejected', 'removed'] as const
export type ItemState = (typeof itemStates)[number]

/** What came of a dataset's part, what was granted with it: approved, but taken away again, is revoked. */
export type Became = ItemState | 'revoked'

/**
 * The state of a request whose datasets were judged: it waits while one does; one that was approved makes it approved, unless all of
 * those were taken away again.
 */
export function stateOfItems(items: readonly Became[]): 'submitted' | 'approved' | 'rejected' | 'revoked' {
  if (items.includes('requested')) return 'submitted'
  if (items.includes('approved')) return 'approved'
  return items.includes('revoked') ? 'revoked' : 'rejected'
}

/** The states in which an approved dataset's grant can be in use. */
export const isLive = (state: State): boolean => state === 'submitted' || state === 'returned' || state === 'approved'
