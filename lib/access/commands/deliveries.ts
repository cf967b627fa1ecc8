import 'server-only'
import { command } from '@/lib/platform/command'
import { refuse } from '@/lib/platform/refusal'
import { happened } from '../events/systems'
import { isClock } from '../policy/requests'
import { mayKeepSystems } from '../policy/systems'
import { nextTry } from '../rules/deliveries'
import { NoteAnswer, OneDelivery } from '../schema/systems'
import { keepTry, lockDelivery, tryAt } from '../store/deliveries'

/**
 * Keeps what came of one try: acknowledged, or to be tried again later, for ever. A try that was overtaken or whose lease had ended is
 * kept like any other. For the clock. Refuses: access.nothing-due for what is acknowledged.
 */
export const noteAnswer = command({
  name: 'access.note-answer',
  input: NoteAnswer,
  load: async (tx, input) => {
    const found = await lockDelivery(tx, input.delivery)
    return found && { found, input }
  },
  authorize: ({ actor }) => isClock(actor),
  decide: (_, { found }, { status, fault }) => {
    if (found.acknowledgedAt !== null) return refuse('access.nothing-due')
    const isAcknowledged = fault === null && status !== null && status >= 200 && status < 300
    const { id: delivery, grantId: grant, personId: person, kind, systemId } = found
    return isAcknowledged ? [happened.acknowledged(systemId, { delivery, grant, person, kind })] : []
  },
  apply: async (tx, facts, { found, input }, { now }) => {
    const acknowledged = facts.length > 0
    await keepTry(tx, { ...input, acknowledged }, now)
    if (!acknowledged && found.supersededAt === null) await tryAt(tx, found.id, nextTry(found.attempts, now))
    return { acknowledged }
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
  apply: async (tx, _, { id }, { now }) => {
    await tx.accessDelivery.update({ where: { id }, data: { acknowledgedAt: null }, select: { id: true } })
    await tryAt(tx, id, now)
    return { id }
  },
})
