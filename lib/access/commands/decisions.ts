import 'server-only'
import type { Tx } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { type Refusal, refuse } from '@/lib/platform/refusal'
import { afterDay, lifeOf, startOf } from '@/lib/projects/rules/periods'
import { happened } from '../events/requests'
import { judgeApproval } from '../rules/approval'
import { becameOf, reasonOf } from '../rules/became'
import { namesFields } from '../rules/forms-named'
import { judgeEnd, judgeStart, startOfGrant } from '../rules/grants'
import { keptOpen, takenBack } from '../rules/others'
import { type State, stateOfItems } from '../rules/states'
import type { Answers } from '../schema/forms-answers'
import { Approve, Reject, ReturnRequest, WithReason } from '../schema/requests'
import { formOf, judgedAnswers } from '../store/answers'
import { endAsking, roundsOf } from '../store/asking'
import { type AskedDataset, datasetsById } from '../store/datasets'
import { coverageOf } from '../store/ethics'
import { endGrants, type GrantRow, grantsOf, insertBars, insertGrant } from '../store/grants'
import { lockPredecessor } from '../store/predecessors'
import type { RequestRow, Seen } from '../store/requests'
import { barredAtOnce, standingSuspensions } from '../store/standing'
import { itemsJudgedNow } from '../store/use'
import { onRequest } from './on-request'

const datasetsIn = (tx: Tx, { items }: RequestRow): Promise<AskedDataset[]> =>
  datasetsById(
    tx,
    items.map(({ datasetId }) => datasetId),
  )

const memberIdsOf = ({ members }: RequestRow): string[] => members.map(({ personId }) => personId)

/** The datasets that are meant: those that were named, or every one that waits; all must wait, and be the handler's to judge. */
function meant({ request, standing }: Seen, datasets: readonly AskedDataset[], named: readonly string[]) {
  const waits = (id: string) => request.items.some((item) => item.datasetId === id && item.state === 'requested')
  const handles = (id: string) =>
    request.items.some((item) => item.datasetId === id && standing.handles.includes(item.workflowId))
  const wanted = datasets.filter(({ id, slug }) => (named.length > 0 ? named.includes(slug) : waits(id) && handles(id)))
  if (named.some((slug) => !wanted.some((one) => one.slug === slug && waits(one.id))) || wanted.length === 0)
    return refuse('access.nothing-waits')
  const foreign = wanted.filter(({ id }) => !handles(id)).map(({ slug }) => slug)
  return foreign.length > 0 ? refuse('access.not-your-datasets', { datasets: foreign }) : wanted
}

/** What a request becomes when these datasets of it were judged: where others wait, it stays where it is. */
function stateAfter(
  { request }: Seen,
  grants: readonly GrantRow[],
  judged: readonly AskedDataset[],
  as: 'approved' | 'rejected',
): State {
  const ids = new Set(judged.map(({ id }) => id))
  const states = request.items.map((item) => (ids.has(item.datasetId) ? as : becameOf(item, grants)))
  const next = stateOfItems(states)
  return next === 'submitted' ? request.state : next
}

const judgedBy = (byId: string, now: Date) => ({ decidedById: byId, decidedAt: now })

async function markItems(tx: Tx, requestId: string, ids: readonly string[], data: object): Promise<void> {
  await tx.accessItem.updateMany({ where: { requestId, datasetId: { in: [...ids] } }, data })
}

const othersDatasets = (datasets: readonly AskedDataset[], ids: readonly string[]) => {
  const named = datasets.filter(({ id }) => ids.includes(id)).map(({ slug }) => slug)
  return refuse('access.others-datasets', { datasets: named.join(', ') })
}

const wrongDay = (field: 'from' | 'until', message: string) =>
  refuse('platform.invalid', { fields: { [field]: [message] } })

type Days = { readonly from: Date | null; readonly endsAt: Date }

/** Null, or why the project or one of the days stands against a grant. */
function judgePeriod(project: Parameters<typeof lifeOf>[0], { from, endsAt }: Days, now: Date): Refusal | null {
  if (lifeOf(project, startOfGrant(from, now)) === 'over') return refuse('projects.over')
  const wrong = judgeEnd(endsAt, now)
  if (wrong) return wrongDay('until', wrong)
  const early = from && judgeStart(from, endsAt, now)
  return early && wrongDay('from', early)
}

/** Whether the answers of the form are whole: they were when it was submitted, and whoever mends it may leave some open. */
const isWhole = async (tx: Tx, request: RequestRow): Promise<boolean> =>
  (await judgedAnswers(tx, request, request.answers as Answers)).judgement.isComplete

/**
 * Approves datasets until a day, with conditions; each is granted to the members at once, or from a first day on: what a grant rests on has
 * to hold then. For whom a suspension stands it is barred. The rest waits, or is rejected by itself.
 * Refuses: access.nothing-waits, access.not-your-datasets, access.not-decided (the deciders have not approved), access.not-covered (no
 * verified ethics approval covers a dataset), access.use-conflict, access.answers-open, projects.over.
 */
export const approveDatasets = onRequest({
  verb: 'approve',
  input: Approve,
  load: async (tx, { request, input }, { now }) => {
    const datasets = await datasetsIn(tx, request)
    return {
      datasets,
      items: await itemsJudgedNow(tx, request, datasets),
      rounds: await roundsOf(tx, request.id),
      grants: await grantsOf(tx, request.id),
      answersWhole: request.state !== 'returned' || (await isWhole(tx, request)),
      coverage: await coverageOf(
        tx,
        request,
        datasets.map(({ id }) => id),
        startOfGrant(input.from === null ? null : startOf(input.from), now),
      ),
      before: await lockPredecessor(tx, request.handedOverFromId),
      standing: await standingSuspensions(tx, memberIdsOf(request), request),
    }
  },
  decide: ({ now }, on) => {
    const { request, project, input, actor, more } = on
    const wanted = meant(on, more.datasets, input.datasets)
    if (!Array.isArray(wanted)) return wanted
    const endsAt = afterDay(input.until)
    const from = input.from === null ? null : startOf(input.from)
    const refused = judgePeriod(project, { from, endsAt }, now) ?? judgeApproval(more.items, wanted, more)
    if (refused) return refused
    const startsAt = startOfGrant(from, now)
    const later = startsAt > now && input.from !== null ? { from: input.from } : {}
    const grants = wanted.map(({ id: datasetId, slug }) => ({ id: newId(), datasetId, slug, startsAt, endsAt }))
    const state = stateAfter(on, more.grants, wanted, 'approved')
    const barred = barredAtOnce(request, grants, memberIdsOf(request), more.standing)
    const facts = [
      happened.approved(request, { datasets: wanted.map(({ slug }) => slug), ...later }),
      ...grants.map(({ id, slug }) =>
        happened.granted(request, { grant: id, dataset: slug, until: input.until, ...later }),
      ),
      ...barred.facts,
      ...(state === 'approved' ? (more.before?.facts ?? []) : []),
    ]
    return {
      facts,
      change: { state, ...(state === 'approved' && { reason: null }) },
      grants,
      state,
      bars: barred.bars,
      byId: actor.id,
    }
  },
  apply: async (
    tx,
    { grants, state, bars, byId },
    { request: { id: requestId }, input, more: { before } },
    { now },
  ) => {
    const ids = grants.map(({ datasetId }) => datasetId)
    await markItems(tx, requestId, ids, { state: 'approved', ...judgedBy(byId, now), ground: null, reason: null })
    for (const { slug: _, ...grant } of grants) await insertGrant(tx, { ...grant, requestId }, now)
    await insertBars(tx, bars, now)
    if (input.conditions !== null) {
      const condition = { id: newId(), requestId, text: input.conditions, byId, at: now }
      await tx.accessCondition.create({ data: condition, select: { id: true } })
    }
    if (state === 'approved') {
      await endAsking(tx, requestId, now)
      await before?.close(byId, now)
    }
    return { grants: grants.map(({ id, slug }) => ({ id, dataset: slug })) }
  },
})

/**
 * Rejects datasets, with the ground of the law and the reason in words. Refuses: access.nothing-waits, access.not-your-datasets.
 */
export const rejectDatasets = onRequest({
  verb: 'reject',
  input: Reject,
  load: async (tx, { request }) => ({
    datasets: await datasetsIn(tx, request),
    grants: await grantsOf(tx, request.id),
    before: await lockPredecessor(tx, request.handedOverFromId),
  }),
  decide: (_, on) => {
    const { request, input, actor, more } = on
    const wanted = meant(on, more.datasets, input.datasets)
    if (!Array.isArray(wanted)) return wanted
    const state = stateAfter(on, more.grants, wanted, 'rejected')
    const { ground, reason } = input
    const facts = [
      happened.refused(request, { datasets: wanted.map(({ slug }) => slug), ground }),
      ...(state === 'approved' ? (more.before?.facts ?? []) : []),
    ]
    const why = state === 'rejected' ? reason : reasonOf(state, request.items, more.grants)
    const change = { state, ...(why !== null && { reason: why }) }
    return { facts, change, ids: wanted.map(({ id }) => id), state, byId: actor.id }
  },
  apply: async (tx, { ids, state, byId }, { request, input: { ground, reason }, more: { before } }, { now }) => {
    await markItems(tx, request.id, ids, { state: 'rejected', ...judgedBy(byId, now), ground, reason })
    if (state !== request.state) await endAsking(tx, request.id, now)
    if (state === 'approved') await before?.close(byId, now)
    return undefined
  },
})

/**
 * Gives a request back to be mended, with what is asked and the fields that it is about; whatever was asked of others is taken back, and
 * of running rounds of datasets that the actor does not handle their handlers and deciders are told. Refuses: access.no-such-field.
 */
export const returnRequest = onRequest({
  verb: 'return',
  input: ReturnRequest,
  load: async (tx, { request }) => ({
    form: await formOf(tx, request.formVersionId),
    rounds: await roundsOf(tx, request.id),
  }),
  decide: (_, { request, standing, hides: withheld, actor, more, input: { reason, fields } }) => {
    if (!namesFields(more.form, fields)) return refuse('access.no-such-field')
    const said = { authorId: actor.id, text: reason, isPublic: true, withheld, fields }
    const row = { id: newId(), requestId: request.id, ...said }
    const facts = [
      happened.returned(request, { remark: row.id, fields }),
      ...takenBack(more.rounds, standing.handles).map((round) => happened.roundTakenBack(request, { round })),
    ]
    return { facts, change: { state: 'returned' as const, reason }, row }
  },
  apply: async (tx, { row }, { request: { id } }, { now }) => {
    await tx.accessRemark.create({ data: { ...row, at: now }, select: { id: true } })
    await endAsking(tx, id, now)
    return undefined
  },
})

/**
 * Closes a request, with the reason; what it granted ends, and what ran out is not renewed any more. Refuses: access.others-datasets where
 * what another handles waits or is granted.
 */
export const closeRequest = onRequest({
  verb: 'close',
  input: WithReason,
  load: async (tx, { request }) => ({
    grants: await grantsOf(tx, request.id),
    datasets: await datasetsIn(tx, request),
  }),
  decide: ({ now }, { request, standing, actor, input: { reason }, more }) => {
    const left = more.grants.filter(({ endedAt }) => endedAt === null)
    const kept = keptOpen(request.items, more.grants, standing.handles, now)
    if (kept.length > 0) return othersDatasets(more.datasets, kept)
    const facts = [
      happened.closed(request, {}),
      ...left.map(({ id }) => happened.grantEnded(request, { grant: id, how: 'closed' })),
    ]
    const end = { kind: 'closed' as const, reason, byId: actor.id }
    return { facts, change: { state: 'closed' as const, reason }, ids: left.map(({ id }) => id), end }
  },
  apply: async (tx, { ids, end }, { request: { id } }, { now }) => {
    await endGrants(tx, ids, end, now)
    await endAsking(tx, id, now)
    return undefined
  },
})
