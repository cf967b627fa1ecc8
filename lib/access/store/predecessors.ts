import type { Tx } from '@/lib/platform/db'
import { happened } from '../events/requests'
import { isLive, type State } from '../rules/states'
import { endAsking } from './asking'
import { endGrants } from './grants'
import { settleTurn } from './turns'

/**
 * The request that hands its grants over to another, locked after that one (a chain of hand-overs only ever leads back in time): what
 * its end brings about, and how it is ended, whatever of it still waits. Null where there is none that still lives.
 */
export async function lockPredecessor(tx: Tx, id: string | null) {
  if (id === null) return null
  await tx.$queryRaw`SELECT 1 FROM access_request WHERE id = ${id}::uuid FOR NO KEY UPDATE`
  const request = await tx.accessRequest.findUniqueOrThrow({
    where: { id },
    select: { id: true, reference: true, state: true, grants: { where: { endedAt: null }, select: { id: true } } },
  })
  if (!isLive(request.state as State)) return null
  const ids = request.grants.map((grant) => grant.id)
  const facts = [
    happened.closed(request, {}),
    ...ids.map((grant) => happened.grantEnded(request, { grant, how: 'handed-over' })),
  ]
  const reason = 'handed over'
  const close = async (byId: string, now: Date): Promise<void> => {
    await endGrants(tx, ids, { kind: 'handed-over', reason, byId }, now)
    await endAsking(tx, id, now)
    const closed = { state: 'closed', stateAt: now, reason, revision: { increment: 1 } }
    await tx.accessRequest.update({ where: { id }, data: closed, select: { id: true } })
    await settleTurn(tx, id, now)
  }
  return { facts, close }
}
