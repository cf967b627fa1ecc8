import 'server-only'
import { askedNoMore, nameOf, remarkToTell, requestToTell } from '@/lib/access/queries/for-reactions'
import { toldOfRemark } from '@/lib/access/rules/told'
import { readClock } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import { tell } from './access'
import type { Fact } from './identity'

const entryOf = (id: string) => db().event.findUniqueOrThrow({ where: { id }, select: { at: true, actorId: true } })

/** Tells the other side, or the hub alone, that something was written; the words themselves are read where they may be. */
export async function mailRemark({ id, subjectId, data }: Fact): Promise<void> {
  const request = await requestToTell(subjectId, readClock())
  const remark = await remarkToTell(String(data.remark))
  if (!request || !remark) return
  const { applicant, handlers } = toldOfRemark(remark, request)
  const byAskers = request.members.includes(remark.authorId)
  if (applicant) await tell(id, [applicant], request, byAskers ? 'mail.access.remark.member' : 'mail.access.remark.hub')
  await tell(id, handlers, request, byAskers ? 'mail.access.remark.asking' : 'mail.access.remark.inside')
}

/** Tells who handles a request that a review has come, and how many are still awaited. */
export async function mailReview({ id, subjectId }: Fact): Promise<void> {
  const request = await requestToTell(subjectId, readClock())
  if (!request) return
  const { actorId } = await entryOf(id)
  const awaited = request.tasks.filter(({ kind }) => kind === 'review').length
  const handlers = request.handlers.filter((one) => one !== actorId)
  await tell(id, handlers, request, 'mail.access.review', { awaited })
}

/** Tells who was asked that nothing is awaited from them any more: once, whatever ended it. */
export async function mailAskedNoMore({ id, subjectId }: Fact): Promise<void> {
  const request = await requestToTell(subjectId, readClock())
  if (!request) return
  const { at } = await entryOf(id)
  const people = await askedNoMore(request.id, at)
  await tell(`asked-no-more:${request.id}:${at.toISOString()}`, people, request, 'mail.access.asked-no-more')
}

const endings = {
  'access.request-withdrawn': ['mail.access.withdrawn', 'mail.access.withdrawn'],
  'access.request-closed-out': ['mail.access.closed-out', 'mail.access.closed'],
  'access.request-handed-over': ['mail.access.handed-over', 'mail.access.handed-over'],
} as const

/** Tells who handles a request, and its members but for who did it, what those who ask have done with it. */
export async function mailAskers({ id, type, subjectId, data }: Fact): Promise<void> {
  const request = await requestToTell(subjectId, readClock())
  if (!request) return
  const { actorId } = await entryOf(id)
  const others = request.members.filter((one) => one !== actorId)
  if (type === 'access.applicant-changed') {
    const leader = String(data.person)
    const words = { person: await nameOf(leader) }
    await tell(
      id,
      others.filter((one) => one === leader),
      request,
      'mail.access.leads',
    )
    await tell(
      id,
      others.filter((one) => one !== leader),
      request,
      'mail.access.applicant',
      words,
    )
    // Of a draft that was never submitted nobody of the hub knows.
    if (request.submittedAt !== null) await tell(id, request.handlers, request, 'mail.access.applicant', words)
    return
  }
  const [forHandlers, forMembers] = endings[type as keyof typeof endings]
  const words = { outcome: String(data.outcome ?? '') }
  if (request.submittedAt !== null) await tell(id, request.handlers, request, forHandlers, words)
  await tell(id, others, request, forMembers, words)
}
