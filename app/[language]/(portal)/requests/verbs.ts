import 'server-only'
import { addMember } from '@/lib/access/commands/adding'
import { redactFile } from '@/lib/access/commands/attachments'
import { copyAsNew, deleteDraft, handOver } from '@/lib/access/commands/copies'
import { approveDatasets, closeRequest, rejectDatasets, returnRequest } from '@/lib/access/commands/decisions'
import { closeOutRequest } from '@/lib/access/commands/ending'
import { askRenewal, declineRenewal, extendGrants } from '@/lib/access/commands/grants'
import { addTerms, assignExternalId, resolveUse } from '@/lib/access/commands/handling'
import { inviteDecider, inviteMember, inviteReviewer, revokeInvitation } from '@/lib/access/commands/invitations'
import { changeApplicant, leaveRequest, removeMember } from '@/lib/access/commands/members'
import { changeProcessingState } from '@/lib/access/commands/processing'
import { remark } from '@/lib/access/commands/remarks'
import { settleRetention } from '@/lib/access/commands/retention'
import { replaceTask, requestReview, review } from '@/lib/access/commands/reviews'
import { liftSuspension, revokeGrants, suspendGrant } from '@/lib/access/commands/revocations'
import { decide, requestDecision } from '@/lib/access/commands/rounds'
import { reopenRequest, resumeRequest, submitRequest, withdrawRequest } from '@/lib/access/commands/submission'
import type { Command } from '@/lib/platform/command'

/** The commands that a request's page offers, by the verb of the table of states. */
export const verbs: Readonly<Record<string, Command<unknown>>> = {
  submit: submitRequest,
  withdraw: withdrawRequest,
  resume: resumeRequest,
  'delete-draft': deleteDraft,
  'copy-as-new': copyAsNew,
  'hand-over': handOver,
  'close-out': closeOutRequest,
  remark,
  'invite-member': inviteMember,
  'revoke-invitation': revokeInvitation,
  'add-member': addMember,
  'remove-member': removeMember,
  'change-applicant': changeApplicant,
  leave: leaveRequest,
  'request-review': requestReview,
  'invite-reviewer': inviteReviewer,
  'invite-decider': inviteDecider,
  replace: replaceTask,
  review,
  'request-decision': requestDecision,
  decide,
  return: returnRequest,
  approve: approveDatasets,
  reject: rejectDatasets,
  close: closeRequest,
  reopen: reopenRequest,
  'assign-external-id': assignExternalId,
  'change-processing-state': changeProcessingState,
  'resolve-use': resolveUse,
  'add-terms': addTerms,
  redact: redactFile,
  extend: extendGrants,
  'ask-renewal': askRenewal,
  'decline-renewal': declineRenewal,
  suspend: suspendGrant,
  lift: liftSuspension,
  revoke: revokeGrants,
  'settle-retention': settleRetention,
}
