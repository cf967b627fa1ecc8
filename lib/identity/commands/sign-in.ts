import 'server-only'
import { z } from 'zod'
import { command } from '@/lib/platform/command'
import { db } from '@/lib/platform/db'
import { isDemonstration } from '@/lib/platform/env'
import { newId } from '@/lib/platform/id'
import { limited } from '@/lib/platform/limited'
import { prepared } from '@/lib/platform/prepared'
import { refuse } from '@/lib/platform/refusal'
import { happened } from '../events'
import { limits } from '../rules/limits'
import { PasswordSignIn, PersonaSignIn } from '../schema/credentials'
import { fittingHash, passwordHashOf } from '../store/credentials'
import { knownDevice } from '../store/devices'
import { lockPerson, lockPersonByEmail } from '../store/people'
import { openSession } from '../store/sessions'
import { admit, firstFactorOf, judgeFirstFactor } from './first-factor'

/** The hash that the password fitted just before, or null. */
const fitting = z.string().nullable().default(null)

const withPassword = command({
  name: 'identity.sign-in-with-password',
  input: PasswordSignIn.extend({ fitting }),
  load: async (tx, { email, userAgent }) => {
    const person = await lockPersonByEmail(tx, email)
    const first = person && (await firstFactorOf(tx, person, { method: 'password', proven: false, userAgent }))
    return { first, hash: person && (await passwordHashOf(tx, person.id)) }
  },
  authorize: () => true,
  decide: (_, { first, hash }, { fitting: found }) => {
    // One answer for no such account, no password, a wrong one and a deactivated account, after the same work.
    if (found === null || found !== hash || !first || first.person.deactivatedAt)
      return refuse('identity.wrong-credentials', { status: 401 })
    return judgeFirstFactor(first)
  },
  apply: (tx, decided, { first }, ctx) => {
    if (!first) throw new Error('decided without a person')
    return admit(tx, decided, first, ctx)
  },
})

/** Signs in by e-mail and password; gives the session's token, or a ticket for the second step. Refuses: identity.wrong-credentials. */
export const signInWithPassword = limited(
  prepared(withPassword, async ({ email, password }: z.output<typeof PasswordSignIn>) => ({
    fitting: await fittingHash(db(), { email }, password),
  })),
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
