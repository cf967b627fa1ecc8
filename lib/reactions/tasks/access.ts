import 'server-only'
import { tellGrantEnd } from '@/lib/access/commands/ending'
import { missDeadline } from '@/lib/access/commands/rounds'
import { turnKeys } from '@/lib/access/commands/visa-keys'
import { accessInvitationToMail, grantToTell, requestToTell } from '@/lib/access/queries/for-reactions'
import { readingOf, settingsOf } from '@/lib/identity/queries/for-reactions'
import { isOn } from '@/lib/identity/rules/topics'
import { readClock } from '@/lib/platform/clock'
import { env } from '@/lib/platform/env'
import { isLanguage, type Language } from '@/lib/platform/messages'
import { sentences } from '@/lib/platform/sentence'
import { lastDayBefore } from '@/lib/projects/rules/periods'
import { messages } from '../messages/access'
import { clockContext, unlessDone } from './clock'
import type { Fact } from './identity'
import { post } from './post'

type Key = keyof (typeof messages)['en']
type Request = NonNullable<Awaited<ReturnType<typeof requestToTell>>>
type Words = Readonly<Record<string, string | number>>

const page = (path: string): string => env().PORTAL_ORIGIN + path

/** One mail about a request to each of these people who has not turned such mails off. */
export async function tell(
  id: string,
  people: Iterable<string>,
  request: Request,
  key: Key,
  words: Words | ((language: Language) => Words) = {},
): Promise<void> {
  for (const personId of new Set(people)) {
    const person = await readingOf(personId)
    if (!person?.active || !isOn('requests', await settingsOf(personId))) continue
    const t = sentences(messages, person.language)
    const { reference } = request
    const said = typeof words === 'function' ? words(person.language) : words
    const values = { reference, title: request.title || '–', reason: request.reason ?? '', ...said }
    const frame = { link: page(`/requests/${request.id}`), settings: page('/account/notifications') }
    const text = t('mail.access.frame', { text: t(key, values), ...frame })
    await post({ reason: id, to: person, topic: 'requests', subject: t('mail.access.subject', values), text })
  }
}

const listed = (value: unknown): string => (Array.isArray(value) ? value.join(', ') : '')

/** Events that whoever handles the request is told of. */
const forHandlers: Readonly<Record<string, Key>> = {
  'access.request-submitted': 'mail.access.submitted',
  'access.request-reopened': 'mail.access.reopened',
  'access.round-closed': 'mail.access.round',
  'access.round-taken-back': 'mail.access.round-taken-back',
  'access.deadline-missed': 'mail.access.deadline',
  'access.renewal-asked': 'mail.access.renewal-asked',
  'access.ethics-approval-exchanged': 'mail.access.ethics-exchanged',
}

/** Events that those who use the data under the request are told of. */
const forMembers: Readonly<Record<string, Key>> = {
  'access.request-returned': 'mail.access.returned',
  'access.datasets-approved': 'mail.access.approved',
  'access.datasets-refused': 'mail.access.refused',
  'access.request-closed': 'mail.access.closed-by-hub',
  'access.request-revoked': 'mail.access.revoked',
  'access.terms-added': 'mail.access.terms',
  'access.processing-state-changed': 'mail.access.processing',
  'access.renewal-declined': 'mail.access.renewal-declined',
}

/** Tells whose turn it is now, or what became of a request. */
export async function mailRequest({ id, type, subjectId, data }: Fact): Promise<void> {
  const request = await requestToTell(subjectId, readClock())
  if (!request) return
  // That nothing is said any more is no news.
  if (data.processing === 'none') return
  const about = {
    datasets: listed(data.datasets),
    outcome: String(data.outcome ?? ''),
    from: String(data.from ?? 'now'),
  }
  const named = data.name as Readonly<Record<Language, string>> | undefined
  const words = (language: Language) => ({ ...about, processing: named?.[language] ?? '' })
  const key = forHandlers[type]
  if (key) await tell(id, request.handlers, request, key, words)
  const told = forMembers[type]
  if (told) await tell(id, request.members, request, told, words)
}

/** Tells who is asked to review or decide, and until when. */
export async function mailAsked({ id, type, subjectId, data }: Fact): Promise<void> {
  const request = await requestToTell(subjectId, readClock())
  if (!request) return
  const asked = request.tasks.filter((task) =>
    type === 'access.decision-requested' ? task.roundId === data.round : task.id === data.task,
  )
  for (const { personId, dueAt } of asked)
    await tell(id, [personId], request, 'mail.access.asked', { day: dueAt.toISOString().slice(0, 10) })
}

const forGrants: Readonly<Record<string, Key>> = {
  'access.grant-suspended': 'mail.access.suspended',
  'access.suspension-reached': 'mail.access.suspended',
  'access.suspension-lifted': 'mail.access.lifted',
  'access.grant-extended': 'mail.access.extended',
  'access.grant-end-neared': 'mail.access.near',
  'access.grant-ran-out': 'mail.access.over',
}

/** Tells the members what happens to a grant, and who it is taken from that alone. */
export async function mailGrant({ id, type, subjectId, data }: Fact): Promise<void> {
  const [request, grant] = [await requestToTell(subjectId, readClock()), await grantToTell(String(data.grant))]
  if (!request || !grant) return
  const words = { dataset: grant.dataset, day: lastDayBefore(grant.endsAt), days: Number(data.days ?? 0) }
  if (type === 'access.grant-taken-from-person')
    return tell(id, [String(data.person)], request, 'mail.access.taken', words)
  const key = forGrants[type]
  // What is suspended for one person alone is told to them alone.
  const people = typeof data.person === 'string' ? [data.person] : request.members
  if (key) await tell(id, people, request, key, words)
}

/** The link by which somebody comes to a request: in the language of who has the address, else in that of who invited. */
export async function mailAccessInvitation({ id, data }: Fact): Promise<void> {
  const invitation = await accessInvitationToMail(String(data.invitation), readClock())
  if (!invitation) return
  const { reader, email, name, byHub, inviter, token, request, expiresAt, kind } = invitation
  const t = sentences(messages, reader?.language ?? (isLanguage(data.language) ? data.language : 'en'))
  const link = page(`/requests/join?ticket=${token}`)
  const values = { inviter, kind, reference: request.reference, title: request.title || '–', link }
  // Whom the hub invites to take part is not told who of it did: they will be one of those who ask.
  const key = byHub && kind === 'member' ? 'mail.access.invitation.hub' : 'mail.access.invitation'
  const text = t(key, { ...values, to: name === null ? '' : ` ${name}`, day: lastDayBefore(expiresAt) })
  const subject = t('mail.access.invitation.subject', values)
  await post({ reason: id, to: { id: reader?.id ?? null, email }, topic: 'access-invitation', subject, text })
}

/** What the clock brings: the deadline of one round. */
export const accessRound = (payload: unknown): Promise<void> => unlessDone(missDeadline(clockContext(), payload))

/** What the clock brings: one reminder of a grant's end. */
export const accessGrantEnd = (payload: unknown): Promise<void> => unlessDone(tellGrantEnd(clockContext(), payload))

/** What the clock brings: the first key of visas, and another one when it is due. */
export const visaKeyTurn = (): Promise<void> => unlessDone(turnKeys(clockContext(), {}))
