import 'server-only'
import { newId } from '@/lib/platform/id'
import { type Refusal, refuse } from '@/lib/platform/refusal'
import { happened } from '../events/requests'
import { Answer, ReplaceTask, RequestReview } from '../schema/requests'
import { askable } from '../store/askable'
import type { Seen } from '../store/requests'
import { onRequest } from './on-request'

const dayLength = 86_400_000

/** Who is asked, or why nobody is: of those who were named all must be askable; nobody named, whoever acts now. */
function choose(named: readonly string[], askable: readonly string[], busy: ReadonlySet<string>): string[] | Refusal {
  if (named.some((id) => !askable.includes(id))) return refuse('access.not-assigned')
  const asked = (named.length > 0 ? named : askable).filter((id) => !busy.has(id))
  return asked.length > 0 ? asked : refuse(askable.length > 0 ? 'access.already-asked' : 'access.nobody-to-ask')
}

/** Asks reviewers for what they think. Refuses: access.nobody-to-ask, access.not-assigned, access.already-asked. */
export const requestReview = onRequest({
  verb: 'request-review',
  input: RequestReview,
  load: (tx, on, { now }) => askable(tx, on, 'reviewer', now),
  decide: ({ now }, { request, actor, input, more }) => {
    const open = request.tasks.filter(({ kind, state }) => kind === 'review' && state === 'open')
    const asked = choose(input.people, more, new Set(open.map(({ personId }) => personId)))
    if (!Array.isArray(asked)) return asked
    const days = Math.max(1, ...request.items.map(({ workflow }) => workflow.reviewDays))
    const dueAt = new Date(now.getTime() + days * dayLength)
    const common = { requestId: request.id, kind: 'review', askedById: actor.id, askedAt: now, dueAt, state: 'open' }
    const tasks = asked.map((personId) => ({ ...common, id: newId(), personId, question: input.question ?? '' }))
    const facts = tasks.map(({ id, personId }) => happened.reviewRequested(request, { person: personId, task: id }))
    return { facts, tasks }
  },
  apply: async (tx, { tasks }) => {
    await tx.accessTask.createMany({ data: tasks })
    return { tasks: tasks.map(({ id }) => id) }
  },
})

/** The open task of this person, or why there is none. */
export function ownTask({ request }: Seen, task: string, personId: string, kind: 'review' | 'decision') {
  const found = request.tasks.find(({ id }) => id === task)
  const isOwn = found?.personId === personId && found.kind === kind && found.state === 'open'
  return isOwn ? found : refuse('access.task-over')
}

/** Gives the review that one was asked for. Refuses: access.task-over. */
export const review = onRequest({
  verb: 'review',
  input: Answer,
  load: async () => null,
  decide: (_, on) => {
    const { request, actor, input } = on
    const task = ownTask(on, input.task, actor.id, 'review')
    if (!('id' in task)) return task
    return { facts: [happened.reviewed(request, { task: task.id, answer: input.answer })] }
  },
  apply: async (tx, _, { input: { task: id, answer, text } }, { now }) => {
    const data = { state: 'answered', answer, text, answeredAt: now }
    await tx.accessTask.update({ where: { id }, data, select: { id: true } })
    return undefined
  },
})

/** Asks somebody else in place of one who has not answered. Refuses: access.task-over, access.not-assigned, access.already-asked. */
export const replaceTask = onRequest({
  verb: 'replace',
  input: ReplaceTask,
  load: async (tx, on, { now }) => {
    const task = await tx.accessTask.findFirst({
      where: { id: on.input.task, requestId: on.request.id, state: 'open' },
    })
    return { task, people: task ? await askable(tx, on, task.kind === 'review' ? 'reviewer' : 'decider', now) : [] }
  },
  decide: ({ now }, { request, actor, input: { person }, more: { task, people } }) => {
    if (!task) return refuse('access.task-over')
    if (!people.includes(person)) return refuse('access.not-assigned')
    const same = ({ kind, roundId, personId, state }: (typeof request.tasks)[number]) =>
      personId === person && kind === task.kind && (kind === 'review' ? state === 'open' : roundId === task.roundId)
    if (request.tasks.some(same)) return refuse('access.already-asked')
    const late = new Date(now.getTime() + 7 * dayLength)
    const row = { ...task, id: newId(), personId: person, askedById: actor.id, askedAt: now, invited: false }
    const facts = [happened.replaced(request, { person, task: row.id, was: task.id })]
    return { facts, was: task.id, row: { ...row, dueAt: task.dueAt > now ? task.dueAt : late } }
  },
  apply: async (tx, { was, row }) => {
    await tx.accessTask.update({ where: { id: was }, data: { state: 'replaced' }, select: { id: true } })
    await tx.accessTask.create({ data: row, select: { id: true } })
    return { task: row.id }
  },
})
