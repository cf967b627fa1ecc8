import { type Off, placeOf, type Role, type State, states, type Verb, verbsOf } from './states'

/**
 * What a workflow can do without, by role. What is not here nobody can switch off: what ends a request (submit, withdraw, approve,
 * reject, return, close, close-out, and what was asked: review, decide, replace, decline), what protects (suspend, lift, revoke, redact,
 * remove-member), and what is everybody's own (their draft and its files, leaving, taking an invitation back).
 */
export const optional = {
  applicant: ['remark', 'invite-member', 'change-applicant', 'copy-as-new', 'ask-renewal', 'hand-over'],
  handler: [
    'remark',
    'request-review',
    'invite-reviewer',
    'request-decision',
    'invite-decider',
    'invite-member',
    'add-member',
    'change-datasets',
    'add-terms',
    'resolve-use',
    'extend',
    'reopen',
    'assign-external-id',
    'change-processing-state',
  ],
  reviewer: ['remark'],
  decider: ['remark'],
} as const satisfies Partial<Record<Role, readonly Verb[]>>

/** The roles for which something can be switched off. */
export type Optional = keyof typeof optional
export const optionalRoles = Object.keys(optional) as Optional[]

/** The states in which a role has a verb. */
export const statesWith = (role: Role, verb: Verb): State[] =>
  states.filter((state) => verbsOf(state, [role]).includes(verb))

/** Every place of the table that can be switched off, as role/state/verb. The database holds the same. */
export const switchable: readonly string[] = optionalRoles.flatMap((role) =>
  optional[role].flatMap((verb) => statesWith(role, verb).map((state) => placeOf(role, state, verb))),
)

/** Where deciders decide, they have to be asked. */
const demandedByDeciders = 'handler/submitted/request-decision'

/** Whether these can be switched off in a workflow that is decided so. */
export const leavesDecision = (disabled: readonly string[], decidedBy: string): boolean =>
  decidedBy !== 'deciders' || !disabled.includes(demandedByDeciders)

/** Verbs that are done with single datasets of a request: of them the workflow of each dataset says whether they are. */
const withDatasets: readonly string[] = [
  'request-decision',
  'invite-decider',
  'change-datasets',
  'resolve-use',
  'extend',
  'change-processing-state',
] satisfies Verb[]

/** A workflow as far as it says what is off. */
export type Switching = { readonly id: string; readonly disabledVerbs: readonly string[] }

const isWithDatasets = (place: string): boolean => {
  const [role, , verb] = place.split('/')
  return role === 'handler' && withDatasets.includes(verb ?? '')
}

/**
 * What is off for somebody on a request whose datasets these workflows have: of the whole request what any of them switches off; of what
 * a handler does with single datasets, what every workflow that they handle does.
 */
export function offIn(workflows: readonly Switching[], handles: readonly string[]): Off {
  const handled = workflows.filter(({ id }) => handles.includes(id))
  const places = new Set(workflows.flatMap(({ disabledVerbs }) => disabledVerbs))
  const isOff = (place: string): boolean =>
    !isWithDatasets(place) ||
    (handled.length > 0 && handled.every(({ disabledVerbs }) => disabledVerbs.includes(place)))
  return new Set([...places].filter(isOff))
}

/** The workflows among these that do not let their handlers do it with their datasets in this state. */
export const offAmong = (workflows: readonly Switching[], state: State, verb: Verb): string[] =>
  workflows.filter(({ disabledVerbs }) => disabledVerbs.includes(placeOf('handler', state, verb))).map(({ id }) => id)

/** Whether a handler can do it in some state with requests of one of these workflows: what is offered for many requests at a time. */
export const isOpenSomewhere = (workflows: readonly Switching[], verb: Verb): boolean =>
  workflows.some(({ disabledVerbs }) =>
    statesWith('handler', verb).some((state) => !disabledVerbs.includes(placeOf('handler', state, verb))),
  )
