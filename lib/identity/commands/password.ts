import 'server-only'
import { z } from 'zod'
import { isPerson } from '@/lib/platform/context'
import { db } from '@/lib/platform/db'
import { limited } from '@/lib/platform/limited'
import { hashPassword } from '@/lib/platform/password-hash'
import { prepared } from '@/lib/platform/prepared'
import { refuse } from '@/lib/platform/refusal'
import { happened } from '../events'
import { limits } from '../rules/limits'
import { judgePassword } from '../rules/password'
import { PasswordChange } from '../schema/credentials'
import { endSessions, fittingHash, passwordHashOf, savePassword } from '../store/credentials'
import { voidTickets } from '../store/tickets'
import { own } from './own'

const change = own({
  name: 'identity.change-password',
  // What was found before the transaction: the kept hash that `current` fits, and the hash of the new password.
  input: PasswordChange.extend({ fitting: z.string().nullable().default(null), hashed: z.string().default('') }),
  load: async (tx, { person }) => ({ hash: await passwordHashOf(tx, person.id) }),
  decide: (_, { person, more: { hash }, input: { fitting, password } }) => {
    // Whoever came by another door and has no password yet sets the first one without an old one.
    if (hash !== null && fitting !== hash)
      return refuse('platform.invalid', { fields: { current: ['identity.invalid.current-password'] } })
    const fault = judgePassword(password, person)
    if (fault) return refuse('platform.invalid', { fields: { password: [fault] } })
    return happened.passwordSet(person.id, { occasion: 'change' })
  },
  apply: async (tx, _, { person, input, sessionId }, { now }) => {
    await savePassword(tx, person.id, input.hashed, now)
    await voidTickets(tx, person, now)
    await endSessions(tx, person.id, sessionId)
  },
})

const work = prepared(change, async ({ current, password }: z.output<typeof PasswordChange>, { actor }) => {
  if (!isPerson(actor)) return { fitting: null, hashed: '' }
  return { fitting: await fittingHash(db(), { id: actor.id }, current), hashed: await hashPassword(password) }
})

/** Changes one's own password; every other session ends. Refuses: platform.invalid for a wrong old or a weak new one. */
export const changePassword = limited(work, (_, { actor }) =>
  isPerson(actor) ? [{ limit: limits.device, key: `password ${actor.id}`, settles: true }] : [],
)
