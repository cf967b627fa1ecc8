import 'server-only'
import type { z } from 'zod'
import { command } from '@/lib/platform/command'
import { newId } from '@/lib/platform/id'
import { limited } from '@/lib/platform/limited'
import { refuse } from '@/lib/platform/refusal'
import { happened, linkRequested, type Occasion } from '../events'
import { limits } from '../rules/limits'
import { judgePassword } from '../rules/password'
import { NewPassword, Registration, ResetRequest } from '../schema/credentials'
import { endSessions, savePassword } from '../store/credentials'
import { deviceMark } from '../store/devices'
import { lockEmail, lockPerson, lockPersonByEmail } from '../store/people'
import { lockTicket, openTicket, useTicket, voidTickets } from '../store/tickets'

const register = command({
  name: 'identity.request-registration',
  input: Registration,
  load: async (_, { name, email, language }) => ({ ticket: newId(), data: { name, email, language } }),
  authorize: () => true,
  decide: (_, { ticket }) => linkRequested('register', ticket),
  apply: async (tx, _, { ticket, data }, ctx) => {
    await openTicket(tx, { id: ticket, purpose: 'register', personId: null, data }, ctx.now)
  },
})

const reset = command({
  name: 'identity.request-reset',
  input: ResetRequest,
  load: async (_, { email, language }) => ({ ticket: newId(), data: { email, language } }),
  authorize: () => true,
  decide: (_, { ticket }) => linkRequested('reset', ticket),
  apply: async (tx, _, { ticket, data }, ctx) => {
    await openTicket(tx, { id: ticket, purpose: 'reset', personId: null, data }, ctx.now)
  },
})

const mailCounts = ({ email, address }: { email: string; address: string }) => [
  { limit: limits.mailFrom, key: address, settles: false },
  { limit: limits.mailTo, key: email, settles: false },
]

/**
 * Asks for an account: a link goes to the address, and nothing is made before it is followed. The answer and the work are the same
 * whether the address has an account or not; the reaction finds that out.
 */
export const requestRegistration = limited(register, (input: z.output<typeof Registration>) => mailCounts(input))
/** Asks for a link to set a new password; the same answer whoever asks. */
export const requestReset = limited(reset, (input: z.output<typeof ResetRequest>) => mailCounts(input))

const text = (value: unknown): string => (typeof value === 'string' ? value : '')
type Owner = { id: string; name: string; email: string; language: string; isNew: boolean }

/**
 * Sets a password with a link from a mail: the end of registration, invitation and reset. It ends every session of the account
 * and every other open link. Gives the mark by which this browser is known from now on.
 * Refuses: identity.link-over; identity.email-taken; platform.invalid for a weak password.
 */
export const setPassword = command({
  name: 'identity.set-password',
  input: NewPassword,
  load: async (tx, { ticket: token, password }, { now }) => {
    const ticket = await lockTicket(tx, token, ['register', 'reset', 'invite'], now)
    if (!ticket) return { ticket: null } as const
    const { name, email, language } = ticket.data
    if (ticket.purpose === 'register') await lockEmail(tx, text(email))
    const person = ticket.personId ? await lockPerson(tx, ticket.personId) : await lockPersonByEmail(tx, text(email))
    const isNew = ticket.purpose === 'register'
    const fresh = { id: newId(), name: text(name), email: text(email), language: text(language) || 'en' }
    const owner: Owner | null = isNew ? { ...fresh, isNew } : person && { ...person, isNew }
    return { ticket, owner, taken: isNew && person !== null, closed: person?.deactivatedAt != null, password } as const
  },
  authorize: () => true,
  decide: (_, loaded) => {
    if (!loaded.ticket || !loaded.owner || loaded.closed) return refuse('identity.link-over')
    if (loaded.taken) return refuse('identity.email-taken')
    const fault = judgePassword(loaded.password, loaded.owner)
    if (fault) return refuse('platform.invalid', { fields: { password: [fault] } })
    return happened.passwordSet(loaded.owner.id, { occasion: loaded.ticket.purpose as Occasion })
  },
  apply: async (tx, _, loaded, { now }) => {
    if (!loaded.ticket || !loaded.owner) throw new Error('decided without a ticket')
    const { isNew, ...person } = loaded.owner
    if (isNew)
      await tx.person.create({ data: { ...person, emailVerifiedAt: now, createdAt: now }, select: { id: true } })
    else await tx.person.update({ where: { id: person.id }, data: { emailVerifiedAt: now }, select: { id: true } })
    await useTicket(tx, loaded.ticket, now)
    await voidTickets(tx, person, now)
    await endSessions(tx, person.id, null)
    await savePassword(tx, person.id, loaded.password, now)
    return { device: deviceMark(person.email) }
  },
})
