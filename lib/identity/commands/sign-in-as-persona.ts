import 'server-only'
import { command } from '@/lib/platform/command'
import { isDemonstration } from '@/lib/platform/env'
import { newId } from '@/lib/platform/id'
import { happened } from '../events'
import { PersonaSignIn } from '../schema/sign-in'
import { lockPerson } from '../store/people'
import { openSession } from '../store/sessions'

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
