import 'server-only'
import { formerAddress, readingOf, settingsOf, ticketOf } from '@/lib/identity/queries/for-reactions'
import { isOn } from '@/lib/identity/rules/topics'
import { db } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import type { Language } from '@/lib/platform/messages'
import { sentences } from '@/lib/platform/sentence'
import { messages } from '../messages'
import { post } from './post'

export type Fact = { id: string; type: string; subjectId: string; data: Record<string, unknown> }

const say = (language: Language) => sentences(messages, language)
const link = (token: string): string => `${env().PORTAL_ORIGIN}/set-password?ticket=${token}`

/** A link to end a registration; or, where the address has an account, the news of it: the form's answer is the same for both. */
export async function mailRegistrationLink({ id, subjectId }: Fact): Promise<void> {
  const ticket = await ticketOf(subjectId)
  if (!ticket?.email) return
  const t = say(ticket.language)
  const known = ticket.person?.active
  const text = known
    ? t('mail.registration.known', { link: `${env().PORTAL_ORIGIN}/sign-in` })
    : t('mail.registration.text', { link: link(ticket.token) })
  const to = { id: ticket.person?.id ?? null, email: ticket.email }
  await post({ reason: id, to, topic: 'registration', subject: t('mail.registration.subject'), text })
}

/** A link to set a new password, where the address has an open account; else nothing. */
export async function mailResetLink({ id, subjectId }: Fact): Promise<void> {
  const ticket = await ticketOf(subjectId)
  if (!ticket?.person?.active || !ticket.email) return
  const t = say(ticket.language)
  const text = t('mail.reset.text', { link: link(ticket.token) })
  await post({
    reason: id,
    to: { id: ticket.person.id, email: ticket.email },
    topic: 'reset',
    subject: t('mail.reset.subject'),
    text,
  })
}

/** The link by which somebody whom an administrator invited sets a first password. */
export async function mailInvitation({ id, subjectId, data }: Fact): Promise<void> {
  const [person, ticket] = await Promise.all([readingOf(subjectId), ticketOf(String(data.ticket))])
  if (!person?.active || !ticket) return
  const t = say(person.language)
  const text = t('mail.invitation.text', { link: link(ticket.token) })
  await post({ reason: id, to: person, topic: 'invitation', subject: t('mail.invitation.subject'), text })
}

/** The link by which the owner of an account confirms the session that asked for it. */
export async function mailConfirmation({ id, subjectId, data }: Fact): Promise<void> {
  const [person, ticket] = await Promise.all([readingOf(subjectId), ticketOf(String(data.ticket))])
  if (!person?.active || !ticket) return
  const t = say(person.language)
  const text = t('mail.confirmation.text', { link: `${env().PORTAL_ORIGIN}/account/confirm?ticket=${ticket.token}` })
  await post({ reason: id, to: person, topic: 'confirmation', subject: t('mail.confirmation.subject'), text })
}

/** A link to the new address; or, where it has an account, the news of it: the form's answer is the same for both. */
export async function mailEmailLink({ id, data }: Fact): Promise<void> {
  const ticket = await ticketOf(String(data.ticket))
  if (!ticket?.email) return
  const t = say(ticket.owner?.language ?? ticket.language)
  const text = ticket.person
    ? t('mail.email-change.known')
    : t('mail.email-change.text', { link: `${env().PORTAL_ORIGIN}/confirm-email?ticket=${ticket.token}` })
  const to = { id: ticket.person?.id ?? null, email: ticket.email }
  await post({ reason: id, to, topic: 'email-change', subject: t('mail.email-change.subject'), text })
}

/** Tells the address that the account had before: whoever reads it may be the one who was robbed. */
export async function mailEmailChanged({ id, subjectId, data }: Fact): Promise<void> {
  const [person, former] = await Promise.all([readingOf(subjectId), formerAddress(String(data.ticket))])
  if (!person || !former) return
  const t = say(person.language)
  const to = { id: person.id, email: former }
  await post({
    reason: id,
    to,
    topic: 'account',
    subject: t('mail.guard.subject'),
    text: t('mail.email-change.former'),
  })
}

/** Tells the owner of each change that could be somebody else's doing. It cannot be turned off. */
export async function mailAccountGuard({ id, type, subjectId, data }: Fact): Promise<void> {
  const person = await readingOf(subjectId)
  // The first password ends a registration or an invitation: its owner has just been here.
  if (!person?.active || data.occasion === 'register' || data.occasion === 'invite') return
  const t = say(person.language)
  const change = data.occasion === 'reset' ? 'password-reset' : type.replace('identity.', '')
  const what = t(`mail.guard.${change}` as 'mail.guard.password-set')
  const text = t('mail.guard.text', { what, link: `${env().PORTAL_ORIGIN}/account/security` })
  await post({ reason: id, to: person, topic: 'account', subject: t('mail.guard.subject'), text })
}

/** Tells somebody which hub role they were given or that was taken from them, and why. */
export async function mailRoleChange({ id, type, subjectId, data }: Fact): Promise<void> {
  const person = await readingOf(subjectId)
  if (!person?.active || !isOn('role-change', await settingsOf(subjectId))) return
  const change = await db().roleChange.findUnique({ where: { id: String(data.change) }, select: { reason: true } })
  const t = say(person.language)
  const role = t(`mail.role.${String(data.role)}` as 'mail.role.data-steward')
  const key = type === 'identity.role-given' ? 'mail.role.given' : 'mail.role.taken'
  const text = t(key, { role, reason: change?.reason ?? '', link: `${env().PORTAL_ORIGIN}/account` })
  await post({ reason: id, to: person, topic: 'role-change', subject: t('mail.role.subject', { role }), text })
}
