import type { Language } from '@/lib/platform/messages'
import type { State } from '../rules/states'

type Fact<Type extends string, Data extends object> = {
  readonly type: `access.${Type}`
  readonly stream: string
  readonly subjectId: string
  readonly data: Data
}

type Of = { readonly id: string; readonly reference: string }

/** A fact about a request, in its stream: ids and codes only. A person whom it concerns besides the actor is `data.person`. */
const request =
  <Data extends object = Record<never, never>>() =>
  <Type extends string>(type: Type) =>
  (of: Of, data: Data): Fact<Type, Data & { reference: string }> => ({
    type: `access.${type}`,
    stream: `request:${of.id}`,
    subjectId: of.id,
    data: { reference: of.reference, ...data },
  })

/** A fact in a stream of another kind. */
const about =
  <Data extends object>(stream: string) =>
  <Type extends string>(type: Type) =>
  (owner: string, id: string, data: Data): Fact<Type, Data> => ({
    type: `access.${type}`,
    stream: `${stream}:${owner}`,
    subjectId: id,
    data,
  })

type Task = { person: string; task: string }
type Invitation = { invitation: string; language: Language }
/** In which state of the request somebody came or went: its handlers are told once it was submitted. */
type At = { state: State }

/** What happens to requests and their grants: words stand in their rows. */
export const happened = {
  begun: request<{ project: string; from: string; datasets: readonly string[] }>()('request-begun'),
  draftSaved: request<{ edit: string; fields: readonly string[] }>()('draft-saved'),
  formTaken: request<{ form: string; version: number; edit: string }>()('form-taken'),
  datasetsChanged: request<{ added: readonly string[]; removed: readonly string[] }>()('datasets-changed'),
  attached: request<{ attachment: string }>()('file-attached'),
  detached: request<{ attachment: string }>()('file-detached'),
  redacted: request<{ attachment: string }>()('file-redacted'),
  downloaded: request<{ attachment: string }>()('file-downloaded'),
  archiveTaken: request<{ attachments: readonly string[] }>()('archive-taken'),
  ethicsRead: request<{ approval: string; document: string; kind: string }>()('ethics-document-read'),
  certificateTaken: request<{ certificate: string }>()('certificate-downloaded'),
  draftDeleted: request()('draft-deleted'),
  memberInvited: request<Invitation>()('member-invited'),
  memberInvitedByHub: request<Invitation>()('member-invited-by-hub'),
  reviewerInvited: request<Invitation>()('reviewer-invited'),
  deciderInvited: request<Invitation & { round: string }>()('decider-invited'),
  invitationRevoked: request<{ invitation: string }>()('invitation-revoked'),
  /** An invitation to take part that the hub had sent, by the hub: those who ask are told of it, and not who it was. */
  hubInvitationRevoked: request<{ invitation: string }>()('hub-invitation-revoked'),
  /** An invitation to review or decide, which those who ask are not told of. */
  askingRevoked: request<{ invitation: string }>()('asking-revoked'),
  memberJoined: request<{ invitation: string } & At>()('member-joined'),
  /** By a handler, somebody who has an account. */
  memberAdded: request<{ person: string }>()('member-added'),
  memberRemoved: request<{ person: string; side: 'asking' | 'hub' } & At>()('member-removed'),
  memberLeft: request<At>()('member-left'),
  applicantChanged: request<{ person: string }>()('applicant-changed'),
  submitted: request<{ again: 'yes' | 'no' }>()('request-submitted'),
  withdrawn: request()('request-withdrawn'),
  resumed: request()('request-resumed'),
  remarked: request<{ remark: string; attachment?: string }>()('remark-made'),
  reviewRequested: request<Task>()('review-requested'),
  reviewed: request<{ task: string; answer: string }>()('review-given'),
  decisionRequested: request<{ round: string; deciders: number }>()('decision-requested'),
  decided: request<{ task: string; round: string; answer: string }>()('decision-given'),
  roundClosed: request<{ round: string; outcome: string }>()('round-closed'),
  /** A running round over datasets of others than whoever returned the request. */
  roundTakenBack: request<{ round: string }>()('round-taken-back'),
  deadlineMissed: request<{ round: string }>()('deadline-missed'),
  replaced: request<Task & { was: string }>()('task-replaced'),
  taskNeared: request<Task>()('task-due-neared'),
  taskOverdue: request<Task>()('task-overdue'),
  turnOverdue: request<{ turn: string }>()('turn-overdue'),
  returned: request<{ remark: string; fields: readonly string[] }>()('request-returned'),
  /** `from`: of what is granted from a later day on. */
  approved: request<{ datasets: readonly string[]; from?: string }>()('datasets-approved'),
  refused: request<{ datasets: readonly string[]; ground: string }>()('datasets-refused'),
  granted: request<{ grant: string; dataset: string; until: string; from?: string }>()('grant-given'),
  closed: request()('request-closed'),
  revoked: request<{ reach: string }>()('request-revoked'),
  reopened: request<{ datasets: readonly string[] }>()('request-reopened'),
  externalIdAssigned: request()('external-id-assigned'),
  processingChanged: request<{ processing: string; name: { en: string; sv: string } }>()('processing-state-changed'),
  termsAdded: request<{ subject: string }>()('terms-added'),
  conflictPassed: request<{ dataset: string }>()('use-resolved'),
  approvalExchanged: request<{ approval: string }>()('ethics-approval-exchanged'),
  conflictFound: request<{ dataset: string }>()('use-conflicts'),
  extended: request<{ grant: string; until: string; wish: 'open' | 'none' }>()('grant-extended'),
  renewalAsked: request<{ renewal: string }>()('renewal-asked'),
  renewalDeclined: request<{ renewal: string; wish: 'open' | 'none' }>()('renewal-declined'),
  suspended: request<{ act: string; grant: string; reach: string; person?: string }>()('grant-suspended'),
  /** A suspension of one person that stands, on a grant that reaches them since. */
  suspensionReached: request<{ act: string; grant: string; person: string }>()('suspension-reached'),
  lifted: request<{ act: string; grant: string; person?: string }>()('suspension-lifted'),
  grantEnded: request<{ grant: string; how: string; reach?: string }>()('grant-ended'),
  takenFrom: request<{ grant: string; person: string }>()('grant-taken-from-person'),
  endNeared: request<{ grant: string; days: number }>()('grant-end-neared'),
  ranOut: request<{ grant: string }>()('grant-ran-out'),
  retentionNeared: request<{ grant: string; days: number; until: string }>()('retention-neared'),
  retentionReached: request<{ grant: string }>()('retention-reached'),
  retentionSettled: request<{ grant: string; outcome: string }>()('retention-settled'),
  closedOut: request<{ outcome: string }>()('request-closed-out'),
  closeOutMissing: request()('close-out-missing'),
  handedOver: request<{ to: string }>()('request-handed-over'),
  /** `parts`: what there is besides the text, by language. */
  termsPublished: about<{ subject: string; version: number; binds: string; parts: readonly string[] }>('access-terms')(
    'terms-published',
  ),
  termsDocumentKept: about<{ sha256: string }>('access-terms')('terms-document-kept'),
  termsAccepted: about<{ subject: string; version: number }>('acceptances')('terms-accepted'),
  workflowMade: about<Record<string, never>>('access-workflow')('workflow-made'),
  workflowEdited: about<{ revision: number }>('access-workflow')('workflow-edited'),
  workflowFormChosen: about<{ form: string; was: string }>('access-workflow')('workflow-form-chosen'),
  assigned: about<{ person: string; role: string }>('access-workflow')('workflow-assigned'),
  unassigned: about<{ person: string; role: string }>('access-workflow')('assignment-ended'),
  filterSaved: about<Record<string, never>>('queue-filters')('filter-saved'),
  filterRemoved: about<Record<string, never>>('queue-filters')('filter-removed'),
  awaySet: about<{ person: string; until: string }>('access-workflow')('away-set'),
} as const
