import 'server-only'
import { command } from '@/lib/platform/command'
import { isPerson } from '@/lib/platform/context'
import { happened } from '../events'
import { mayChangeOwnAccount } from '../policy'
import { Nothing, SessionChoice } from '../schema/credentials'
import { endSessions } from '../store/credentials'
import { nothingMore, own } from './own'

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
  apply: async (tx, _, session) => {
    await tx.session.deleteMany({ where: { id: session.id } })
  },
})

/** Ends one of one's own sessions, from its next request. */
export const endSession = own({
  name: 'identity.end-session',
  input: SessionChoice,
  load: (tx, { person, input }) =>
    tx.session.findFirst({ where: { id: input.session, personId: person.id }, select: { id: true } }),
  decide: (_, { person, more }) => happened.sessionEnded(person.id, { session: more.id }),
  apply: async (tx, _, { more }) => {
    await tx.session.deleteMany({ where: { id: more.id } })
  },
})

/** Ends every session of one's own but this one. */
export const endOtherSessions = own({
  name: 'identity.end-other-sessions',
  input: Nothing,
  load: nothingMore,
  decide: (_, { person }) => happened.otherSessionsEnded(person.id, {}),
  apply: (tx, _, { person, sessionId }) => endSessions(tx, person.id, sessionId),
})
