import 'server-only'
import type { TaskList } from 'graphile-worker'
import { extendSheet } from '@/lib/booking/commands/extend-sheet'
import { eraseForgotten, eraseUnlisted, verifyFile } from '@/lib/delivery/commands/check-files'
import { forgetOldLinks } from '@/lib/delivery/commands/links'
import { forgetExpired } from '@/lib/identity/commands/forget-expired'
import { readClock } from '@/lib/platform/clock'
import type { DataPlace } from '@/lib/platform/data-storage'
import { db } from '@/lib/platform/db'
import { isDemonstration } from '@/lib/platform/env'
import { eraseObject, filesToMove, moveFile } from '@/lib/platform/storage'
import type { Reaction } from './reactions'
import * as access from './tasks/access'
import { leaveRequests, mailHandedMember, mailHandlersOfMember, mailRoundGrew } from './tasks/access-members'
import { accessReminders, mailReminder } from './tasks/access-reminders'
import { accessRetention, mailRetention } from './tasks/access-retention'
import * as said from './tasks/access-said'
import * as use from './tasks/access-use'
import * as agreements from './tasks/agreements'
import { bookingTasks } from './tasks/booking'
import { mailBooking, mailDisplaced, mailReady, mailTurns } from './tasks/booking-mail'
import * as catalogue from './tasks/catalogue'
import { clockContext, unlessDone } from './tasks/clock'
import * as ethics from './tasks/ethics'
import { mailHold, mailHoldWithdrawn } from './tasks/hold-mail'
import * as identity from './tasks/identity'
import { deliverMail } from './tasks/post'
import { mailApplicationWaiting, mailTransferWaiting } from './tasks/project-desk'
import * as projects from './tasks/projects'
import { webhook, webhooks } from './tasks/webhooks'

const react: Record<Reaction, (fact: identity.Fact) => Promise<void>> = {
  'mail-registration-link': identity.mailRegistrationLink,
  'mail-reset-link': identity.mailResetLink,
  'mail-invitation': identity.mailInvitation,
  'mail-confirmation': identity.mailConfirmation,
  'mail-email-link': identity.mailEmailLink,
  'mail-email-changed': identity.mailEmailChanged,
  'mail-account-guard': identity.mailAccountGuard,
  'mail-role-change': identity.mailRoleChange,
  'mail-saved-searches': catalogue.mailSavedSearches,
  'mail-proposal-decision': catalogue.mailProposalDecision,
  'mail-new-terms': agreements.mailNewTerms,
  'mail-agreement-waiting': agreements.mailAgreementWaiting,
  'mail-agreement-decision': agreements.mailAgreementDecision,
  'mail-agreement-expiry': agreements.mailAgreementExpiry,
  'mail-application-waiting': mailApplicationWaiting,
  'mail-ethics-waiting': ethics.mailEthicsWaiting,
  'mail-ethics-decision': ethics.mailEthicsDecision,
  'mail-ethics-deadline': ethics.mailEthicsDeadline,
  'mail-application-decision': projects.mailApplicationDecision,
  'mail-project-invitation': projects.mailProjectInvitation,
  'mail-member-joined': projects.mailMemberJoined,
  'mail-member-removed': projects.mailMemberRemoved,
  'mail-delegation': projects.mailDelegation,
  'mail-transfer': projects.mailTransfer,
  'mail-transfer-waiting': mailTransferWaiting,
  'mail-pi-appointed': projects.mailPiAppointed,
  'mail-project-budget': projects.mailBudget,
  'mail-confirmation-reminder': projects.mailConfirmationReminder,
  'mail-request': access.mailRequest,
  'mail-asked': access.mailAsked,
  'mail-asked-no-more': said.mailAskedNoMore,
  'mail-remark': said.mailRemark,
  'mail-review': said.mailReview,
  'mail-askers': said.mailAskers,
  'mail-grant': access.mailGrant,
  'mail-reminder': mailReminder,
  'mail-retention': mailRetention,
  'mail-handlers-of-member': mailHandlersOfMember,
  'mail-handed-member': mailHandedMember,
  'mail-round-grew': mailRoundGrew,
  'mail-access-invitation': access.mailAccessInvitation,
  'mail-use': use.mailUse,
  'settle-access': use.settleAccess,
  'leave-requests': leaveRequests,
  'rejudge-use': use.rejudgeStated,
  'mail-booking': mailBooking,
  'mail-ready': mailReady,
  'mail-displaced': mailDisplaced,
  'mail-hold': mailHold,
  'mail-hold-withdrawn': mailHoldWithdrawn,
}

/** The entry of the journal that a reaction is to; it was committed with the job. */
async function factOf(payload: unknown): Promise<identity.Fact> {
  const id = (payload as { eventId: string }).eventId
  const event = await db().event.findUniqueOrThrow({
    where: { id },
    select: { id: true, type: true, subjectId: true, data: true },
  })
  return { ...event, data: event.data as Record<string, unknown> }
}

/** What the worker does, by task name: `react.<reaction>` for reactions to events, `due:<what>` for what the clock brings. */
export const tasks: TaskList = {
  ...Object.fromEntries(
    Object.entries(react).map(([name, work]) => [
      `react.${name}`,
      async (payload: unknown) => work(await factOf(payload)),
    ]),
  ),
  'deliver-mail': (payload) => deliverMail((payload as { mail: string }).mail, isDemonstration()),
  ...bookingTasks,
  'due:agreement-expiry': agreements.agreementExpiry,
  'due:ethics-deadline': ethics.ethicsDeadline,
  'due:ethics-superseded': ethics.ethicsSuperseded,
  'due:access-round': access.accessRound,
  'due:access-grant-end': access.accessGrantEnd,
  'due:access-use': use.accessUse,
  'due:access-uses': use.accessUses,
  'due:webhook': webhook,
  'due:webhooks': webhooks,
  'due:access-reminders': () => accessReminders(),
  'due:access-retention': () => accessRetention(),
  'due:visa-keys': access.visaKeyTurn,
  'due:tell-turns': () => mailTurns(),
  'due:extend-sheet': async () => {
    await extendSheet(clockContext(), {})
  },
  'due:forget-expired': async () => {
    await forgetExpired(readClock())
    await forgetOldLinks(readClock())
  },
  'due:projects': () => projects.doWhatIsDue(),
  'due:move-file': (payload) => moveFile((payload as { file: string }).file),
  'due:move-files': async () => {
    for (const file of await filesToMove()) await moveFile(file)
  },
  'due:verify-file': async (payload) => {
    await unlessDone(verifyFile(clockContext(), payload))
  },
  'due:erase-unlisted': (payload) => eraseUnlisted(payload as DataPlace),
  'due:erase-forgotten': async () => {
    await eraseForgotten(readClock())
  },
  'due:erase-object': (payload) => {
    const { storage, file } = payload as { storage: 'disk' | 's3'; file: string }
    return eraseObject(storage, file)
  },
}

/** When the clock looks for what is due, in graphile-worker's crontab format (UTC). */
export const crontab = `
17 3 * * * due:forget-expired ?fill=2d
41 2 * * * due:erase-forgotten ?fill=2d
7 4 * * * due:extend-sheet ?fill=8d
30 8 * * * due:tell-turns ?fill=2d
* * * * * due:turn-week ?max=9
*/10 * * * * due:projects
*/10 * * * * due:access-reminders
47 * * * * due:access-retention ?max=3
*/10 * * * * due:visa-keys ?max=3
37 * * * * due:access-uses ?max=3
* * * * * due:webhooks ?max=3
23 * * * * due:move-files ?max=3
`
