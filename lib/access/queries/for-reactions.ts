import 'server-only'
import { readingOf } from '@/lib/identity/queries/for-reactions'
import { db } from '@/lib/platform/db'
import { mayAnswer, notInConflict } from '../rules/asking'
import { actingIn } from '../rules/assignments'
import { isReminderDue, nearDays, type TaskStage, taskStages } from '../rules/task-reminders'
import { organisationsOf } from '../store/asking'
import { holdersAmong } from '../store/holders'
import { accessTicket, openAt } from '../store/invitations'
import { assignmentsFor } from '../store/requests'

/** Who of these people has no interest of their own in a request. */
async function withoutInterest(of: Interest, people: readonly string[]): Promise<string[]> {
  const select = { piId: true, institution: true, members: { select: { personId: true } } } as const
  const project = await db().project.findUniqueOrThrow({ where: { id: of.projectId }, select })
  const projectIds = new Set([project.piId, ...project.members.map(({ personId }) => personId)])
  const askers = { memberIds: of.memberIds, projectIds, institution: project.institution }
  return notInConflict(people, askers, await organisationsOf(db(), people), of.barsOwnInstitute)
}

type Interest = { projectId: string; memberIds: ReadonlySet<string>; barsOwnInstitute: boolean }

/**
 * A request as mails name it, with whom it concerns: its members, who acts as its handler now without an interest of their own, and who
 * was asked, has not answered and still may.
 */
export async function requestToTell(id: string, now: Date) {
  const select = {
    id: true,
    reference: true,
    title: true,
    reason: true,
    state: true,
    turnSince: true,
    submittedAt: true,
    projectId: true,
    applicantId: true,
    members: { select: { personId: true } },
    items: {
      where: { state: { not: 'removed' } },
      select: { workflowId: true, state: true, workflow: { select: { barsOwnInstitute: true } } },
    },
    tasks: {
      where: { state: 'open' },
      select: { id: true, personId: true, roundId: true, kind: true, dueAt: true, invited: true },
    },
  } as const
  const found = await db().accessRequest.findUnique({ where: { id }, select })
  if (!found) return null
  const { members: rows, items, tasks, ...request } = found
  const { projectId } = request
  const members = rows.map(({ personId }) => personId)
  const workflows = [...new Set(items.map(({ workflowId }) => workflowId))]
  const assignments = await assignmentsFor(db(), workflows)
  const actingFor = (some: readonly string[]) => [
    ...new Set(some.flatMap((one) => actingIn(assignments, one, 'handler', now))),
  ]
  const acting = actingFor(workflows)
  const waiting = items.filter(({ state }) => state === 'requested').map(({ workflowId }) => workflowId)
  const awaited = actingFor(waiting.length > 0 ? waiting : workflows)
  const barsOwnInstitute = items.some(({ workflow }) => workflow.barsOwnInstitute)
  const handlers = await withoutInterest({ projectId, memberIds: new Set(members), barsOwnInstitute }, acting)
  const holders = await holdersAmong(
    db(),
    tasks.map(({ personId }) => personId),
  )
  // Of a turn of handlers those are reminded whose datasets wait.
  const late = handlers.filter((one) => awaited.includes(one))
  return { ...request, members, handlers, late, tasks: tasks.filter((task) => mayAnswer(task, holders)) }
}

/** A remark, as far as it decides who is told of it. For reactions only. */
export const remarkToTell = (id: string) =>
  db().accessRemark.findUnique({ where: { id }, select: { authorId: true, isPublic: true } })

/** Who was asked about a request and is asked no more since this moment, but for whom it did not concern any longer. For reactions only. */
export async function askedNoMore(requestId: string, endedAt: Date): Promise<string[]> {
  const select = { personId: true, kind: true, invited: true } as const
  const ended = await db().accessTask.findMany({ where: { requestId, state: 'withdrawn', endedAt }, select })
  const holders = await holdersAmong(
    db(),
    ended.map(({ personId }) => personId),
  )
  return ended.filter((task) => mayAnswer(task, holders)).map(({ personId }) => personId)
}

/** Whom an invitation was sent to, whatever has become of it. For reactions only. */
export const invitedPerson = (id: string) =>
  db().accessInvitation.findUnique({ where: { id }, select: { name: true, email: true } })

/** What somebody is called. For reactions only. */
export async function nameOf(id: string): Promise<string> {
  const where = { id: { in: id === '' ? [] : [id] } }
  const person = await db().person.findFirst({ where, select: { name: true } })
  return person?.name ?? '–'
}

/** An open invitation to a request with the token of its link and who has its address, if anybody. For reactions only. */
export async function accessInvitationToMail(id: string, now: Date) {
  const select = {
    email: true,
    name: true,
    kind: true,
    byHub: true,
    expiresAt: true,
    invitedById: true,
    request: { select: { id: true, reference: true, title: true } },
  } as const
  const invitation = await db().accessInvitation.findFirst({ where: { id, ...openAt(now) }, select })
  if (!invitation) return null
  const { email, invitedById } = invitation
  const known = await db().person.findUnique({ where: { email }, select: { id: true } })
  const inviter = await db().person.findUnique({ where: { id: invitedById }, select: { name: true } })
  const reader = known && (await readingOf(known.id))
  return { ...invitation, token: accessTicket(id), inviter: inviter?.name ?? '', reader }
}

/** A grant as mails name it. For reactions only. */
export async function grantToTell(id: string) {
  const select = { endsAt: true, endReason: true, datasetId: true } as const
  const grant = await db().accessGrant.findUnique({ where: { id }, select })
  const where = { id: grant?.datasetId ?? id }
  const dataset = grant && (await db().dataset.findUnique({ where, select: { slug: true } }))
  return grant && { ...grant, dataset: dataset?.slug ?? '' }
}

type Due = {
  readonly tasks: { task: string; stage: TaskStage }[]
  readonly turns: string[]
  readonly closeOuts: string[]
}

/** What somebody is to be reminded of now, the longest due first, a thousand of each at a time. For reactions only. */
export async function remindersDue(now: Date): Promise<Due> {
  const near = new Date(now.getTime() + nearDays * 86_400_000)
  const open = await db().accessTask.findMany({
    where: {
      OR: [
        { state: 'open', dueAt: { lte: now }, reminders: { none: { stage: 'missed' } } },
        { state: 'open', dueAt: { gt: now, lte: near }, reminders: { none: { stage: 'near' } } },
      ],
    },
    select: { id: true, state: true, askedAt: true, dueAt: true, reminders: { select: { stage: true } } },
    orderBy: { dueAt: 'asc' },
    take: 1000,
  })
  const turns = await db().$queryRaw<{ id: string }[]>`
    SELECT r.id FROM access_request r JOIN access_turn t ON t.request_id = r.id AND t.until IS NULL
    WHERE r.turn_due_at <= ${now} AND t.reminded_at IS NULL ORDER BY r.turn_due_at LIMIT 1000`
  const closeOuts = await db().accessRequest.findMany({
    where: { closeOutDueAt: { lte: now } },
    select: { id: true },
    orderBy: { closeOutDueAt: 'asc' },
    take: 1000,
  })
  const tasks = open.flatMap(({ id: task, reminders, ...of }) =>
    taskStages
      .filter((stage) => isReminderDue({ ...of, told: reminders.map((one) => one.stage) }, stage, now))
      .map((stage) => ({ task, stage })),
  )
  return { tasks, turns: turns.map(({ id }) => id), closeOuts: closeOuts.map(({ id }) => id) }
}

/** Who answers for the data of a request once it has ended: who leads the project, and the applicant. For reactions only. */
export async function answerable({ projectId, applicantId }: { projectId: string; applicantId: string }) {
  const project = await db().project.findUniqueOrThrow({ where: { id: projectId }, select: { piId: true } })
  return [project.piId, applicantId]
}

/** The requests of a project that somebody is a member of. For reactions only. */
export async function requestsOfMember(projectId: string, personId: string): Promise<string[]> {
  const where = { projectId, members: { some: { personId } } }
  const rows = await db().accessRequest.findMany({ where, select: { id: true }, orderBy: { id: 'asc' } })
  return rows.map(({ id }) => id)
}
