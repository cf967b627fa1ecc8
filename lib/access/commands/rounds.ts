import 'server-only'
import { z } from 'zod'
import { command } from '@/lib/platform/command'
import type { Context } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { schedule } from '@/lib/platform/jobs'
import { commandMark } from '@/lib/platform/marks'
import { Refused, refuse } from '@/lib/platform/refusal'
import { happened } from '../events/requests'
import { isClock } from '../policy/requests'
import { actingIn } from '../rules/assignments'
import {
  answerRound,
  type DeadlineRule,
  type DecisionRule,
  type Answer as Given,
  judgeRound,
  type Outcome,
  type Round,
} from '../rules/decision'
import { isHandlerAmong } from '../rules/panel'
import { offAmong } from '../rules/switched-off'
import { Answer, RequestDecision } from '../schema/requests'
import { withoutConflict } from '../store/askable'
import { organisationsOf, type RoundRow, roundsOf } from '../store/asking'
import { type RequestRow, type Seen, workflowsOf } from '../store/requests'
import { settleTurn } from '../store/turns'
import { onRequest } from './on-request'
import { ownTask } from './reviews'

const dayLength = 86_400_000

/**
 * The workflows whose datasets wait to be judged, that the actor handles and that have deciders asked: all, or the one that was named.
 */
const waitingFor = ({ request, standing }: Seen, workflow: string | null) => {
  const off = offAmong(workflowsOf(request), request.state, 'request-decision')
  const waiting = request.items.filter(
    ({ state, workflowId }) =>
      state === 'requested' && standing.handles.includes(workflowId) && !off.includes(workflowId),
  )
  const here = waiting.filter(({ workflowId }) => workflow === null || workflowId === workflow)
  return [...new Set(here.map(({ workflowId }) => workflowId))].map((id) => ({
    id,
    datasetIds: here.filter(({ workflowId }) => workflowId === id).map(({ datasetId }) => datasetId),
  }))
}

/** Who decides now for each of these workflows, and by which rule. */
async function panels(tx: Tx, seen: Seen, workflow: string | null, now: Date) {
  const wanted = waitingFor(seen, workflow)
  const rows = await tx.accessWorkflow.findMany({ where: { id: { in: wanted.map(({ id }) => id) } } })
  const acting = wanted.map(({ id }) => ({ id, people: actingIn(seen.assignments, id, 'decider', now) }))
  const organisations = await organisationsOf(
    tx,
    acting.flatMap(({ people }) => people),
  )
  return rows.map((row) => ({
    row,
    datasetIds: wanted.find(({ id }) => id === row.id)?.datasetIds ?? [],
    deciders: withoutConflict(
      seen,
      acting.find(({ id }) => id === row.id)?.people ?? [],
      organisations,
      row.barsOwnInstitute,
    ),
  }))
}

type Panel = Awaited<ReturnType<typeof panels>>[number]

/** The rows of a round and of its tasks. */
function opening(
  { row, datasetIds, deciders }: Panel,
  of: { requestId: string; askedById: string; question: string },
  now: Date,
) {
  const dueAt = new Date(now.getTime() + row.decisionDays * dayLength)
  const { requestId, askedById, question } = of
  const id = newId()
  const { rule, quorum, onDeadline, id: workflowId } = row
  const opened = { openedById: askedById, openedAt: now, dueAt }
  const round = { id, requestId, workflowId, datasetIds, rule, quorum, onDeadline, ...opened }
  const common = { requestId, roundId: id, kind: 'decision', askedById, askedAt: now, dueAt, question, state: 'open' }
  return { round, tasks: deciders.map((personId) => ({ ...common, id: newId(), personId })) }
}

const lacksQuorum = ({ row: { name: workflow, quorum: needed }, deciders }: Panel) =>
  refuse('access.no-quorum', { workflow, needed, asked: deciders.length })

/**
 * Asks the deciders of each workflow that the actor handles: a round for each, by the workflow's rule. Who has an interest of their
 * own is left out; for who is away their deputy is asked. A quorum is never lowered. Refuses: access.nothing-waits,
 * access.nobody-to-ask, access.no-quorum, access.round-open.
 */
export const requestDecision = onRequest({
  verb: 'request-decision',
  input: RequestDecision,
  load: async (tx, on, { now }) => ({
    panels: await panels(tx, on, on.input.workflow, now),
    open: await tx.accessRound.findMany({
      where: { requestId: on.request.id, closedAt: null },
      select: { workflowId: true },
    }),
  }),
  decide: ({ now }, { request, actor, input, more }) => {
    const off = offAmong(workflowsOf(request), request.state, 'request-decision')
    if (input.workflow !== null && off.includes(input.workflow))
      return refuse('access.switched-off', { state: request.state, verb: 'request-decision' })
    if (more.panels.length === 0) return refuse('access.nothing-waits')
    if (more.panels.some(({ row }) => more.open.some(({ workflowId }) => workflowId === row.id)))
      return refuse('access.round-open')
    if (more.panels.some(({ deciders }) => deciders.length === 0)) return refuse('access.nobody-to-ask')
    const short = more.panels.find(({ row, deciders }) => deciders.length < row.quorum)
    if (short) return lacksQuorum(short)
    const of = { requestId: request.id, askedById: actor.id, question: input.question ?? '' }
    const rounds = more.panels.map((panel) => opening(panel, of, now))
    const facts = rounds.map(({ round, tasks }) =>
      happened.decisionRequested(request, { round: round.id, deciders: tasks.length }),
    )
    return { facts, rounds }
  },
  apply: async (tx, { rounds }) => {
    for (const { round, tasks } of rounds) {
      await tx.accessRound.create({ data: round, select: { id: true } })
      await tx.accessTask.createMany({ data: tasks })
      const payload = { round: round.id }
      await schedule(tx, { task: 'due:access-round', payload, at: round.dueAt, key: `access-round:${round.id}` })
    }
    return { rounds: rounds.map(({ round }) => round.id) }
  },
})

/** A round as its rule sees it. */
const ruled = ({ tasks, rule, onDeadline, quorum, dueAt }: RoundRow): Round => ({
  rule: rule as DecisionRule,
  onDeadline: onDeadline as DeadlineRule,
  quorum,
  dueAt,
  answers: tasks.map(({ answer }) => answer as Given | null),
})

async function closeRound(tx: Tx, roundId: string, outcome: Exclude<Outcome, 'open'>, now: Date): Promise<void> {
  await tx.accessRound.update({ where: { id: roundId }, data: { outcome, closedAt: now }, select: { id: true } })
  await tx.accessTask.updateMany({ where: { roundId, state: 'open' }, data: { state: 'withdrawn', endedAt: now } })
}

/** Gives one's answer in a round that still takes it. */
const answer = onRequest({
  verb: 'decide',
  input: Answer,
  load: (tx, { request }) => roundsOf(tx, request.id),
  decide: ({ now }, on) => {
    const { request, actor, input, more: rounds } = on
    const task = ownTask(on, input.task, actor.id, 'decision')
    if (!('id' in task)) return task
    // Who came by a link and handles the request since: whoever asks does not decide.
    if (task.invited && isHandlerAmong(on.assignments, actor.id)) return refuse('access.handles-it', { status: 403 })
    const round = rounds.find(({ id, closedAt }) => id === task.roundId && closedAt === null)
    if (!round) return refuse('access.task-over')
    const place = round.tasks.findIndex(({ id }) => id === task.id)
    const outcome = answerRound(ruled(round), place, input.answer, now)
    if (outcome === 'late') return refuse('access.round-missed', { round: round.id })
    const said = happened.decided(request, { task: task.id, round: round.id, answer: input.answer })
    const closed = outcome === 'open' ? [] : [happened.roundClosed(request, { round: round.id, outcome })]
    return { facts: [said, ...closed], outcome, roundId: round.id }
  },
  apply: async (tx, { outcome, roundId }, { input: { task: id, answer, text } }, { now }) => {
    const data = { state: 'answered', answer, text, answeredAt: now }
    await tx.accessTask.update({ where: { id }, data, select: { id: true } })
    if (outcome !== 'open') await closeRound(tx, roundId, outcome, now)
    return { outcome }
  },
})

const MissDeadline = z.object({ round: z.uuid() })

async function loadRound(tx: Tx, id: string) {
  const found = await tx.accessRound.findUnique({ where: { id }, select: { requestId: true } })
  if (!found) return null
  await tx.$queryRaw`SELECT 1 FROM access_request WHERE id = ${found.requestId}::uuid FOR NO KEY UPDATE`
  const select = { id: true, reference: true } as const
  const request = await tx.accessRequest.findUniqueOrThrow({ where: { id: found.requestId }, select })
  const round = (await roundsOf(tx, found.requestId)).find((one) => one.id === id && one.closedAt === null)
  return { request: request as Pick<RequestRow, 'id' | 'reference'>, round: round ?? null }
}

/**
 * What the clock does when a round's deadline has come: it is handed back without an outcome, or goes on and the handler is told. It
 * never approves. Refuses: access.nothing-due.
 */
export const missDeadline = command({
  name: 'access.miss-deadline',
  input: MissDeadline,
  load: (tx, { round }) => loadRound(tx, round),
  authorize: ({ actor }) => isClock(actor),
  decide: ({ now }, { request, round }) => {
    if (!round || now < round.dueAt) return refuse('access.nothing-due')
    const outcome = judgeRound(ruled(round), now)
    const missed = happened.deadlineMissed(request, { round: round.id })
    const closed = outcome === 'open' ? [] : [happened.roundClosed(request, { round: round.id, outcome })]
    return Object.assign([missed, ...closed], { outcome, roundId: round.id })
  },
  apply: async (tx, { outcome, roundId }, { request }, { now }) => {
    if (outcome !== 'open') await closeRound(tx, roundId, outcome, now)
    await settleTurn(tx, request.id, now)
    return { outcome }
  },
})

/** What the clock would have done by then. Whoever was quicker has done it. */
async function closeMissed(ctx: Context, round: unknown): Promise<void> {
  const clock = { ...ctx, actor: { kind: 'system', name: 'clock' } as const, onBehalfOf: null, idempotencyKey: null }
  await missDeadline(clock, { round }).catch((error) => {
    if (!(error instanceof Refused)) throw error
  })
}

/**
 * Gives one's answer in a round; once the rule is met the system records the outcome and tells the handler. An answer that comes after the
 * deadline of a round that is handed back is refused, and closes the round as missed if the clock has not yet. Refuses: access.task-over,
 * access.round-missed, access.handles-it.
 */
export const decide: typeof answer = Object.assign(
  async (ctx: Context, raw: unknown) => {
    try {
      return await answer(ctx, raw)
    } catch (error) {
      if (error instanceof Refused && error.refusal.code === 'access.round-missed')
        await closeMissed(ctx, error.refusal.details.round)
      throw error
    }
  },
  { [commandMark]: answer[commandMark] },
)
