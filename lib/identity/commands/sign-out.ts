import 'server-only'
import { command } from '@/lib/platform/command'
import { isPerson } from '@/lib/platform/context'
import { happened } from '../events'
import { mayChangeOwnAccount } from '../policy'
import { Nothing } from '../schema/sign-in'

/** Ends the session that asks for it. Without one there is nothing to end: "not found". */
export const signOut = command({
  name: 'identity.sign-out',
  input: Nothing,
  load: async (tx, _, { actor }) => {
    if (!isPerson(actor) || !actor.sessionId) return null
    return tx.session.findUnique({ where: { id: actor.sessionId }, select: { id: true, personId: true } })
  },
  authorize: ({ actor }) => mayChangeOwnAccount(actor),
  decide: (_, session) => happened.signedOut(session.personId, { session: session.id }),
  apply: (tx, _, session) => tx.session.delete({ where: { id: session.id }, select: { id: true } }),
})
