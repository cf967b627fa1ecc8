import 'server-only'
import { readingOf, settingsOf } from '@/lib/identity/queries/for-reactions'
import { isOn } from '@/lib/identity/rules/topics'
import { readClock } from '@/lib/platform/clock'
import { env } from '@/lib/platform/env'
import { isLanguage, type Language } from '@/lib/platform/messages'
import { Refused } from '@/lib/platform/refusal'
import { sentences } from '@/lib/platform/sentence'
import { endDueProject } from '@/lib/projects/commands/projects'
import { remindConfirmation } from '@/lib/projects/commands/reminders'
import { messages as terms } from '@/lib/projects/messages/terms'
import {
  decidedApplication,
  decisionNamed,
  delegationNamed,
  invitationToMail,
  joinedBy,
  latestBudget,
  projectNamed,
  projectsRunOut,
  projectsToRemind,
  transferNamed,
} from '@/lib/projects/queries/for-reactions'
import { confirmationDue } from '@/lib/projects/rules/confirmation'
import { lastDayBefore } from '@/lib/projects/rules/periods'
import { messages } from '../messages/projects'
import { clockContext } from './clock'
import type { Fact } from './identity'
import { post } from './post'

const say = (language: Language) => sentences(messages, language)
const page = (path: string): string => env().PORTAL_ORIGIN + path
type Words = Record<string, string | number>
type Key = keyof (typeof messages)['en']

/** Mails to who decides for the hub, not to who takes part. */
const desk: ReadonlySet<Key> = new Set(['mail.project.application-waiting', 'mail.project.transfer-waiting'])

/** One mail about a project to somebody who has not turned these off; `name` is the project's in its subject. */
export async function tell(
  id: string,
  personId: string,
  key: Key,
  words: (language: Language) => Words,
): Promise<void> {
  const person = await readingOf(personId)
  if (!person?.active || !isOn('project', await settingsOf(personId))) return
  const t = say(person.language)
  const values = words(person.language)
  const subject = t(desk.has(key) ? 'mail.project.desk.subject' : 'mail.project.subject', values)
  const text = t('mail.project.frame', { text: t(key, values), settings: page('/account/notifications') })
  await post({ reason: id, to: person, topic: 'project', subject, text })
}

/** The link by which somebody joins a project: in the language of who has the address, else in that of who invited. */
export async function mailProjectInvitation({ id, data }: Fact): Promise<void> {
  const invitation = await invitationToMail(String(data.invitation), readClock())
  if (!invitation) return
  const { reader, email, inviter, token, project, expiresAt } = invitation
  const t = say(reader?.language ?? (isLanguage(data.language) ? data.language : 'en'))
  const link = page(`/projects/join?ticket=${token}`)
  const text = t('mail.project.invited', { inviter, name: project.name, link, day: lastDayBefore(expiresAt) })
  const subject = t('mail.project.invited.subject', { name: project.name })
  await post({ reason: id, to: { id: reader?.id ?? null, email }, topic: 'project-invitation', subject, text })
}

/** Tells who invited, and the PI, who came: perhaps by another address than the link was sent to. */
export async function mailMemberJoined({ id, subjectId, data }: Fact): Promise<void> {
  const [project, joining] = await Promise.all([projectNamed(subjectId), joinedBy(String(data.invitation))])
  if (!project || !joining) return
  const { joined, email, invitedById } = joining
  const words = { name: project.name, person: joined.name, address: joined.email, email }
  const link = page(`/projects/${project.slug}/members`)
  for (const reader of new Set([invitedById, project.piId]))
    await tell(id, reader, 'mail.project.joined', () => ({ ...words, link }))
}

/** Tells somebody that they were removed. */
export async function mailMemberRemoved({ id, subjectId, data }: Fact): Promise<void> {
  const project = await projectNamed(subjectId)
  if (project) await tell(id, String(data.person), 'mail.project.removed', () => ({ name: project.name }))
}

/** Tells who applied what became of it, and why. */
export async function mailApplicationDecision({ id, type, subjectId, data }: Fact): Promise<void> {
  const application = await decidedApplication(subjectId)
  if (!application) return
  const approved = type === 'projects.application-approved'
  const words = {
    name: application.name,
    reason: application.reason ?? '',
    link: page(approved ? `/projects/${String(data.slug)}` : '/projects'),
  }
  await tell(id, application.applicantId, approved ? 'mail.project.approved' : 'mail.project.declined', () => words)
}

/** Tells somebody what they may do from now on, or no longer. */
export async function mailDelegation({ id, type, subjectId, data }: Fact): Promise<void> {
  const [project, delegation] = await Promise.all([projectNamed(subjectId), delegationNamed(String(data.delegation))])
  if (!project || !delegation) return
  const key = type === 'projects.authority-delegated' ? 'mail.project.delegated' : 'mail.project.undelegated'
  await tell(id, String(data.person), key, (language) => {
    const word = (authority: string) =>
      sentences(terms, language)(`projects.authority.${authority}` as 'projects.authority.delegate')
    return {
      name: project.name,
      authorities: delegation.authorities.map((one) => `- ${word(one)}`).join('\n'),
      from: delegation.from.toISOString().slice(0, 10),
      until: lastDayBefore(delegation.until),
      link: page(`/projects/${project.slug}/delegations`),
    }
  })
}

/** Tells both sides of a transfer of the PI role how it stands. */
export async function mailTransfer({ id, type, subjectId, data }: Fact): Promise<void> {
  const [project, transfer] = await Promise.all([projectNamed(subjectId), transferNamed(String(data.transfer))])
  if (!project || !transfer) return
  const { fromId, toId, from, to, institutionName: institution } = transfer
  const words = { name: project.name, from, to, reason: transfer.reason ?? '' }
  const key = `mail.project.${type.replace('projects.', '')}` as 'mail.project.transfer-proposed'
  const link = page(`/projects/${project.slug}`)
  for (const reader of [fromId, toId]) await tell(id, reader, key, () => ({ ...words, institution, link }))
}

/** Tells who leads a project from now on, in place of somebody whose account is closed, and why. */
export async function mailPiAppointed({ id, subjectId, data }: Fact): Promise<void> {
  const [project, decision] = await Promise.all([projectNamed(subjectId), decisionNamed(String(data.decision))])
  if (!project || !decision) return
  const words = { name: project.name, reason: decision.reason, link: page(`/projects/${project.slug}`) }
  await tell(id, String(data.person), 'mail.project.pi-appointed', () => words)
}

/** Tells the PI of another budget, and why. */
export async function mailBudget({ id, subjectId }: Fact): Promise<void> {
  const [project, budget] = await Promise.all([projectNamed(subjectId), latestBudget(subjectId)])
  if (!project || !budget) return
  const words = { name: project.name, weeks: budget.gpuWeeks, reason: budget.reason }
  await tell(id, project.piId, 'mail.project.budget', () => ({ ...words, link: page(`/projects/${project.slug}`) }))
}

/** Reminds the PI of confirming the members. It cannot be turned off: without it no new booking is made. */
export async function mailConfirmationReminder({ id, subjectId, data }: Fact): Promise<void> {
  const project = await projectNamed(subjectId)
  const person = project && (await readingOf(project.piId))
  if (!project || !person?.active) return
  const t = say(person.language)
  const day = confirmationDue(project.membersConfirmedAt).toISOString().slice(0, 10)
  const words = { name: project.name, day, link: page(`/projects/${project.slug}/members`) }
  const key = data.stage === 'overdue' ? 'mail.project.confirmation-overdue' : 'mail.project.confirmation-due'
  const subject = t('mail.project.confirmation.subject', words)
  await post({ reason: id, to: person, topic: 'project-reminder', subject, text: t(key, words) })
}

/** A refusal tells that another process was quicker, or that it is due no longer. */
async function unlessDone(act: Promise<unknown>): Promise<void> {
  await act.catch((error) => {
    if (!(error instanceof Refused)) throw error
  })
}

/** What the clock brings for projects: the ends of those that ran out, and reminders of the yearly confirmation. */
export async function doWhatIsDue(ctx = clockContext()): Promise<void> {
  for (const projectId of await projectsRunOut(ctx.now)) await unlessDone(endDueProject(ctx, { projectId }))
  for (const projectId of await projectsToRemind(ctx.now)) await unlessDone(remindConfirmation(ctx, { projectId }))
}
