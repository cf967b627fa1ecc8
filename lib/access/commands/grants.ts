import 'server-only'
import type { Tx } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { type Refusal, refuse } from '@/lib/platform/refusal'
import { afterDay, lifeOf } from '@/lib/projects/rules/periods'
import { happened } from '../events/requests'
import { judgeEnd } from '../rules/grants'
import { offAmong } from '../rules/switched-off'
import { answeredBy, wishedOf, withAnswer } from '../rules/wishes'
import { AskRenewal, Extend, WithReason } from '../schema/requests'
import { extendGrant, type GrantRow, grantsOf } from '../store/grants'
import { type Seen, workflowsOf } from '../store/requests'
import { onRequest } from './on-request'

const wrongDay = (message: string) => refuse('platform.invalid', { fields: { until: [message] } })

/** Null, or why no grant can run until that day. */
function judgeUntil({ project }: Seen, endsAt: Date, now: Date): Refusal | null {
  if (lifeOf(project, now) === 'over') return refuse('projects.over')
  const wrong = judgeEnd(endsAt, now)
  return wrong && wrongDay(wrong)
}

/** The grants that are meant: those named, or every one that was not ended; all of datasets that the actor handles and whose workflow lets them. */
function meant(
  { request, standing }: Seen,
  grants: readonly GrantRow[],
  named: readonly string[],
): GrantRow[] | Refusal {
  const workflowOf = new Map(request.items.map(({ datasetId, workflowId }) => [datasetId, workflowId]))
  const handled = (one: GrantRow) => standing.handles.includes(workflowOf.get(one.datasetId) ?? '')
  const off = offAmong(workflowsOf(request), request.state, 'extend')
  const isOff = (one: GrantRow) => off.includes(workflowOf.get(one.datasetId) ?? '')
  const left = grants.filter(({ endedAt }) => endedAt === null)
  const all = left.filter((one) => handled(one) && !isOff(one))
  const chosen = named.length > 0 ? left.filter(({ id }) => named.includes(id)) : all
  if (chosen.length === 0 || chosen.length < named.length) return refuse('access.no-such-grant')
  if (!chosen.every(handled)) return refuse('access.not-your-datasets', { datasets: [] })
  return chosen.some(isOff) ? refuse('access.switched-off', { state: request.state, verb: 'extend' }) : chosen
}

const openWish = (tx: Tx, requestId: string) =>
  tx.accessRenewal.findFirst({
    where: { requestId, state: 'open' },
    select: { id: true, grantedFor: true, declinedFor: true, answer: true },
  })

type WishRow = NonNullable<Awaited<ReturnType<typeof openWish>>>
type Next = ReturnType<typeof withAnswer>

/** Keeps what a wish has become; while others have not answered it stays open. */
async function writeWish(tx: Tx, id: string, { state, ...answers }: Next, byId: string, now: Date): Promise<void> {
  const closed = state === 'open' ? {} : { state, answeredById: byId, answeredAt: now }
  await tx.accessRenewal.update({ where: { id }, data: { ...answers, ...closed }, select: { id: true } })
}

/** What is left of a wish when these grants are extended: their handler has answered. */
function extended({ request }: Seen, wish: WishRow | null, grants: readonly GrantRow[], ids: readonly string[]) {
  if (!wish) return null
  const wished = wishedOf(grants, request.items)
  const mine = wishedOf(
    grants.filter(({ id }) => ids.includes(id)),
    request.items,
  )
  return withAnswer(wished, wish, mine, 'granted')
}

/**
 * Moves the end of grants to a later day, also of those that ran out: renewed in place. Answers an open wish for more time, as far
 * as the grants are the actor's. Refuses:
 * access.no-such-grant, access.not-later, access.not-your-datasets, projects.over.
 */
export const extendGrants = onRequest({
  verb: 'extend',
  input: Extend,
  load: async (tx, { request }) => ({
    grants: await grantsOf(tx, request.id),
    renewal: await openWish(tx, request.id),
  }),
  decide: ({ now }, on) => {
    const { request, input, actor, more } = on
    const endsAt = afterDay(input.until)
    const chosen = meant(on, more.grants, input.grants)
    if (!Array.isArray(chosen)) return chosen
    const refused = judgeUntil(on, endsAt, now)
    if (refused) return refused
    const later = chosen.filter((one) => one.endsAt < endsAt)
    if (later.length === 0) return refuse('access.not-later')
    const ids = later.map(({ id }) => id)
    const next = extended(on, more.renewal, more.grants, ids)
    const wish = next?.state === 'open' ? 'open' : 'none'
    const facts = ids.map((grant) => happened.extended(request, { grant, until: input.until, wish }))
    return { facts, ids, next, endsAt, byId: actor.id }
  },
  apply: async (tx, { ids, next, endsAt, byId }, { more: { renewal } }, { now }) => {
    for (const id of ids) await extendGrant(tx, id, endsAt, now)
    if (renewal && next) await writeWish(tx, renewal.id, next, byId, now)
    return { grants: ids }
  },
})

/** Asks for more time, with the reason. Refuses: access.nothing-granted, access.renewal-open, projects.over. */
export const askRenewal = onRequest({
  verb: 'ask-renewal',
  input: AskRenewal,
  load: async (tx, { request: { id: requestId } }) => ({
    open: await tx.accessRenewal.count({ where: { requestId, state: 'open' } }),
    grants: await tx.accessGrant.count({ where: { requestId, endedAt: null } }),
  }),
  decide: ({ now }, on) => {
    const { request, actor, input, more } = on
    if (more.grants === 0) return refuse('access.nothing-granted')
    const wantedUntil = afterDay(input.until)
    const refused = judgeUntil(on, wantedUntil, now)
    if (refused) return refused
    if (more.open > 0) return refuse('access.renewal-open')
    const row = { id: newId(), requestId: request.id, wantedUntil, reason: input.reason, askedById: actor.id }
    return { facts: [happened.renewalAsked(request, { renewal: row.id })], row }
  },
  apply: async (tx, { row }, _, { now }) => {
    await tx.accessRenewal.create({ data: { ...row, askedAt: now, state: 'open' }, select: { id: true } })
    return { renewal: row.id }
  },
})

/**
 * Declines a wish for more time, with the reason, for the grants that the actor handles: it stays open for the handlers of others. Refuses:
 * access.no-renewal.
 */
export const declineRenewal = onRequest({
  verb: 'decline-renewal',
  input: WithReason,
  load: async (tx, { request }) => ({
    wish: await openWish(tx, request.id),
    grants: await grantsOf(tx, request.id),
  }),
  decide: (_, { request, standing, actor, input: { reason }, more: { wish, grants } }) => {
    if (!wish) return refuse('access.no-renewal')
    const wished = wishedOf(grants, request.items)
    const by = answeredBy(wished, wish, standing.handles)
    if (by.length === 0) return refuse('access.no-renewal')
    const next = withAnswer(wished, wish, by, 'declined')
    const after = next.state === 'open' ? ('open' as const) : ('none' as const)
    const facts = [happened.renewalDeclined(request, { renewal: wish.id, wish: after })]
    // What several have answered is read one below the other.
    const answer = wish.answer ? `${wish.answer}\n\n${reason}` : reason
    return { facts, id: wish.id, next, answer, byId: actor.id }
  },
  apply: async (tx, { id, next, answer, byId }, _, { now }) => {
    await tx.accessRenewal.update({ where: { id }, data: { answer }, select: { id: true } })
    await writeWish(tx, id, next, byId, now)
    return undefined
  },
})
