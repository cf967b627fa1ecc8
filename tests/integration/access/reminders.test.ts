import { expect, test } from 'vitest'
import { returnRequest } from '@/lib/access/commands/decisions'
import { assignExternalId } from '@/lib/access/commands/handling'
import { remindTask, remindTurn } from '@/lib/access/commands/remind'
import { requestReview, review } from '@/lib/access/commands/reviews'
import { requestDecision } from '@/lib/access/commands/rounds'
import { editWorkflow } from '@/lib/access/commands/workflows'
import { remindersDue } from '@/lib/access/queries/for-reactions'
import { db } from '@/lib/platform/db'
import { mailsTo, react } from '../identity/mails'
import { as } from '../identity/people'
import { system } from '../projects/projects'
import { codeOf, draft, factsOf, rowOf, submitted, world } from './requests'

const day = 86_400_000
const start = new Date()
const at = (days: number) => new Date(start.getTime() + days * day)
const textsTo = async ({ email }: { email: string }) => (await mailsTo(email)).map(({ text }) => text)
const taskOf = async (request: string) => (await rowOf(request)).tasks[0]?.id ?? ''

test('who was asked is reminded before the day and after it, each once, though several look at a time', async () => {
  const w = await world()
  const request = await submitted(w, start)
  await requestReview(as(w.handler, start), { request })
  const task = await taskOf(request)
  const mine = async (now: Date) => (await remindersDue(now)).tasks.filter((one) => one.task === task)
  expect(await mine(at(4))).toEqual([])
  expect(await codeOf(remindTask(system(at(4)), { task, stage: 'near' }))).toBe('access.nothing-due')
  expect(await codeOf(remindTask(as(w.handler, at(6)), { task, stage: 'near' }))).toBe('platform.not-found')
  expect(await mine(at(6))).toEqual([{ task, stage: 'near' }])
  const attempts = await Promise.allSettled(
    Array.from({ length: 4 }, () => remindTask(system(at(6)), { task, stage: 'near' })),
  )
  expect(attempts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(await mine(at(6))).toEqual([])
  await react('access.task-due-neared')
  await react('access.task-due-neared')
  expect((await textsTo(w.reviewer)).filter((text) => text.includes('you have until'))).toHaveLength(1)
  expect(await mine(at(7))).toEqual([{ task, stage: 'missed' }])
  await remindTask(system(at(7)), { task, stage: 'missed' })
  await react('access.task-overdue')
  expect((await textsTo(w.reviewer)).filter((text) => text.includes('is still awaited'))).toHaveLength(1)
  expect((await factsOf(request)).slice(-2)).toEqual(['task-due-neared', 'task-overdue'])
  await review(as(w.reviewer, at(8)), { request, task, answer: 'approve' })
  expect(await codeOf(remindTask(system(at(9)), { task, stage: 'missed' }))).toBe('access.nothing-due')
})

test('a turn that takes too long is told once, to who can move it', async () => {
  const w = await world()
  const request = await submitted(w, start)
  const late = async (now: Date) => (await remindersDue(now)).turns.includes(request)
  expect(await late(at(13))).toBe(false)
  expect(await codeOf(remindTurn(system(at(13)), { request }))).toBe('access.nothing-due')
  expect(await codeOf(remindTurn(as(w.handler, at(15)), { request }))).toBe('platform.not-found')
  expect(await late(at(15))).toBe(true)
  await remindTurn(system(at(15)), { request })
  expect(await late(at(15))).toBe(false)
  expect(await codeOf(remindTurn(system(at(16)), { request }))).toBe('access.nothing-due')
  await react('access.turn-overdue')
  expect((await textsTo(w.handler)).some((text) => text.includes('has waited for you'))).toBe(true)
  await returnRequest(as(w.handler, at(17)), { request, reason: 'Name the signatory' })
  expect(await late(at(46))).toBe(false)
  expect(await late(at(48))).toBe(true)
  await db().notificationSetting.create({ data: { personId: w.petra.id, topic: 'requests', enabled: false } })
  const before = (await textsTo(w.petra)).length
  await remindTurn(system(at(48)), { request })
  await react('access.turn-overdue')
  expect((await textsTo(w.petra)).length).toBe(before)
})

test('other handling days move the turns that run at once, and no others', async () => {
  const w = await world()
  const [waiting, other] = [await submitted(w, start), await submitted(await world(), start)]
  const drafted = await draft(w, start)
  const reviewed = await submitted(w, start)
  await requestReview(as(w.handler, start), { request: reviewed })
  const dueOf = async (request: string) => (await rowOf(request)).turnDueAt
  const before = await dueOf(reviewed)
  const flow = {
    name: `Flow ${w.workflow}`,
    decidedBy: 'handler',
    rule: 'majority',
    quorum: 2,
    decisionDays: 7,
    reviewDays: 7,
  }
  const wish = { ...flow, onDeadline: 'hand-back', datasets: w.slugs, workflow: w.workflow }
  await editWorkflow(w.admin, { ...wish, handlingDays: 3, expectedRevision: 1 })
  expect([await dueOf(waiting), await dueOf(other)]).toEqual([at(3), at(14)])
  expect([await dueOf(drafted), await dueOf(reviewed)]).toEqual([null, before])
  expect((await remindersDue(at(4))).turns).toContain(waiting)
  await editWorkflow(w.admin, { ...wish, handlingDays: 30, expectedRevision: 2 })
  expect(await dueOf(waiting)).toEqual(at(30))
  await assignExternalId(as(w.handler, at(1)), { request: waiting, externalId: 'X-1' })
  expect(await dueOf(waiting)).toEqual(at(30))
})

test('deciders are reminded of their round, and handlers that reviews are late', async () => {
  const w = await world({ flow: { onDeadline: 'remind' } })
  const request = await submitted(w, start)
  await requestDecision(as(w.handler, start), { request })
  const ids = (await rowOf(request)).tasks.map(({ id }) => id)
  const due = (await remindersDue(at(6))).tasks.filter(({ task }) => ids.includes(task))
  expect(due.map(({ stage }) => stage)).toEqual(['near', 'near', 'near'])
  const other = await submitted(w, start)
  await requestReview(as(w.handler, start), { request: other })
  await remindTurn(system(at(8)), { request: other })
  await react('access.turn-overdue')
  expect((await textsTo(w.handler)).some((text) => text.includes('the reviewers of'))).toBe(true)
})
