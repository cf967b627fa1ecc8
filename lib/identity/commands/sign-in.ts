import 'server-only'
import type { z } from 'zod'
import { command } from '@/lib/platform/command'
import { isDemonstration } from '@/lib/platform/env'
import { newId } from '@/lib/platform/id'
import { limited } from '@/lib/platform/limited'
import { isPassword } from '@/lib/platform/password-hash'
import { refuse } from '@/lib/platform/refusal'
import { happened } from '../events'
import { limits } from '../rules/limits'
import { PasswordSignIn, PersonaSignIn } from '../schema/credentials'
import { knownDevice } from '../store/devices'
import { lockPerson, lockPersonByEmail } from '../store/people'
import { openSession } from '../store/sessions'
import { admit, firstFactorOf, judgeFirstFactor } from './first-factor'

const withPassword = command({
  name: 'identity.sign-in-with-password',
  input: PasswordSignIn,
  load: async (tx, { email, userAgent }) => {
    const person = await lockPersonByEmail(tx, email)
    const credential =
      person && (await tx.passwordCredential.findUnique({ where: { personId: person.id }, select: { hash: true } }))
    const first = person && (await firstFactorOf(tx, person, { method: 'password', proven: false, userAgent }))
    return { first, hash: credential?.hash ?? null }
  },
  authorize: () => true,
  decide: async (_, { first, hash }, { password }) => {
    const matches = await isPassword(password, hash)
    // One answer for no such account, no password, a wrong one and a deactivated account, after the same work.
    if (!matches || !first || first.person.deactivatedAt) return refuse('identity.wrong-credentials', { status: 401 })
    return judgeFirstFactor(first)
  },
  apply: (tx, decided, { first }, ctx) => {
    if (!first) throw new Error('decided without a person')
    return admit(tx, decided, first, ctx)
  },
})

/** Signs in by e-mail and password; gives the session's token, or a ticket for the second step. Refuses: identity.wrong-credentials. */
export const signInWithPassword = limited(
  withPassword,
  ({ email, address, device }: z.output<typeof PasswordSignIn>) => {
    const known = knownDevice(device, email)
    if (known) return [{ limit: limits.device, key: known, settles: true }]
    return [
      { limit: limits.address, key: address, settles: false },
      { limit: limits.addressAndAccount, key: `${address} ${email}`, settles: true },
      { limit: limits.account, key: email, settles: false },
    ]
  },
)

/** Signs in as an invented person of the demonstration; gives the session's token. Not found in production. */
export const signInAsPersona = command({
  name: 'identity.sign-in-as-persona',
  input: PersonaSignIn,
  load: async (tx, { personId, userAgent }) => {
    const person = await lockPerson(tx, personId)
    return person && { person, userAgent }
  },
  authorize: (_, { person }) => isDemonstration() && person.demonstration && person.deactivatedAt === null,
  // The click stands for a whole sign-in, second factor included: the demonstration is to show what roles can do.
  decide: (_, { person }) => happened.signedIn(person.id, { method: 'persona', secondFactor: true, session: newId() }),
  apply: (tx, { data }, { person, userAgent }, ctx) =>
    openSession(
      tx,
      { id: data.session, personId: person.id, method: 'persona', secondFactor: true, userAgent },
      ctx.now,
    ),
})
