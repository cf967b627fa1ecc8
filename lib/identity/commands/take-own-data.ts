import 'server-only'
import { happened } from '../events'
import { Nothing } from '../schema/credentials'
import { rowsOf } from '../store/own-rows'
import { nothingMore, own } from './own'

/**
 * Everything that the portal holds about the person who asks (GDPR article 15), by table, without secrets. A command, for the
 * journal says that it was taken.
 */
export const takeOwnData = own({
  name: 'identity.take-own-data',
  input: Nothing,
  load: nothingMore,
  decide: (_, { person }) => happened.dataTaken(person.id, {}),
  apply: async (tx, _, { person }, { now }) => ({
    takenAt: now.toISOString(),
    person: person.id,
    tables: await rowsOf(tx, person.id),
  }),
})
