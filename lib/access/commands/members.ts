import 'server-only'
import { command } from '@/lib/platform/command'
import { type Context, isPerson } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { type Refusal, Refused, refuse } from '@/lib/platform/refusal'
import { standingOf } from '@/lib/projects/rules/authority'
import { delegatedIn } from '@/lib/projects/store/standing'
import { happened } from '../events/requests'
import { mayBegin } from '../policy/requests'
import { conflictOf } from '../rules/conflict'
import { mayComeToDecide } from '../rules/panel'
import { worksOn } from '../rules/works-on'
import { OneMember, OneRequest, Ticket } from '../schema/requests'
import { organisationsOf } from '../store/asking'
import { verifiersOf } from '../store/ethics'
import { insertBars } from '../store/grants'
import { accessInvitationIn, endInvitation, openInvitation } from '../store/invitations'
import { exclude, insertMember, isExcluded } from '../store/members'
import { lockRequest, type Seen } from '../store/requests'
import { barredComing } from '../store/standing'
import { settleTurn } from '../store/turns'
import { nothingMore, onRequest } from './on-request'

const dayLength = 86_400_000

async function deleteMember(tx: Tx, requestId: string, personId: string): Promise<undefined> {
  const where = { requestId_personId: { requestId, personId } }
  await tx.accessMember.delete({ where, select: { personId: true } })
  return undefined
}

const isMember = ({ request }: Seen, person: string): boolean =>
  request.members.some(({ personId }) => personId === person)

/** Takes somebody out: they may no longer use the data. Whom a handler takes out comes in again by the hub alone. Refuses: access.not-a-member, access.applicant-stays. */
export const removeMember = onRequest({
  verb: 'remove-member',
  input: OneMember,
  load: nothingMore,
  decide: (_, on) => {
    const { person } = on.input
    if (!isMember(on, person)) return refuse('access.not-a-member')
    if (person === on.request.applicantId) return refuse('access.applicant-stays')
    const { request, standing } = on
    const side = standing.side === 'asking' ? 'asking' : 'hub'
    return { facts: [happened.memberRemoved(request, { person, side, state: request.state })] }
  },
  apply: async (tx, _, { request, input: { person }, actor, standing }, { now }) => {
    await deleteMember(tx, request.id, person)
    if (standing.side !== 'asking') await exclude(tx, request.id, person, actor.id, now)
    return undefined
  },
})

/** Goes oneself. Refuses: access.applicant-stays. */
export const leaveRequest = onRequest({
  verb: 'leave',
  input: OneRequest,
  load: nothingMore,
  decide: (_, { request, actor }) =>
    actor.id === request.applicantId
      ? refuse('access.applicant-stays')
      : { facts: [happened.memberLeft(request, { state: request.state })] },
  apply: (tx, _, { request, actor }) => deleteMember(tx, request.id, actor.id),
})

/**
 * Another member leads the request from now on, who may ask for data in the project's name. Refuses: access.not-a-member,
 * access.applicant-already, access.not-authorised.
 */
export const changeApplicant = onRequest({
  verb: 'change-applicant',
  input: OneMember,
  load: async (tx, { project, input }, { now }) => standingOf(await delegatedIn(tx, project), input.person, now),
  decide: (_, on) => {
    const { person } = on.input
    if (!isMember(on, person)) return refuse('access.not-a-member')
    if (person === on.request.applicantId) return refuse('access.applicant-already')
    if (!on.more.authorities.includes('request-data')) return refuse('access.not-authorised')
    return { facts: [happened.applicantChanged(on.request, { person })], change: { applicantId: person } }
  },
  apply: async () => undefined,
})

async function loadInvited(tx: Tx, ticket: string, ctx: Context) {
  const { actor, now } = ctx
  if (!isPerson(actor)) throw new Refused(refuse('platform.not-signed-in'))
  const id = accessInvitationIn(ticket)
  const found = id === null ? null : await openInvitation(tx, { id }, now)
  const seen = found && (await lockRequest(tx, found.requestId, ctx))
  // Read again under the request's lock: of many who follow the link at once, one finds it open.
  const open = found && (await openInvitation(tx, { id: found.id }, now))
  if (!seen || !open) return { open: null } as const
  const running = { id: open.roundId ?? '', closedAt: null }
  const round = open.roundId === null ? null : await tx.accessRound.findFirst({ where: running })
  const organisation = (await organisationsOf(tx, [actor.id])).get(actor.id) ?? null
  const verifiers = await verifiersOf(tx, seen.request, now)
  const excluded = await isExcluded(tx, seen.request.id, actor.id)
  const barred = open.kind === 'member' ? await barredComing(tx, seen.request, actor.id) : { bars: [], facts: [] }
  return { open, seen, round, barred, person: { id: actor.id, organisation }, verifiers, excluded } as const
}

type Invited = Exclude<Awaited<ReturnType<typeof loadInvited>>, { open: null }>

/** Null, or why whoever holds a good link cannot come in by it. */
function judgeJoining({ open, seen, round, person, verifiers, excluded }: Invited): Refusal | null {
  const { request } = seen
  const isOpen = ['draft', 'submitted', 'returned', 'approved'].includes(request.state)
  if (!isOpen) return refuse('access.invitation-over')
  if (open.kind === 'member') {
    if (isMember(seen, person.id)) return refuse('access.already-member')
    if (excluded && !open.byHub) return refuse('access.taken-out', { status: 403 })
    if (verifiers.includes(person.id)) return refuse('access.verified-it', { status: 403 })
    return open.byHub && worksOn(seen, person.id) ? refuse('access.works-on-it', { status: 403 }) : null
  }
  if (request.state !== 'submitted' || (open.kind === 'decider' && !round)) return refuse('access.round-over')
  const coming = { id: person.id, invitedById: open.invitedById, assignments: seen.assignments }
  if (open.kind === 'decider' && !mayComeToDecide(coming)) return refuse('access.handles-it', { status: 403 })
  const memberIds = new Set(request.members.map(({ personId }) => personId))
  const bars = request.items.some(({ workflow }) => workflow.barsOwnInstitute)
  const askers = { memberIds, projectIds: seen.projectIds, institution: seen.project.institution }
  const conflict = conflictOf(person, askers, bars)
  if (conflict) return refuse('access.conflict', { status: 403, conflict })
  const same = (task: (typeof request.tasks)[number]) =>
    task.personId === person.id && (open.kind === 'decider' ? task.roundId === open.roundId : task.state === 'open')
  return request.tasks.some(same) ? refuse('access.already-asked') : null
}

const longestDays = (seen: Seen): number =>
  Math.max(1, ...seen.request.items.map(({ workflow }) => workflow.reviewDays))

/** What a link brings: membership, a review to give, or a part in a round. */
function joining({ open, seen, round, person }: Invited, now: Date) {
  const { request } = seen
  const task = newId()
  if (open.kind === 'member') {
    const joined = { invitation: open.id, state: request.state }
    return { fact: happened.memberJoined(request, joined), task: null }
  }
  const dueAt = round ? round.dueAt : new Date(now.getTime() + longestDays(seen) * dayLength)
  const kind = round ? 'decision' : 'review'
  const asked = { id: task, requestId: request.id, roundId: round?.id ?? null, kind, personId: person.id }
  const row = { ...asked, askedById: open.invitedById, askedAt: now, dueAt, question: '', state: 'open', invited: true }
  return { fact: happened.reviewRequested(request, { person: person.id, task }), task: row }
}

/**
 * Makes whoever follows a mailed link a member, a reviewer or a decider, signed in by whatever address: the link is the permission.
 * Refuses: access.invitation-over, access.already-member, access.works-on-it, access.verified-it,
 * access.taken-out, access.already-asked, access.round-over, access.handles-it, access.conflict.
 */
export const acceptAccessInvitation = command({
  name: 'access.accept-invitation',
  input: Ticket,
  load: (tx, { ticket }, ctx) => loadInvited(tx, ticket, ctx),
  authorize: ({ actor }) => mayBegin(actor),
  decide: ({ now }, loaded) => {
    if (loaded.open === null) return refuse('access.invitation-over')
    const refused = judgeJoining(loaded)
    if (refused) return refused
    const { fact, task } = joining(loaded, now)
    const { open, person, barred, seen } = loaded
    const of = { requestId: seen.request.id, task, invitation: open.id, personId: person.id, bars: barred.bars }
    return Object.assign([fact, ...barred.facts], of)
  },
  apply: async (tx, { requestId, task, invitation, personId, bars }, _, { now }) => {
    await endInvitation(tx, invitation, { acceptedAt: now, acceptedById: personId })
    if (task) await tx.accessTask.create({ data: task, select: { id: true } })
    else await insertMember(tx, requestId, personId, now)
    await insertBars(tx, bars, now)
    await tx.accessRequest.update({
      where: { id: requestId },
      data: { revision: { increment: 1 } },
      select: { id: true },
    })
    await settleTurn(tx, requestId, now)
    return { id: requestId }
  },
})
