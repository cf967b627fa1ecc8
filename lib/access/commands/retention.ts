import 'server-only'
import { z } from 'zod'
import { command } from '@/lib/platform/command'
import type { Tx } from '@/lib/platform/db'
import { isRefusal, refuse } from '@/lib/platform/refusal'
import { happened } from '../events/requests'
import { isClock } from '../policy/requests'
import { retainUntil } from '../rules/grants'
import { judgeSettling, retentionDays, retentionDue } from '../rules/retention'
import { SettleRetention } from '../schema/requests'
import { grantsOf } from '../store/grants'
import { insertRetention, insertRetentionReminder, retentionOf } from '../store/retention'
import { onRequest } from './on-request'

/**
 * Notes what became of a grant's data once their ten years near: kept on, or removed, and where or how. Refuses:
 * access.no-kept-grant, access.not-your-datasets, access.retention-far, access.retention-lasts, access.retention-settled.
 */
export const settleRetention = onRequest({
  verb: 'settle-retention',
  input: SettleRetention,
  load: async (tx, { request, input }) => {
    const grant = (await grantsOf(tx, request.id)).find(({ id }) => id === input.grant)
    return grant ? { grant, ...(await retentionOf(tx, grant)) } : null
  },
  decide: ({ now }, { request, standing, actor, input: { outcome, reason }, more }) => {
    if (!more) return refuse('access.no-kept-grant')
    const { grant, noted } = more
    const item = request.items.find(({ datasetId }) => datasetId === grant.datasetId)
    if (!standing.handles.includes(item?.workflowId ?? '')) return refuse('access.not-your-datasets', { datasets: [] })
    const outcomes = noted.map((one) => one.outcome)
    const refused = judgeSettling(grant, outcomes, outcome, now)
    if (isRefusal(refused)) return refused
    const facts = [happened.retentionSettled(request, { grant: grant.id, outcome })]
    return { facts, grant, settled: { outcome, reason, byId: actor.id } }
  },
  apply: async (tx, { grant, settled }, _, { now }) => {
    await insertRetention(tx, grant, settled, now)
    return { grant: grant.id }
  },
})

async function lockGrant(tx: Tx, id: string) {
  const found = await tx.accessGrant.findUnique({ where: { id }, select: { requestId: true } })
  if (!found) return null
  await tx.$queryRaw`SELECT 1 FROM access_request WHERE id = ${found.requestId}::uuid FOR NO KEY UPDATE`
  const select = {
    id: true,
    startsAt: true,
    endsAt: true,
    endedAt: true,
    lastUsedAt: true,
    request: { select: { id: true, reference: true } },
  } as const
  const { request, ...grant } = await tx.accessGrant.findUniqueOrThrow({ where: { id }, select })
  return { request, grant, ...(await retentionOf(tx, grant)) }
}

/** Notes that the ten years of a grant's data are soon over, or are: each once, however many look. Refuses: access.nothing-due. */
export const remindRetention = command({
  name: 'access.remind-retention',
  input: z.object({ grant: z.uuid(), days: z.literal(retentionDays) }),
  load: async (tx, { grant, days }) => {
    const found = await lockGrant(tx, grant)
    return found && { ...found, days }
  },
  authorize: ({ actor }) => isClock(actor),
  decide: ({ now }, { request, grant, noted, told, days }) => {
    if (retentionDue({ ...grant, told, settled: noted.length > 0 }, now) !== days) return refuse('access.nothing-due')
    const until = retainUntil(grant).toISOString().slice(0, 10)
    return days === 0
      ? happened.retentionReached(request, { grant: grant.id })
      : happened.retentionNeared(request, { grant: grant.id, days, until })
  },
  apply: async (tx, _, { grant, days }, { now }) => {
    await insertRetentionReminder(tx, grant, days, now)
    return { told: days }
  },
})
