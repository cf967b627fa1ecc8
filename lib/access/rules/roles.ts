import { type Assignment, workflowsOf } from './assignments'
import { type Askers, type Conflict, conflictOf } from './conflict'
import type { Role, State } from './states'

/** Somebody as the rules see them: which hub roles act for them now. */
export type Who = {
  readonly id: string
  readonly organisation: string | null
  readonly holdsHandler: boolean
  readonly holdsReviewer: boolean
  readonly holdsDecider: boolean
  readonly isAdministrator: boolean
}

/** What somebody was asked. `invited`: by a mailed link, which needs no hub role. */
export type Asked = {
  readonly kind: string
  readonly personId: string
  readonly state: string
  readonly invited: boolean
}

/** A request as far as it decides who is who to it. */
export type Concerned = Askers & {
  readonly state: State
  /** Whether it was ever submitted: before that nobody of the hub sees it. */
  readonly submitted: boolean
  /** Whether the person may ask for data in the project's name. */
  readonly mayRequest: boolean
  readonly workflows: readonly { readonly id: string; readonly barsOwnInstitute: boolean }[]
  readonly assignments: readonly Assignment[]
  readonly tasks: readonly Asked[]
}

/** How somebody stands to a request: on whose side they see it, what they are to it, and what keeps them from acting for the hub. */
export type AccessStanding = {
  /** `asking`: a member, or of the project. `hub`: handles it or administers. `asked`: was asked to review or decide. */
  readonly side: 'asking' | 'hub' | 'asked' | 'outside'
  readonly roles: readonly Role[]
  /** The workflows whose datasets this person handles. */
  readonly handles: readonly string[]
  readonly conflict: Conflict | null
  /** Was asked or is assigned to review and nothing else: what the form keeps from reviewers is kept from them. */
  readonly reviewsOnly?: true
}

const outside: AccessStanding = { side: 'outside', roles: [], handles: [], conflict: null }

/** What this person was asked and still may answer: for which they hold the role, or came by a link. */
const askedOf = ({ tasks }: Concerned, { id, holdsReviewer, holdsDecider }: Who): Asked[] =>
  tasks
    .filter(({ personId }) => personId === id)
    .filter(({ kind, invited }) => invited || (kind === 'review' ? holdsReviewer : holdsDecider))

/** Whether the person has, or had and answered, one of these tasks; of one kind where that is said. */
const wasAsked = (tasks: readonly Asked[], only?: string): boolean =>
  tasks.some(({ state, kind }) => (state === 'open' || state === 'answered') && (only === undefined || kind === only))

function askedRoles(tasks: readonly Asked[]): Role[] {
  const open = tasks.filter(({ state }) => state === 'open').map(({ kind }) => kind)
  return [
    ...(open.includes('review') ? (['reviewer'] as const) : []),
    ...(open.includes('decision') ? (['decider'] as const) : []),
  ]
}

function ofTheHub(who: Who, request: Concerned, now: Date): AccessStanding {
  const { id, holdsHandler, holdsReviewer, holdsDecider, isAdministrator } = who
  const here = (role: Assignment['role']) =>
    workflowsOf(request.assignments, id, role, now).filter((one) => request.workflows.some((of) => of.id === one))
  const handles = holdsHandler ? here('handler') : []
  const tasks = askedOf(request, who)
  const reviews = holdsReviewer && here('reviewer').length > 0
  const decides = (holdsDecider && here('decider').length > 0) || wasAsked(tasks, 'decision')
  const asked = askedRoles(tasks)
  const bars = request.workflows.some(({ barsOwnInstitute }) => barsOwnInstitute)
  const conflict = conflictOf(who, request, bars)
  const roles: Role[] = [...(handles.length > 0 ? (['handler'] as const) : []), ...asked]
  if (handles.length > 0 || isAdministrator) return { side: 'hub', roles, handles, conflict }
  if (decides) return { side: 'asked', roles, handles: [], conflict }
  if (reviews || wasAsked(tasks)) return { side: 'asked', roles, handles: [], conflict, reviewsOnly: true }
  return outside
}

/**
 * How somebody stands to a request at this moment. Whoever asks for the data sees it as such and never acts for the hub on it; before
 * the first submission the hub sees nothing but its administrators.
 */
export function standingTo(who: Who, request: Concerned, now: Date): AccessStanding {
  const isMember = request.memberIds.has(who.id)
  if (isMember || request.projectIds.has(who.id)) {
    const roles: Role[] = [
      ...(request.mayRequest ? (['applicant'] as const) : []),
      ...(isMember ? (['member'] as const) : []),
    ]
    return { side: 'asking', roles, handles: [], conflict: isMember ? 'own-request' : 'own-project' }
  }
  if (!request.submitted) return who.isAdministrator ? { ...outside, side: 'hub' } : outside
  return ofTheHub(who, request, now)
}
