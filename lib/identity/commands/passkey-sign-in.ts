import 'server-only'
import type { z } from 'zod'
import { command } from '@/lib/platform/command'
import type { Context } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { limited } from '@/lib/platform/limited'
import { refuse } from '@/lib/platform/refusal'
import { assertionOptions, readAssertion } from '@/lib/platform/webauthn'
import { happened, type Method, passkeyAsked } from '../events'
import { limits } from '../rules/limits'
import { PasskeyAsked, PasskeyUse } from '../schema/passkeys'
import { deviceMark } from '../store/devices'
import { findPasskey, heldPasskeys, lockChallenge, newChallenge, openChallenge } from '../store/passkeys'
import { lockPerson } from '../store/people'
import { openSession } from '../store/sessions'
import { type LiveTicket, lockTicket, spendTicket } from '../store/tickets'
import type { SignedIn } from './first-factor'

/** The ticket of the first factor: null when a passkey is to do alone, undefined when it is used or too old. */
async function firstStep(tx: Tx, token: string, now: Date): Promise<LiveTicket | null | undefined> {
  return token === '' ? null : ((await lockTicket(tx, token, ['second-factor'], now)) ?? undefined)
}

const ask = command({
  name: 'identity.ask-passkey',
  input: PasskeyAsked,
  load: async (tx, { step: token }, { now }) => {
    const step = await firstStep(tx, token, now)
    const held = step?.personId ? await heldPasskeys(tx, step.personId) : null
    return { id: newId(), step, held }
  },
  authorize: () => true,
  decide: (_, { id, step, held }) => {
    if (step === undefined) return refuse('identity.start-again', { status: 401 })
    return held?.length === 0 ? refuse('identity.no-passkey') : passkeyAsked(id)
  },
  apply: async (tx, _, { id, step, held }, { now }) => {
    const challenge = newChallenge()
    const bound = step?.tokenHash ?? null
    const kept = {
      id,
      ceremony: step ? 'step' : 'sign-in',
      personId: step?.personId ?? null,
      bound,
      challenge,
    } as const
    return { ticket: await openChallenge(tx, kept, now), options: await assertionOptions(challenge, held) }
  },
})

const byAddress = ({ address }: { address: string }) => [{ limit: limits.passkey, key: address, settles: false }]

/**
 * What the browser is to be asked so that somebody signs in by passkey, and the challenge's ticket, good once within five minutes.
 * Says nothing of any account unless its first factor was passed. Refuses: identity.start-again, identity.no-passkey.
 */
export const askPasskey = limited(ask, (input: z.output<typeof PasskeyAsked>) => byAddress(input))

/** Everything the sign-in depends on, locked: the challenge, the step before, the person and their passkey. */
async function loadUse(tx: Tx, { ticket, step: token, response }: z.output<typeof PasskeyUse>, { now }: Context) {
  const step = await firstStep(tx, token, now)
  const bound = step?.tokenHash ?? null
  const found = await lockChallenge(tx, ticket, { ceremony: step ? 'step' : 'sign-in', bound }, now)
  const owner = found && step !== undefined ? await findPasskey(tx, response.id) : null
  const person = owner && (await lockPerson(tx, owner.personId))
  // Read again under the lock of its owner: two answers of one passkey at once are judged one after the other.
  const passkey = person && (await findPasskey(tx, response.id))
  const { userHandle } = response.response
  const meant = userHandle === undefined || Buffer.from(userHandle, 'base64url').toString() === person?.id
  const own = passkey && passkey.personId === person.id && (!step || step.personId === person.id) && meant
  const counter = own && found ? await readAssertion(response, found.challenge, passkey, !step) : null
  return { challenge: found?.ticket, step, person, passkey, counter }
}

const use = command({
  name: 'identity.sign-in-with-passkey',
  input: PasskeyUse,
  load: async (tx, input, ctx) => ({ ...(await loadUse(tx, input, ctx)), userAgent: input.userAgent }),
  authorize: () => true,
  decide: (_, { challenge, step, person, passkey, counter }) => {
    if (!challenge || step === undefined) return refuse('identity.start-again', { status: 401 })
    if (!person || !passkey || counter === null || person.deactivatedAt)
      return refuse('identity.passkey-refused', { status: 401 })
    const method = (step?.data.method ?? 'passkey') as Method
    return happened.signedIn(person.id, { method, secondFactor: true, session: newId(), passkey: passkey.id })
  },
  apply: async (tx, { data }, { challenge, step, person, passkey, counter, userAgent }, { now }): Promise<SignedIn> => {
    if (!challenge || !person || !passkey || counter === null) throw new Error('decided without a passkey')
    await spendTicket(tx, challenge, now)
    if (step) await spendTicket(tx, step, now)
    await tx.passkey.update({ where: { id: passkey.id }, data: { counter, lastUsedAt: now }, select: { id: true } })
    const session = { id: data.session, personId: person.id, method: data.method, secondFactor: true, userAgent }
    return { step: 'done', token: await openSession(tx, session, now), device: deviceMark(person.email), owes: false }
  },
})

/**
 * Signs in by passkey: as the second step, with the ticket of the first, or alone, when the authenticator verified its user. Refuses:
 * identity.start-again for a challenge that is used, too old or another's; identity.passkey-refused for an answer that is not of
 * our origin, not signed by a passkey that we know, or whose counter went back.
 */
export const signInWithPasskey = limited(use, (input: z.output<typeof PasskeyUse>) => byAddress(input))
