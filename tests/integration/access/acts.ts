import { addMember } from '@/lib/access/commands/adding'
import { attachFile, detachFile, redactFile } from '@/lib/access/commands/attachments'
import { copyAsNew, deleteDraft, handOver } from '@/lib/access/commands/copies'
import { changeDatasets } from '@/lib/access/commands/datasets'
import { approveDatasets, closeRequest, rejectDatasets, returnRequest } from '@/lib/access/commands/decisions'
import { saveDraft } from '@/lib/access/commands/drafts'
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
import { retentionOutcomes } from '@/lib/access/rules/retention'
import type { Verb } from '@/lib/access/rules/states'
import type { Context } from '@/lib/platform/context'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { pdf } from '../agreements/files'
import { reason, until } from './requests'
import type { Whole } from './whole'

/** What an act is aimed at: a request as it stands, whom it may name, and a number by which it chooses. */
export type Aim = {
  readonly row: Whole
  readonly who: string
  readonly slugs: readonly string[]
  readonly people: readonly string[]
  /** Another project, and terms that can be demanded besides. */
  readonly otherProject: string
  readonly extraTerms: string
  readonly n: number
}
type Act = (ctx: Context, request: string, aim: Aim) => Promise<unknown>

const nothing = '00000000-0000-4000-8000-000000000000'
const pick = <Item>(from: readonly Item[], n: number): Item | undefined => from[n % Math.max(1, from.length)]
const idOf = (from: readonly { id: string }[], n: number): string => pick(from, n)?.id ?? nothing
const answers = ['approve', 'approve', 'reject', 'abstain'] as const
const taskOf = ({ row, who }: Aim, kind: string): string =>
  row.tasks.find((task) => task.kind === kind && task.person_id === who && task.state === 'open')?.id ?? nothing
const invitationOf = ({ row, n }: Aim): string =>
  idOf(
    row.invitations.filter(({ accepted_at, revoked_at }) => !accepted_at && !revoked_at),
    n,
  )
const answered = (aim: Aim) => ({ answer: pick(answers, aim.n), text: null })
const some = ({ slugs, n }: Aim): readonly string[] =>
  n % 3 === 0 ? slugs : n % 3 === 1 ? slugs.slice(0, 1) : slugs.slice(1)
const openTask = ({ row, n }: Aim): string =>
  idOf(
    row.tasks.filter(({ state }) => state === 'open'),
    n,
  )
const reachOf = ({ row, people, n }: Aim) => {
  const grant = idOf(row.grants, n)
  const reach = (['grant', 'grant', 'person', 'project'] as const)[n % 4]
  return { reach, grant, person: reach === 'person' ? pick(people, n >> 2) : null, reason }
}
const anybody = () => `${newId()}@example.org`

/** Every verb of the table, as somebody would try it. A verb without an act does not compile. */
export const acts: Record<Verb, Act> = {
  'save-draft': (ctx, request) => saveDraft(ctx, { request, title: `Nodes ${ctx.now.getTime()}` }),
  'change-datasets': (ctx, request, aim) =>
    changeDatasets(ctx, { request, ...(aim.n % 2 === 0 ? { add: some(aim) } : { remove: some(aim) }) }),
  attach: async (ctx, request) => attachFile(ctx, { request, file: await pdf('Protocol', 'protocol.pdf') }),
  detach: (ctx, request, { row, n }) => detachFile(ctx, { request, attachment: idOf(row.attachments, n) }),
  submit: (ctx, request) => submitRequest(ctx, { request }),
  'invite-member': (ctx, request) => inviteMember(ctx, { request, email: anybody() }),
  'add-member': async (ctx, request, { people, n }) => {
    const person = await db().person.findUnique({ where: { id: pick(people, n) ?? nothing }, select: { email: true } })
    return addMember(ctx, { request, email: n % 5 === 0 ? anybody() : person?.email })
  },
  'revoke-invitation': (ctx, request, aim) => revokeInvitation(ctx, { request, invitation: invitationOf(aim) }),
  'remove-member': (ctx, request, { people, n }) => removeMember(ctx, { request, person: pick(people, n), reason }),
  'change-applicant': (ctx, request, { people, n }) => changeApplicant(ctx, { request, person: pick(people, n) }),
  'delete-draft': (ctx, request) => deleteDraft(ctx, { request }),
  'copy-as-new': (ctx, request) => copyAsNew(ctx, { request }),
  leave: (ctx, request) => leaveRequest(ctx, { request }),
  withdraw: (ctx, request) => withdrawRequest(ctx, { request }),
  resume: (ctx, request) => resumeRequest(ctx, { request }),
  remark: (ctx, request, { n }) => remark(ctx, { request, text: 'Well', isPublic: n % 2 === 0 }),
  'assign-external-id': (ctx, request, { n }) => assignExternalId(ctx, { request, externalId: `X-${n}` }),
  'change-processing-state': async (ctx, request, { n }) => {
    const workflow = { items: { some: { requestId: request } } }
    const states = await db().accessProcessingState.findMany({ where: { workflow }, select: { id: true } })
    return changeProcessingState(ctx, { request, state: n % 3 === 0 ? null : idOf(states, n) })
  },
  redact: (ctx, request, { row, n }) => redactFile(ctx, { request, attachment: idOf(row.attachments, n) }),
  'request-review': (ctx, request) => requestReview(ctx, { request }),
  'invite-reviewer': (ctx, request) => inviteReviewer(ctx, { request, email: anybody() }),
  review: (ctx, request, aim) => review(ctx, { request, task: taskOf(aim, 'review'), ...answered(aim) }),
  'request-decision': (ctx, request) => requestDecision(ctx, { request }),
  'invite-decider': (ctx, request, { row, n }) =>
    inviteDecider(ctx, { request, email: anybody(), round: idOf(row.rounds, n) }),
  decide: (ctx, request, aim) => decide(ctx, { request, task: taskOf(aim, 'decision'), ...answered(aim) }),
  replace: (ctx, request, aim) =>
    replaceTask(ctx, { request, task: openTask(aim), person: pick(aim.people, aim.n) ?? nothing }),
  return: (ctx, request) => returnRequest(ctx, { request, reason }),
  approve: (ctx, request, aim) => approveDatasets(ctx, { request, datasets: aim.n % 2 === 0 ? [] : some(aim), until }),
  reject: (ctx, request, aim) =>
    rejectDatasets(ctx, { request, datasets: aim.n % 2 === 0 ? [] : some(aim), ground: 'other', reason }),
  close: (ctx, request) => closeRequest(ctx, { request, reason }),
  'add-terms': (ctx, request, { extraTerms }) => addTerms(ctx, { request, subject: extraTerms }),
  'resolve-use': (ctx, request, { slugs, n }) => resolveUse(ctx, { request, dataset: pick(slugs, n), reason }),
  reopen: (ctx, request) => reopenRequest(ctx, { request, reason }),
  extend: (ctx, request, { row, n }) =>
    extendGrants(ctx, {
      request,
      grants: n % 2 === 0 ? [] : [idOf(row.grants, n)],
      until: n % 3 ? '2028-01-31' : '2029-01-31',
    }),
  'ask-renewal': (ctx, request) => askRenewal(ctx, { request, until: '2028-01-31', reason }),
  'decline-renewal': (ctx, request) => declineRenewal(ctx, { request, reason }),
  suspend: (ctx, request, aim) => suspendGrant(ctx, { request, ...reachOf(aim) }),
  lift: (ctx, request, { row, n }) => {
    const bars = row.grants.flatMap(({ bars: all }) =>
      all.filter(({ kind, lifted_at }) => kind === 'suspended' && !lifted_at),
    )
    return liftSuspension(ctx, { request, bar: idOf(bars, n), whole: n % 3 === 0 })
  },
  revoke: (ctx, request, aim) => {
    const { grant, ...how } = reachOf(aim)
    return revokeGrants(ctx, { request, ...how, grants: how.reach === 'grant' && aim.n % 8 < 4 ? [grant] : [] })
  },
  'close-out': (ctx, request) => closeOutRequest(ctx, { request, outcome: 'completed', report: 'Done' }),
  'hand-over': (ctx, request, { otherProject }) => handOver(ctx, { request, project: otherProject }),
  'settle-retention': (ctx, request, { row, n }) =>
    settleRetention(ctx, { request, grant: idOf(row.grants, n), outcome: pick(retentionOutcomes, n), reason }),
}
