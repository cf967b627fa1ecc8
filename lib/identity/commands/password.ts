import 'server-only'
import { isPerson } from '@/lib/platform/context'
import { limited } from '@/lib/platform/limited'
import { isPassword } from '@/lib/platform/password-hash'
import { refuse } from '@/lib/platform/refusal'
import { happened } from '../events'
import { limits } from '../rules/limits'
import { judgePassword } from '../rules/password'
import { PasswordChange } from '../schema/credentials'
import { endSessions, savePassword } from '../store/credentials'
import { voidTickets } from '../store/tickets'
import { own } from './own'

const change = own({
  name: 'identity.change-password',
  input: PasswordChange,
  load: async (tx, { person }) => {
    const credential = await tx.passwordCredential.findUnique({
      where: { personId: person.id },
      select: { hash: true },
    })
    return { hash: credential?.hash ?? null }
  },
  decide: async (_, { person, more: { hash }, input: { current, password } }) => {
    // Whoever came by another door and has no password yet sets the first one without an old one.
    if (hash !== null && !(await isPassword(current, hash)))
      return refuse('platform.invalid', { fields: { current: ['identity.invalid.current-password'] } })
    const fault = judgePassword(password, person)
    if (fault) return refuse('platform.invalid', { fields: { password: [fault] } })
    return happened.passwordSet(person.id, { occasion: 'change' })
  },
  apply: async (tx, _, { person, input, sessionId }, { now }) => {
    await savePassword(tx, person.id, input.password, now)
    await voidTickets(tx, person, now)
    await endSessions(tx, person.id, sessionId)
  },
})

/** Changes one's own password; every other session ends. Refuses: platform.invalid for a wrong old or a weak new one. */
export const changePassword = limited(change, (_, { actor }) =>
  isPerson(actor) ? [{ limit: limits.device, key: `password ${actor.id}`, settles: true }] : [],
)
