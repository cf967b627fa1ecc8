import type { Language } from '@/lib/platform/messages'
import type { Authority } from './rules/authority'
import type { ReminderStage } from './rules/confirmation'
import type { ProjectType } from './rules/types'

type Fact<Type extends string, Stream extends string, Data extends object> = {
  readonly type: `projects.${Type}`
  readonly stream: `${Stream}:${string}`
  readonly subjectId: string
  readonly data: Data
}

/** A kind of fact: a function of the thing and of ids and codes only. A person whom it concerns besides the actor is `data.person`. */
const about =
  <Stream extends string, Data extends object>(stream: Stream) =>
  <Type extends string>(type: Type) =>
  (id: string, data: Data): Fact<Type, Stream, Data> => ({
    type: `projects.${type}`,
    stream: `${stream}:${id}`,
    subjectId: id,
    data,
  })

const project = <Data extends object>() => about<'project', Data>('project')
const application = <Data extends object>() => about<'application', Data>('application')

/** `person` is who is to lead the project. */
type Transfer = { slug: string; person: string; transfer: string }

/** What happens to projects: free text and addresses stand in their rows. */
export const happened = {
  applied: application<{ kind: ProjectType; revision: number }>()('application-submitted'),
  applicationWithdrawn: application<{ revision: number }>()('application-withdrawn'),
  applicationApproved: application<{ person: string; slug: string; project: string; revision: number }>()(
    'application-approved',
  ),
  applicationDeclined: application<{ person: string; revision: number }>()('application-declined'),
  started: project<{ slug: string; kind: ProjectType; person: string; weeks: number; application: string }>()(
    'started',
  ),
  dataProjectStarted: project<{ slug: string }>()('data-project-started'),
  edited: project<{ slug: string; listed: boolean; revision: number }>()('edited'),
  budgetSet: project<{ slug: string; before: number; weeks: number }>()('budget-set'),
  quotaSet: project<{ slug: string; gigabytes: number; decision: string }>()('quota-set'),
  ended: project<{ slug: string; decision: string }>()('ended'),
  ranOut: project<{ slug: string }>()('ran-out'),
  extended: project<{ slug: string; until: string; decision: string }>()('extended'),
  invited: project<{ slug: string; invitation: string; language: Language }>()('member-invited'),
  invitationResent: project<{ slug: string; invitation: string; language: Language }>()('invitation-resent'),
  invitationRevoked: project<{ slug: string; invitation: string }>()('invitation-revoked'),
  joined: project<{ slug: string; invitation: string }>()('member-joined'),
  left: project<{ slug: string }>()('member-left'),
  removed: project<{ slug: string; person: string }>()('member-removed'),
  membersConfirmed: project<{ slug: string; members: number }>()('members-confirmed'),
  confirmationReminded: project<{ slug: string; stage: ReminderStage }>()('confirmation-reminded'),
  delegated: project<{
    slug: string
    person: string
    delegation: string
    authorities: readonly Authority[]
    until: string
  }>()('authority-delegated'),
  delegationRevoked: project<{ slug: string; person: string; delegation: string }>()('delegation-revoked'),
  transferProposed: project<Transfer>()('transfer-proposed'),
  transferAccepted: project<Transfer>()('transfer-accepted'),
  transferDeclined: project<Transfer>()('transfer-declined'),
  transferCancelled: project<Transfer>()('transfer-cancelled'),
  transferConfirmed: project<Transfer>()('transfer-confirmed'),
  transferRefused: project<Transfer>()('transfer-refused'),
  /** `transfer`: the one under way that ended with it. */
  piAppointed: project<{ slug: string; person: string; decision: string; transfer: string | null }>()('pi-appointed'),
} as const
