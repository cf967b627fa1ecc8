import type { Tx } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { isLive, type State } from '../rules/states'
import { type Turn, turnOf } from '../rules/turn'
import { turnDueAt } from '../rules/turn-due'
import { settleCloseOut } from './close-outs'

async function waitingOf(tx: Tx, requestId: string) {
  const items = { where: { state: 'requested' }, select: { workflow: { select: { handlingDays: true } } } }
  const [request, reviews, rounds, renewals] = [
    await tx.accessRequest.findUniqueOrThrow({
      where: { id: requestId },
      select: { state: true, turn: true, turnSince: true, turnDueAt: true, closeOutDueAt: true, items },
    }),
    await tx.accessTask.aggregate({
      where: { requestId, kind: 'review', state: 'open' },
      _count: true,
      _min: { dueAt: true },
    }),
    await tx.accessRound.aggregate({ where: { requestId, closedAt: null }, _count: true, _min: { dueAt: true } }),
    await tx.accessRenewal.count({ where: { requestId, state: 'open' } }),
  ]
  return {
    ...request,
    state: request.state as State,
    handlingDays: request.items.map(({ workflow }) => workflow.handlingDays),
    reviews: reviews._count,
    reviewsDue: reviews._min.dueAt,
    decisions: rounds._count,
    roundsDue: rounds._min.dueAt,
    renewal: renewals > 0,
  }
}

/**
 * Keeps whose turn it is after a change, since when, when that is too long, and how long it was whose; and once nobody has to act any more,
 * whether those who asked owe word of the data.
 */
export async function settleTurn(tx: Tx, requestId: string, now: Date): Promise<void> {
  const waiting = await waitingOf(tx, requestId)
  const turn = turnOf(waiting)
  const changes = turn !== waiting.turn
  const since = changes ? now : waiting.turnSince
  const dueAt = turnDueAt({ ...waiting, turn, since, returned: waiting.state === 'returned' })
  if (changes) {
    await tx.accessTurn.updateMany({ where: { requestId, until: null }, data: { until: now } })
    await beginTurn(tx, requestId, turn, now)
  }
  if (turn === 'nobody' && !isLive(waiting.state)) await settleCloseOut(tx, requestId, waiting, now)
  if (changes || dueAt?.getTime() !== waiting.turnDueAt?.getTime()) await writeTurn(tx, requestId, turn, since, dueAt)
}

/**
 * Moves when the running turns of handlers have taken too long, after a workflow gives its handlers other days: to what settling each of
 * them would make of it (rules/turn-due.ts).
 */
export async function moveHandlersDue(tx: Tx, workflowId: string): Promise<void> {
  await tx.$executeRaw`
    WITH waiting AS MATERIALIZED (
      SELECT id FROM access_request r WHERE turn = 'handler' AND EXISTS (SELECT 1 FROM access_item i
        WHERE i.request_id = r.id AND i.workflow_id = ${workflowId}::uuid AND i.state = 'requested')
      ORDER BY id FOR NO KEY UPDATE)
    UPDATE access_request r SET turn_due_at = r.turn_since + interval '24 hours' * (
      SELECT min(w.handling_days) FROM access_item i JOIN access_workflow w ON w.id = i.workflow_id
      WHERE i.request_id = r.id AND i.state = 'requested')
    FROM waiting WHERE r.id = waiting.id`
}

async function writeTurn(tx: Tx, id: string, turn: Turn, turnSince: Date, turnDueAt: Date | null): Promise<void> {
  await tx.accessRequest.update({ where: { id }, data: { turn, turnSince, turnDueAt }, select: { id: true } })
}

export async function beginTurn(tx: Tx, requestId: string, turn: string, since: Date): Promise<void> {
  await tx.accessTurn.create({ data: { id: newId(), requestId, turn, since }, select: { id: true } })
}
