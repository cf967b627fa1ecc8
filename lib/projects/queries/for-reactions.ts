import 'server-only'
import { readingOf } from '@/lib/identity/queries/for-reactions'
import { db } from '@/lib/platform/db'
import { reminderStages, remindFrom } from '../rules/confirmation'
import type { ProjectType } from '../rules/types'
import { invitationTicket, openAt } from '../store/invitations'
import { namesOf } from '../store/names'

const project = { id: true, slug: true, name: true, piId: true, membersConfirmedAt: true } as const

/** A project by its id, as mails name it. For reactions only. */
export const projectNamed = (id: string) => db().project.findUnique({ where: { id }, select: project })

/** An open invitation with the token of its link and who has its address, if anybody. Null when it is over. For reactions only. */
export async function invitationToMail(id: string, now: Date) {
  const invitation = await db().projectInvitation.findFirst({
    where: { id, ...openAt(now) },
    select: { email: true, invitedById: true, expiresAt: true, project: { select: project } },
  })
  if (!invitation) return null
  const { email, invitedById } = invitation
  const [known, inviter] = await Promise.all([
    db().person.findUnique({ where: { email }, select: { id: true } }),
    db().person.findUnique({ where: { id: invitedById }, select: { name: true } }),
  ])
  return {
    ...invitation,
    token: invitationTicket(id),
    inviter: inviter?.name ?? '',
    reader: known && (await readingOf(known.id)),
  }
}

/** Which address an accepted invitation had been sent to, who sent it and who joined by it. For reactions only. */
export async function joinedBy(invitationId: string) {
  const select = { email: true, invitedById: true, acceptedById: true } as const
  const found = await db().projectInvitation.findUnique({ where: { id: invitationId }, select })
  const who = found?.acceptedById
  const joined = who ? await db().person.findUnique({ where: { id: who }, select: { name: true, email: true } }) : null
  return found && joined && { ...found, joined }
}

/** An application that waits, for the mail to the hub; null once it does not. For reactions only. */
export async function waitingApplication(id: string) {
  const where = { id, state: 'submitted' }
  const found = await db().projectApplication.findUnique({
    where,
    select: { name: true, type: true, applicantId: true },
  })
  if (!found) return null
  const names = await namesOf([found.applicantId])
  return { ...found, type: found.type as ProjectType, applicant: names.get(found.applicantId) ?? '' }
}

/** What became of an application, for its mail. For reactions only. */
export const decidedApplication = (id: string) =>
  db().projectApplication.findUnique({
    where: { id },
    select: { applicantId: true, name: true, state: true, reason: true },
  })

/** A transfer of the PI role, for its mails. For reactions only. */
export async function transferNamed(id: string) {
  const select = { fromId: true, toId: true, institutionName: true, state: true, reason: true } as const
  const transfer = await db().piTransfer.findUnique({ where: { id }, select })
  if (!transfer) return null
  const names = await namesOf([transfer.fromId, transfer.toId])
  return { ...transfer, from: names.get(transfer.fromId) ?? '', to: names.get(transfer.toId) ?? '' }
}

/** Why a PI was appointed, for the mail to them. For reactions only. */
export const decisionNamed = (id: string) =>
  db().projectDecision.findUnique({ where: { id }, select: { reason: true } })

/** A delegation, for its mail. For reactions only. */
export const delegationNamed = (id: string) =>
  db().delegation.findUnique({ where: { id }, select: { authorities: true, from: true, until: true } })

/** The latest budget of a project with its reason, for its mail. For reactions only. */
export const latestBudget = (projectId: string) =>
  db().budgetChange.findFirst({
    where: { projectId },
    select: { gpuWeeks: true, reason: true },
    orderBy: { id: 'desc' },
  })

/** Active projects of whose yearly confirmation some reminder may be due. For the clock only. */
export async function projectsToRemind(now: Date): Promise<string[]> {
  const [first] = reminderStages
  // A confirmation of more than eleven months ago is looked at; the rule says whether anything is due.
  const long = new Date(now.getTime() - 330 * 86_400_000)
  const rows = await db().project.findMany({
    where: { state: 'active', endsAt: { gt: now }, membersConfirmedAt: { lte: long } },
    select: { id: true, membersConfirmedAt: true, reminders: { select: { confirmedAt: true, stage: true } } },
    orderBy: { id: 'asc' },
  })
  const isTold = ({ membersConfirmedAt, reminders }: (typeof rows)[number]) =>
    reminders.some(
      ({ confirmedAt, stage }) => stage === 'overdue' && confirmedAt.getTime() === membersConfirmedAt.getTime(),
    )
  return rows.filter((row) => remindFrom(row.membersConfirmedAt, first) <= now && !isTold(row)).map(({ id }) => id)
}

/** Active projects whose last day has passed. For the clock only. */
export async function projectsRunOut(now: Date): Promise<string[]> {
  const where = { state: 'active', endsAt: { lte: now } }
  return (await db().project.findMany({ where, select: { id: true }, orderBy: { id: 'asc' } })).map(({ id }) => id)
}
