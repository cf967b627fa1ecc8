import 'server-only'
import { z } from 'zod'
import { command } from '@/lib/platform/command'
import { db, type Tx } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { hashPassword } from '@/lib/platform/password-hash'
import { prepared } from '@/lib/platform/prepared'
import { refuse } from '@/lib/platform/refusal'
import { happened, type Occasion } from '../events'
import { judgePassword } from '../rules/password'
import { NewPassword } from '../schema/credentials'
import { endSessions, liveTokens, revokeTokens, savePassword } from '../store/credentials'
import { deviceMark } from '../store/devices'
import { unlinkIdentities, unprovenIdentities } from '../store/identities'
import { lockEmail, lockPerson, lockPersonByEmail } from '../store/people'
import { isLiveTicket, type LiveTicket, lockTicket, type Purpose, spendTicket, voidTickets } from '../store/tickets'

const purposes: readonly Purpose[] = ['register', 'reset', 'invite']
const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/** Whose password it will be: a new person at the end of a registration, else the one of the link. */
async function ownerOf(tx: Tx, { purpose, personId, data }: LiveTicket) {
  const email = text(data.email)
  const isNew = purpose === 'register'
  if (isNew) await lockEmail(tx, email)
  const found = personId ? await lockPerson(tx, personId) : await lockPersonByEmail(tx, email)
  const fresh = { id: newId(), name: text(data.name), email, language: text(data.language) || 'en' }
  return { owner: isNew ? fresh : found, isNew, taken: isNew && found !== null, closed: found?.deactivatedAt != null }
}

const withLink = command({
  name: 'identity.set-password',
  // The hash of the new password is made before the transaction, and only for a link that is good.
  input: NewPassword.extend({ hashed: z.string().nullable().default(null) }),
  load: async (tx, { ticket: token, password, hashed }, { now }) => {
    const ticket = await lockTicket(tx, token, purposes, now)
    const found = ticket && (await ownerOf(tx, ticket))
    if (!ticket || !found?.owner || !hashed) return { ticket: null } as const
    const { owner, ...rest } = found
    const mailed = ticket.purpose === 'reset'
    const tokens = mailed ? await liveTokens(tx, owner.id, now) : []
    const identities = mailed ? await unprovenIdentities(tx, owner.id) : []
    return { ticket, owner, ...rest, tokens, identities, password, hashed } as const
  },
  authorize: () => true,
  decide: (_, loaded) => {
    if (!loaded.ticket || loaded.closed) return refuse('identity.link-over')
    if (loaded.taken) return refuse('identity.email-taken')
    const { id } = loaded.owner
    const fault = judgePassword(loaded.password, loaded.owner)
    if (fault) return refuse('platform.invalid', { fields: { password: [fault] } })
    return [
      happened.passwordSet(id, { occasion: loaded.ticket.purpose as Occasion }),
      ...loaded.tokens.map((token) => happened.tokenRevoked(id, { token })),
      ...loaded.identities.map((identity) => happened.identityUnlinked(id, { identity })),
    ]
  },
  apply: async (tx, _, loaded, { now }) => {
    if (!loaded.ticket) throw new Error('decided without a ticket')
    const { id, name, email, language } = loaded.owner
    const made = { id, name, email, language, emailVerifiedAt: now, createdAt: now }
    if (loaded.isNew) await tx.person.create({ data: made, select: { id: true } })
    else await tx.person.update({ where: { id }, data: { emailVerifiedAt: now }, select: { id: true } })
    await spendTicket(tx, loaded.ticket, now)
    await voidTickets(tx, { id, email }, now)
    await endSessions(tx, id, null)
    await revokeTokens(tx, loaded.tokens, now)
    await unlinkIdentities(tx, loaded.identities)
    await savePassword(tx, id, loaded.hashed, now)
    return { device: deviceMark(email), occasion: loaded.ticket.purpose as Occasion }
  },
})

/**
 * Sets a password with a link from a mail: the end of registration, invitation and reset. It ends every session of the account and
 * every other open link; a reset revokes its API tokens too, for whoever needs one may have been robbed. Gives the mark by which
 * this browser is known from now on. Refuses: identity.link-over; identity.email-taken; platform.invalid for a weak password.
 */
export const setPassword = prepared(withLink, async ({ ticket, password }: z.output<typeof NewPassword>, { now }) => ({
  hashed: (await isLiveTicket(db(), ticket, purposes, now)) ? await hashPassword(password) : null,
}))
