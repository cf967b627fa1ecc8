import { newId } from '@/lib/platform/id'
import { grantOf, reason, roundOf, submitted, world } from '../access/requests'
import { pdf } from '../agreements/files'
import { somebody } from '../identity/people'

const other = await somebody()
const of = await world()
const [slug] = of.slugs
const asked = await submitted(of)
const onRequest = { request: asked }
const invitee = { ...onRequest, email: 'friend@example.org' }
const answered = { ...onRequest, task: newId(), answer: 'approve' }
const attachment = { ...onRequest, attachment: newId() }
const flow = { decidedBy: 'handler', rule: 'one', quorum: 1, decisionDays: 5, reviewDays: 5, onDeadline: 'remind' }
const assigned = { workflow: newId(), person: other.id, role: 'reviewer' }
const terms = { titleEn: 'Terms', titleSv: 'Villkor', bodyEn: 'Keep it safe', bodySv: 'Förvara säkert' }

/** Right input for every command about requests, grants, terms and workflows, none of which a stranger may give. */
export const accessInputs: Readonly<Record<string, unknown>> = {
  'access.begin-request': { project: of.project.slug },
  'access.save-draft': { ...onRequest, title: 'Mine now' },
  'access.change-datasets': { ...onRequest, add: [slug] },
  'access.take-form': onRequest,
  'access.divide-draft': { ...onRequest, datasets: [slug] },
  'access.delete-draft': onRequest,
  'access.copy-as-new': onRequest,
  'access.hand-over': { ...onRequest, project: of.project.slug },
  'access.submit': onRequest,
  'access.withdraw': onRequest,
  'access.resume': onRequest,
  'access.reopen': { ...onRequest, reason },
  'access.act-on-many': { verb: 'remark', requests: [asked], text: 'Hello' },
  'access.save-filter': { name: 'Mine', query: 'mine=true' },
  'access.remove-filter': { filter: newId() },
  'access.remark': { ...onRequest, text: 'Hello' },
  'access.request-review': onRequest,
  'access.review': answered,
  'access.request-decision': onRequest,
  'access.decide': answered,
  'access.replace': { ...onRequest, task: newId(), person: other.id },
  'access.miss-deadline': { round: (await roundOf(asked)).id },
  'access.remind-task': { task: newId(), stage: 'missed' },
  'access.remind-turn': { request: asked },
  'access.remind-close-out': { request: asked },
  'access.return': { ...onRequest, reason },
  'access.approve': { ...onRequest, datasets: [slug], until: '2027-06-30' },
  'access.reject': { ...onRequest, ground: 'other', reason },
  'access.close': { ...onRequest, reason },
  'access.assign-external-id': { ...onRequest, externalId: 'x' },
  'access.change-processing-state': { ...onRequest, state: newId() },
  'access.add-terms': { ...onRequest, subject: 'extra:more' },
  'access.resolve-use': { ...onRequest, dataset: slug, reason },
  'access.invite-member': invitee,
  'access.add-member': { ...onRequest, email: 'friend@example.org' },
  'access.invite-reviewer': { ...invitee, email: 'reviewer@example.org' },
  'access.invite-decider': { ...invitee, email: 'decider@example.org', round: newId() },
  'access.revoke-invitation': { ...onRequest, invitation: newId() },
  'access.accept-invitation': { ticket: 'nobody knows' },
  'access.remove-member': { ...onRequest, person: other.id },
  'access.leave': onRequest,
  'access.leave-with-project': { request: newId(), person: other.id, outAt: '2026-11-28T12:00:00Z' },
  'access.change-applicant': { ...onRequest, person: other.id },
  'access.attach': { ...onRequest, file: await pdf() },
  'access.detach': attachment,
  'access.redact': attachment,
  'access.download-attachment': attachment,
  'access.download-certificate': onRequest,
  'access.take-archive': onRequest,
  'access.read-ethics-document': { ...onRequest, approval: of.approval, document: newId() },
  'access.extend': { ...onRequest, until: '2028-06-30' },
  'access.ask-renewal': { ...onRequest, until: '2028-06-30', reason },
  'access.decline-renewal': { ...onRequest, reason },
  'access.suspend': { ...onRequest, grant: newId(), reason },
  'access.lift': { ...onRequest, grant: newId() },
  'access.revoke': { ...onRequest, reason },
  'access.settle-use': onRequest,
  'access.settle-retention': { ...onRequest, grant: newId(), outcome: 'kept', reason },
  'access.rejudge-use': { request: newId(), dataset: newId() },
  'access.remind-retention': { grant: (await grantOf(await world())).id, days: 90 },
  'access.close-out': { ...onRequest, outcome: 'completed', report: 'Done' },
  'access.tell-grant-end': { grant: (await grantOf(await world())).id, days: 7 },
  'access.publish-terms': { subject: 'extra:more', ...terms },
  'access.keep-terms-document': { file: await pdf() },
  'access.accept-terms': { terms: newId() },
  'access.make-workflow': { name: 'Mine', ...flow },
  'access.edit-workflow': { name: 'Mine', ...flow, workflow: newId(), expectedRevision: 1 },
  'access.assign': assigned,
  'access.end-assignment': assigned,
  'access.set-away': { workflow: newId(), role: 'handler', until: '2026-12-24' },
}
