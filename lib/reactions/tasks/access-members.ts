import 'server-only'
import { leaveWithProject } from '@/lib/access/commands/leaving-projects'
import {
  accessInvitationToMail,
  invitedPerson,
  nameOf,
  requestsOfMember,
  requestToTell,
} from '@/lib/access/queries/for-reactions'
import { readClock } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import { tell } from './access'
import { clockContext, unlessDone } from './clock'
import type { Fact } from './identity'

/** Tells who handles a request that somebody came, went, or was taken out by those who ask; of a draft nobody of the hub knows. */
export async function mailHandlersOfMember({ id, type, subjectId, data }: Fact): Promise<void> {
  const request = await requestToTell(subjectId, readClock())
  const { state, side } = data
  // Entries of before handlers were told do not say in which state that was.
  if (!request || typeof state !== 'string' || state === 'draft' || side === 'hub') return
  if (type === 'access.member-removed') {
    const words = { person: await nameOf(String(data.person)) }
    return tell(id, request.handlers, request, 'mail.access.taken-out', words)
  }
  const { actorId } = await db().event.findUniqueOrThrow({ where: { id }, select: { actorId: true } })
  const words = { person: await nameOf(actorId ?? '') }
  const key = type === 'access.member-joined' ? 'mail.access.joined' : 'mail.access.left'
  await tell(id, request.handlers, request, key, words)
}

/** Tells the applicant whom the hub has invited or added, and who was added that they were. */
export async function mailHandedMember({ id, type, subjectId, data }: Fact): Promise<void> {
  const request = await requestToTell(subjectId, readClock())
  if (!request) return
  const { applicantId } = request
  if (type === 'access.member-added') {
    const person = String(data.person)
    await tell(id, [person], request, 'mail.access.added')
    return tell(id, [applicantId], request, 'mail.access.hub-added', { person: await nameOf(person) })
  }
  const invitation = await invitedPerson(String(data.invitation))
  if (!invitation) return
  const { name, email } = invitation
  await tell(id, [applicantId], request, 'mail.access.hub-invited', { person: name ? `${name} (${email})` : email })
}

/** Tells who was asked to decide that somebody more was invited into their round; which handler did that is not said. */
export async function mailRoundGrew({ id, subjectId, data }: Fact): Promise<void> {
  const request = await requestToTell(subjectId, readClock())
  const invitation = await accessInvitationToMail(String(data.invitation), readClock())
  if (!request || !invitation) return
  const { name, email } = invitation
  const panel = request.tasks.filter(({ roundId }) => roundId === data.round).map(({ personId }) => personId)
  await tell(id, panel, request, 'mail.access.round-grew', { person: name ? `${name} (${email})` : email })
}

/** Whoever is out of a project goes out of its requests: each by a command of its own. */
export async function leaveRequests({ id, type, subjectId: project, data }: Fact): Promise<void> {
  const { at: outAt, actorId } = await db().event.findUniqueOrThrow({
    where: { id },
    select: { at: true, actorId: true },
  })
  const person = type === 'projects.member-removed' ? String(data.person) : (actorId ?? '')
  for (const request of await requestsOfMember(project, person))
    await unlessDone(leaveWithProject(clockContext(), { request, person, outAt }))
}
