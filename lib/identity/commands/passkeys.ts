import 'server-only'
import { isPerson } from '@/lib/platform/context'
import { newId } from '@/lib/platform/id'
import { refuse } from '@/lib/platform/refusal'
import { readNewCredential, registrationOptions } from '@/lib/platform/webauthn'
import { happened } from '../events'
import { judgeNewProof } from '../rules/new-proof'
import { judgeRemoval } from '../rules/second-factors'
import { Nothing } from '../schema/credentials'
import { NewPasskey, PasskeyChoice, PasskeyRename } from '../schema/passkeys'
import { endSessions, firstRecoveryCodes, proveSession } from '../store/credentials'
import { findPasskey, heldPasskeys, lockChallenge, newChallenge, openChallenge } from '../store/passkeys'
import { holdsRole, proofsLeft, restRoles } from '../store/people'
import { standingOf } from '../store/sessions'
import { spendTicket } from '../store/tickets'
import { own } from './own'

const most = 20

/**
 * Begins the enrolment of a passkey: gives what the browser is to be asked, and the challenge's ticket, which only this session
 * can use, once, within five minutes. Refuses: identity.confirm-first, identity.too-many-passkeys.
 */
export const startPasskey = own({
  name: 'identity.start-passkey',
  input: Nothing,
  load: async (tx, { person, sessionId }) => ({
    id: newId(),
    held: await heldPasskeys(tx, person.id),
    standing: await standingOf(tx, person.id, sessionId),
  }),
  decide: ({ now }, { person, more: { id, held, standing } }) => {
    const fault = judgeNewProof(standing, now)
    if (fault) return refuse(fault, { status: 403 })
    return held.length < most
      ? happened.passkeyStarted(person.id, { ticket: id })
      : refuse('identity.too-many-passkeys')
  },
  apply: async (tx, _, { person, sessionId, more: { id, held } }, { now }) => {
    const challenge = newChallenge()
    const kept = { id, ceremony: 'add', personId: person.id, bound: sessionId, challenge } as const
    const owner = { handle: person.id, email: person.email, name: person.name }
    return { ticket: await openChallenge(tx, kept, now), options: await registrationOptions(challenge, owner, held) }
  },
})

/**
 * Ends the enrolment with what the browser answered. As with an authenticator app, this session counts as proven from now on and
 * every other one ends. Gives recovery codes, to be shown once, when there are none. Refuses: identity.passkey-not-made for an
 * answer that is not to this session's challenge or not of our origin; identity.passkey-there.
 */
export const addPasskey = own({
  name: 'identity.add-passkey',
  input: NewPasskey,
  load: async (tx, { person, sessionId, input }, { now }) => {
    const found = await lockChallenge(tx, input.ticket, { ceremony: 'add', bound: sessionId }, now)
    const mine =
      found?.ticket.personId === person.id && judgeNewProof(await standingOf(tx, person.id, sessionId), now) === null
    const made = found && mine ? await readNewCredential(input.response, found.challenge) : null
    const held = await tx.passkey.count({ where: { personId: person.id } })
    const there = made && (await findPasskey(tx, made.credentialId))
    return { id: newId(), ticket: found?.ticket ?? null, made, held, there: there !== null }
  },
  decide: (_, { person, more: { id, made, held, there } }) => {
    if (!made) return refuse('identity.passkey-not-made')
    if (held >= most) return refuse('identity.too-many-passkeys')
    return there ? refuse('identity.passkey-there') : happened.passkeyAdded(person.id, { passkey: id })
  },
  apply: async (tx, _, { person, sessionId, input, more: { id, ticket, made } }, { now }) => {
    if (!made || !ticket) throw new Error('decided without a passkey')
    await spendTicket(tx, ticket, now)
    const kept = { id, personId: person.id, name: input.name, ...made, createdAt: now }
    await tx.passkey.create({ data: kept, select: { id: true } })
    await proveSession(tx, sessionId, now)
    await endSessions(tx, person.id, sessionId)
    return { id, codes: await firstRecoveryCodes(tx, person.id) }
  },
})

/** Gives one of one's own passkeys another name. */
export const renamePasskey = own({
  name: 'identity.rename-passkey',
  input: PasskeyRename,
  load: (tx, { person, input }) =>
    tx.passkey.findFirst({ where: { id: input.passkey, personId: person.id }, select: { id: true } }),
  decide: (_, { person, more }) => happened.passkeyRenamed(person.id, { passkey: more.id }),
  apply: async (tx, _, { input, more }) => {
    await tx.passkey.update({ where: { id: more.id }, data: { name: input.name }, select: { id: true } })
  },
})

/**
 * Removes one of one's own passkeys; other sessions end. Refuses: platform.second-factor unless this session was proven by one,
 * identity.last-second-factor of somebody with a hub role, identity.last-way-in.
 */
export const removePasskey = own({
  name: 'identity.remove-passkey',
  input: PasskeyChoice,
  load: async (tx, { person, input }) => {
    const where = { id: input.passkey, personId: person.id }
    const passkey = await tx.passkey.findFirst({ where, select: { id: true } })
    const removal = { holdsRole: await holdsRole(tx, person.id), ...(await proofsLeft(tx, person.id, input)) }
    return passkey && { id: passkey.id, removal }
  },
  decide: ({ actor }, { person, more: { id, removal } }) => {
    if (!isPerson(actor) || !actor.secondFactor) return refuse('platform.second-factor')
    const fault = judgeRemoval(removal)
    return fault ? refuse(fault) : happened.passkeyRemoved(person.id, { passkey: id })
  },
  apply: async (tx, _, { person, sessionId, more: { id, removal } }) => {
    await tx.passkey.delete({ where: { id }, select: { id: true } })
    await endSessions(tx, person.id, sessionId)
    if (removal.left === 0) await restRoles(tx, person.id)
  },
})
