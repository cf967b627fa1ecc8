import 'server-only'
import { z } from 'zod'
import { isPerson } from '@/lib/platform/context'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { limited } from '@/lib/platform/limited'
import { prepared } from '@/lib/platform/prepared'
import { refuse } from '@/lib/platform/refusal'
import { happened } from '../events'
import { limits } from '../rules/limits'
import { Confirmation, Nothing } from '../schema/credentials'
import { fittingHash, passwordHashOf } from '../store/credentials'
import { confirmSession } from '../store/sessions'
import { lockTicket, openTicket, spendTicket } from '../store/tickets'
import { own } from './own'

const request = own({
  name: 'identity.request-confirmation',
  input: Nothing,
  load: async () => ({ ticket: newId() }),
  decide: (_, { person, more: { ticket } }) => happened.confirmationRequested(person.id, { ticket }),
  apply: async (tx, _, { person, sessionId, more: { ticket } }, { now }) => {
    await openTicket(tx, { id: ticket, purpose: 'confirm', personId: person.id, data: { session: sessionId } }, now)
  },
})

/** Asks for a link to one's own address that shows, followed in this very session, that the account's owner is here. */
export const requestConfirmation = limited(request, (_, { actor }) =>
  isPerson(actor) ? [{ limit: limits.mailTo, key: `confirm ${actor.id}`, settles: false }] : [],
)

const confirm = own({
  name: 'identity.confirm-ownership',
  input: Confirmation.extend({ fitting: z.string().nullable().default(null) }),
  load: async (tx, { person, input, sessionId }, { now }) => {
    const ticket = await lockTicket(tx, input.ticket, ['confirm'], now)
    const good = ticket?.personId === person.id && sessionId !== null && ticket.data.session === sessionId
    return { ticket: good ? ticket : null, hash: await passwordHashOf(tx, person.id) }
  },
  decide: (_, { person, sessionId, more: { ticket, hash }, input: { fitting } }) => {
    if (!ticket || !sessionId) return refuse('identity.confirmation-over')
    // Whoever signs in through an organisation may have no password.
    if (hash !== null && fitting !== hash)
      return refuse('platform.invalid', { fields: { password: ['identity.invalid.current-password'] } })
    return happened.ownershipConfirmed(person.id, { session: sessionId })
  },
  apply: async (tx, { data }, { more: { ticket } }, { now }) => {
    if (!ticket) throw new Error('decided without a ticket')
    await spendTicket(tx, ticket, now)
    await confirmSession(tx, data.session, now)
  },
})

const work = prepared(confirm, async ({ password }: z.output<typeof Confirmation>, { actor }) => ({
  fitting: isPerson(actor) ? await fittingHash(db(), { id: actor.id }, password) : null,
}))

/**
 * Follows the link, with the password where there is one; for a quarter of an hour this session may add proofs. Refuses:
 * identity.confirmation-over for a link that is used, too old, or of another session; platform.invalid for a wrong password.
 */
export const confirmOwnership = limited(work, (_, { actor }) =>
  isPerson(actor) ? [{ limit: limits.device, key: `password ${actor.id}`, settles: true }] : [],
)
