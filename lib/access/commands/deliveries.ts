import 'server-only'
import { command } from '@/lib/platform/command'
import { refuse } from '@/lib/platform/refusal'
import { happened } from '../events/systems'
import { isClock } from '../policy/requests'
import { mayKeepSystems } from '../policy/systems'
import { outcomeOf } from '../rules/deliveries'
import { NoteAnswer, OneDelivery } from '../schema/systems'
import { lockDelivery, sendAgain, settleTry } from '../store/tries'

/**
 * Keeps what came of one try: acknowledged, or to be tried again later, for ever. A try that was overtaken or whose lease had ended is
 * kept like any other. Gives what came of it, by which whoever tells a system its news knows whether to go on. For the clock. Refuses:
 * access.nothing-due for what is acknowledged.
 */
export const noteAnswer = command({
  name: 'access.note-answer',
  input: NoteAnswer,
  load: async (tx, input) => {
    const found = await lockDelivery(tx, input.delivery)
    return found && { found, input }
  },
  authorize: ({ actor }) => isClock(actor),
  decide: (_, { found }, tried) => {
    if (found.acknowledgedAt !== null) return refuse('access.nothing-due')
    const { id: delivery, grantId: grant, personId: person, kind, systemId } = found
    const about = { delivery, grant, person, kind }
    return outcomeOf(tried) === 'acknowledged' ? [happened.acknowledged(systemId, about)] : []
  },
  apply: async (tx, _, { found, input }, { now }) => {
    const outcome = outcomeOf(input)
    await settleTry(tx, found, input, outcome, now)
    return { outcome }
  },
})

/**
 * Sends a delivery once more, also one that was acknowledged: with the same words and the same id. Refuses: access.overtaken where later
 * news of the same took its place, access.system-off.
 */
export const replayDelivery = command({
  name: 'access.replay-delivery',
  input: OneDelivery,
  load: (tx, { delivery }) => lockDelivery(tx, delivery),
  authorize: ({ actor }) => mayKeepSystems(actor),
  decide: (_, { id, systemId, supersededAt, system }) => {
    if (supersededAt !== null) return refuse('access.overtaken')
    if (!system.enabled || system.removedAt !== null) return refuse('access.system-off')
    return happened.replayed(systemId, { delivery: id })
  },
  apply: async (tx, _, found, { now }) => {
    await sendAgain(tx, found, now)
    return { id: found.id }
  },
})
