import type { Tx } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import type { State } from '../rules/states'
import { turnOf } from '../rules/turn'

async function waitingOf(tx: Tx, requestId: string) {
  const [request, reviews, decisions, renewals] = [
    await tx.accessRequest.findUniqueOrThrow({
      where: { id: requestId },
      select: { state: true, turn: true, turnSince: true },
    }),
    await tx.accessTask.count({ where: { requestId, kind: 'review', state: 'open' } }),
    await tx.accessRound.count({ where: { requestId, closedAt: null } }),
    await tx.accessRenewal.count({ where: { requestId, state: 'open' } }),
  ]
  return { ...request, state: request.state as State, reviews, decisions, renewal: renewals > 0 }
}

/** Keeps whose turn it is after a change, and how long it was whose. */
export async function settleTurn(tx: Tx, requestId: string, now: Date): Promise<void> {
  const waiting = await waitingOf(tx, requestId)
  const turn = turnOf(waiting)
  if (turn === waiting.turn) return
  await tx.accessTurn.updateMany({ where: { requestId, until: null }, data: { until: now } })
  await beginTurn(tx, requestId, turn, now)
  await tx.accessRequest.update({ where: { id: requestId }, data: { turn, turnSince: now }, select: { id: true } })
}

export async function beginTurn(tx: Tx, requestId: string, turn: string, since: Date): Promise<void> {
  await tx.accessTurn.create({ data: { id: newId(), requestId, turn, since }, select: { id: true } })
}
