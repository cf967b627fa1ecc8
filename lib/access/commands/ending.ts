import 'server-only'
import { z } from 'zod'
import { command } from '@/lib/platform/command'
import type { Tx } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { refuse } from '@/lib/platform/refusal'
import { storeFile } from '@/lib/platform/storage'
import { happened } from '../events/requests'
import { isClock } from '../policy/requests'
import { closeOutLacks } from '../rules/close-out'
import { isToTell, reminderDays } from '../rules/grants'
import { isLive } from '../rules/states'
import { CloseOut } from '../schema/requests'
import { endAsking } from '../store/asking'
import { closeOutsOf, insertCloseOut } from '../store/close-outs'
import { endGrants, grantsOf, toldOf } from '../store/grants'
import { onRequest } from './on-request'

/**
 * Tells, by those who asked, what came of the data: report, publications, the copies that are left, the certificate of deletion. It ends a
 * request that goes on: its grants end at once, and what still waits is asked for no more. One that somebody else has brought to its end
 * stays as it is. Refuses: access.nothing-granted, access.closed-out-already.
 */
export const closeOutRequest = onRequest({
  verb: 'close-out',
  input: CloseOut,
  load: async (tx, { request }) => ({
    grants: await grantsOf(tx, request.id),
    told: (await closeOutsOf(tx, request.id))[0] ?? null,
  }),
  decide: (_, { request, actor, input, more: { grants, told } }) => {
    const { state } = request
    if (grants.length === 0) return refuse('access.nothing-granted')
    if (!isLive(state) && closeOutLacks({ state, grants, told }) === null) return refuse('access.closed-out-already')
    const running = grants.filter(({ endedAt }) => endedAt === null)
    const { outcome, report, publications, copies, certificate } = input
    const words = { outcome, report, publications: publications ?? '', copies: copies ?? '' }
    const row = { ...words, requestId: request.id, certificateId: certificate ? newId() : null, byId: actor.id }
    const facts = [
      happened.closedOut(request, { outcome }),
      ...running.map(({ id }) => happened.grantEnded(request, { grant: id, how: 'closed' })),
    ]
    const change = isLive(state) ? { state: 'closed' as const, reason: null } : {}
    return { facts, change, row, ids: running.map(({ id }) => id) }
  },
  apply: async (tx, { row, ids }, { request: { id }, input: { certificate } }, ctx) => {
    if (certificate && row.certificateId) await storeFile(tx, ctx, row.certificateId, certificate)
    await insertCloseOut(tx, row, ctx.now)
    await endGrants(tx, ids, { kind: 'closed', reason: 'closed out', byId: row.byId }, ctx.now)
    await endAsking(tx, id, ctx.now)
    return undefined
  },
})

const TellGrantEnd = z.object({ grant: z.uuid(), days: z.literal(reminderDays) })

async function loadGrant(tx: Tx, id: string) {
  const found = await tx.accessGrant.findUnique({ where: { id }, select: { requestId: true } })
  if (!found) return null
  await tx.$queryRaw`SELECT 1 FROM access_request WHERE id = ${found.requestId}::uuid FOR NO KEY UPDATE`
  const select = {
    startsAt: true,
    endsAt: true,
    endedAt: true,
    request: { select: { id: true, reference: true } },
  } as const
  const grant = await tx.accessGrant.findUniqueOrThrow({ where: { id }, select })
  return { ...grant, id, told: await toldOf(tx, id, grant.endsAt) }
}

/** Notes that a grant ends in so many days, or has ended: each once, however often the clock asks. */
export const tellGrantEnd = command({
  name: 'access.tell-grant-end',
  input: TellGrantEnd,
  load: (tx, { grant }) => loadGrant(tx, grant),
  authorize: ({ actor }) => isClock(actor),
  decide: ({ now }, grant, { days }) => {
    if (!isToTell(grant, days, now)) return refuse('access.nothing-due')
    const { id, request } = grant
    return days === 0 ? happened.ranOut(request, { grant: id }) : happened.endNeared(request, { grant: id, days })
  },
  apply: async (tx, fact, { id, endsAt }, { now }) => {
    const days = 'days' in fact.data ? Number(fact.data.days) : 0
    await tx.accessReminder.create({ data: { grantId: id, endsAt, days, toldAt: now }, select: { days: true } })
    return { told: days }
  },
})
