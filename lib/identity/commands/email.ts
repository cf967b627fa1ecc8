import 'server-only'
import { z } from 'zod'
import { command } from '@/lib/platform/command'
import { type Context, isPerson } from '@/lib/platform/context'
import { db, type Tx } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { limited } from '@/lib/platform/limited'
import { prepared } from '@/lib/platform/prepared'
import { refuse } from '@/lib/platform/refusal'
import { happened } from '../events'
import { limits } from '../rules/limits'
import { judgeNewProof } from '../rules/new-proof'
import { judgeOwnership } from '../rules/ownership'
import { EmailChange, EmailConfirmation } from '../schema/credentials'
import { fittingHash, passwordHashOf, spendTotpCode } from '../store/credentials'
import { deviceMark } from '../store/devices'
import { lockEmail, lockPerson } from '../store/people'
import { sessionBegan, standingOf } from '../store/sessions'
import { lockTicket, openTicket, spendTicket, voidTickets } from '../store/tickets'
import { own } from './own'

const fault = (field: string, key: string) => refuse('platform.invalid', { fields: { [field]: [key] } })
const missing = {
  password: () => fault('password', 'identity.invalid.current-password'),
  code: () => fault('code', 'identity.invalid.wrong-code'),
  'sign-in': () => refuse('identity.sign-in-again', { status: 403 }),
} as const

type Wanted = z.output<typeof EmailChange> & { fitting: string | null }

/** What has been shown that the owner is here, read under the lock of the person. A right code is spent; a refusal undoes that. */
async function shownBy(tx: Tx, personId: string, sessionId: string | null, { code, fitting }: Wanted, now: Date) {
  const hash = await passwordHashOf(tx, personId)
  const hasApp = (await tx.totpCredential.count({ where: { personId, confirmedAt: { not: null } } })) > 0
  return {
    hasPassword: hash !== null,
    passwordFits: fitting !== null && fitting === hash,
    hasApp,
    codeFits: hash === null && hasApp && (await spendTotpCode(tx, personId, code, now)),
    signedInAt: await sessionBegan(tx, sessionId),
  }
}

const request = own({
  name: 'identity.request-email-change',
  input: EmailChange.extend({ fitting: z.string().nullable().default(null) }),
  load: async (tx, { person, input, sessionId }, { now }) => ({
    ticket: newId(),
    standing: await standingOf(tx, person.id, sessionId),
    shown: await shownBy(tx, person.id, sessionId, input, now),
  }),
  decide: ({ now }, { person, input, more: { ticket, standing, shown } }) => {
    const unproven = judgeNewProof(standing, now)
    if (unproven) return refuse(unproven, { status: 403 })
    const wanting = judgeOwnership(shown, now)
    if (wanting) return missing[wanting]()
    if (input.email === person.email.toLowerCase()) return fault('email', 'identity.invalid.email-own')
    return happened.emailChangeRequested(person.id, { ticket })
  },
  apply: async (tx, _, { person, input, more: { ticket } }, { now }) => {
    const data = { id: ticket, email: input.email, from: person.email }
    await openTicket(tx, { id: ticket, purpose: 'email', personId: person.id, data }, now)
  },
})

const work = prepared(request, async ({ password }: z.output<typeof EmailChange>, { actor }) => ({
  fitting: isPerson(actor) ? await fittingHash(db(), { id: actor.id }, password) : null,
}))

const counts = ({ email }: { email: string }, { actor }: Context) =>
  isPerson(actor)
    ? [
        { limit: limits.device, key: `password ${actor.id}`, settles: true },
        { limit: limits.mailTo, key: `email ${actor.id}`, settles: false },
        { limit: limits.mailTo, key: email, settles: false },
      ]
    : []

/**
 * Asks for another e-mail address: a link goes to the new one, word of it to the present one, and nothing changes before the link
 * is followed. The answer is the same whether the address has an account or not. Refuses: identity.confirm-first;
 * identity.sign-in-again; platform.invalid for a wrong password or code, or one's present address.
 */
export const requestEmailChange = limited(work, (input: z.output<typeof EmailChange>, ctx) => counts(input, ctx))

/**
 * Gives the account the address that the link was mailed to; the link is the permission. Links that were mailed before, to either
 * address, are void. Gives the mark by which this browser is known. Refuses: identity.link-over, also where the address has
 * another account by now.
 */
export const changeEmail = command({
  name: 'identity.change-email',
  input: EmailConfirmation,
  load: async (tx, { ticket: token }, { now }) => {
    const ticket = await lockTicket(tx, token, ['email'], now)
    const { id, email, from } = ticket?.data ?? {}
    if (!ticket?.personId || typeof email !== 'string' || typeof id !== 'string') return { ticket: null } as const
    await lockEmail(tx, email)
    const person = await lockPerson(tx, ticket.personId)
    const taken = (await tx.person.count({ where: { email } })) > 0
    const usable = person !== null && person.deactivatedAt === null && person.email === from && !taken
    return usable ? ({ ticket, person, email, id } as const) : ({ ticket: null } as const)
  },
  authorize: () => true,
  decide: (_, { ticket, person, id }) =>
    ticket ? happened.emailChanged(person.id, { ticket: id }) : refuse('identity.link-over'),
  apply: async (tx, _, { ticket, person, email }, { now }) => {
    if (!ticket) throw new Error('decided without a ticket')
    await spendTicket(tx, ticket, now)
    await voidTickets(tx, person, now)
    await voidTickets(tx, { id: person.id, email }, now)
    await tx.person.update({ where: { id: person.id }, data: { email, emailVerifiedAt: now }, select: { id: true } })
    return { device: deviceMark(email) }
  },
})
