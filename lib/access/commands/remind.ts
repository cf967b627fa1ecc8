import 'server-only'
import { z } from 'zod'
import { command } from '@/lib/platform/command'
import type { Tx } from '@/lib/platform/db'
import { refuse } from '@/lib/platform/refusal'
import { happened } from '../events/requests'
import { isClock } from '../policy/requests'
import { closeOutDue } from '../rules/close-out'
import type { State } from '../rules/states'
import { isReminderDue, taskStages } from '../rules/task-reminders'
import { endedOf } from '../store/close-outs'

const lockRow = (tx: Tx, id: string) =>
  tx.$queryRaw`SELECT 1 FROM access_request WHERE id = ${id}::uuid FOR NO KEY UPDATE`

async function lockTask(tx: Tx, id: string) {
  const found = await tx.accessTask.findUnique({ where: { id }, select: { requestId: true } })
  if (!found) return null
  await lockRow(tx, found.requestId)
  const select = { id: true, personId: true, state: true, askedAt: true, dueAt: true } as const
  const task = await tx.accessTask.findUniqueOrThrow({
    where: { id },
    select: { ...select, reminders: { select: { stage: true } } },
  })
  const request = await tx.accessRequest.findUniqueOrThrow({
    where: { id: found.requestId },
    select: { id: true, reference: true },
  })
  return { request, task, told: task.reminders.map(({ stage }) => stage) }
}

/** Notes that what somebody was asked is due soon, or was due: each once, however many look. Refuses: access.nothing-due. */
export const remindTask = command({
  name: 'access.remind-task',
  input: z.object({ task: z.uuid(), stage: z.enum(taskStages) }),
  load: (tx, { task }) => lockTask(tx, task),
  authorize: ({ actor }) => isClock(actor),
  decide: ({ now }, { request, task, told }, { stage }) => {
    if (!isReminderDue({ ...task, told }, stage, now)) return refuse('access.nothing-due')
    const data = { person: task.personId, task: task.id }
    const fact = stage === 'near' ? happened.taskNeared(request, data) : happened.taskOverdue(request, data)
    return { ...fact, stage }
  },
  apply: async (tx, { stage }, { task }, { now: toldAt }) => {
    await tx.accessTaskReminder.create({ data: { taskId: task.id, stage, toldAt }, select: { stage: true } })
    return { id: task.id }
  },
})

async function lockTurn(tx: Tx, id: string) {
  await lockRow(tx, id)
  const request = await tx.accessRequest.findUnique({
    where: { id },
    select: { id: true, reference: true, turn: true, turnDueAt: true },
  })
  const running = request
    ? await tx.accessTurn.findFirst({ where: { requestId: id, until: null }, select: { id: true, remindedAt: true } })
    : null
  return request && running && { request, running }
}

/** Notes that somebody's turn has taken too long: once for each turn, however many look. Refuses: access.nothing-due. */
export const remindTurn = command({
  name: 'access.remind-turn',
  input: z.object({ request: z.uuid() }),
  load: (tx, { request }) => lockTurn(tx, request),
  authorize: ({ actor }) => isClock(actor),
  decide: ({ now }, { request, running }) => {
    const { turn, turnDueAt } = request
    if (turnDueAt === null || now < turnDueAt || running.remindedAt !== null) return refuse('access.nothing-due')
    return happened.turnOverdue(request, { turn })
  },
  apply: async (tx, _, { request, running }, { now }) => {
    await tx.accessTurn.update({ where: { id: running.id }, data: { remindedAt: now }, select: { id: true } })
    return { id: request.id }
  },
})

async function lockEnded(tx: Tx, id: string) {
  await lockRow(tx, id)
  const select = { id: true, reference: true, state: true, closeOutDueAt: true } as const
  const request = await tx.accessRequest.findUnique({ where: { id }, select })
  return request && { request, ended: await endedOf(tx, id, request.state as State) }
}

/** Notes that those who used data by a request that ended have not told what became of them: again every thirty days. Refuses: access.nothing-due. */
export const remindCloseOut = command({
  name: 'access.remind-close-out',
  input: z.object({ request: z.uuid() }),
  load: (tx, { request }) => lockEnded(tx, request),
  authorize: ({ actor }) => isClock(actor),
  decide: ({ now }, { request, ended }) => {
    const due = closeOutDue(ended, request.closeOutDueAt, now)
    return due === null || now < due ? refuse('access.nothing-due') : happened.closeOutMissing(request, {})
  },
  apply: async (tx, _, { request: { id }, ended }, { now }) => {
    const data = { closeOutDueAt: closeOutDue(ended, null, now) }
    await tx.accessRequest.update({ where: { id }, data, select: { id: true } })
    return { id }
  },
})
