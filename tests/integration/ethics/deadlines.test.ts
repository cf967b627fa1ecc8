import { expect, test } from 'vitest'
import { returnApproval } from '@/lib/ethics/commands/judge-approval'
import { withdrawApproval } from '@/lib/ethics/commands/submit-approval'
import { tellDeadline } from '@/lib/ethics/commands/tell-deadline'
import type { Context } from '@/lib/platform/context'
import { db } from '@/lib/platform/db'
import { mailEthicsDeadline, mailEthicsDecision, mailEthicsWaiting } from '@/lib/reactions/tasks/ethics'
import { as, refusalOf, stranger } from '../identity/people'
import { officer, submitted, verified } from './approvals'

const clock = (day: string): Context => ({
  ...stranger(new Date(`${day}T06:00:00Z`)),
  actor: { kind: 'system', name: 'clock' },
})
const due = async (id: string) => {
  const rows = await db().$queryRaw<{ key: string; run_at: Date }[]>`
    SELECT key, run_at FROM graphile_worker.jobs WHERE key LIKE ${`ethics-deadline:${id}:%`} ORDER BY run_at`
  return rows.map(({ key, run_at }) => `${key.split(':').slice(2).join(':')} ${run_at.toISOString().slice(0, 10)}`)
}
const factOf = async (type: string, subjectId: string) => {
  const event = await db().event.findFirstOrThrow({ where: { type, subjectId }, orderBy: { id: 'desc' } })
  return { ...event, data: event.data as Record<string, unknown> }
}
const mailsTo = async (personId: string) =>
  (await db().mail.findMany({ where: { recipientId: personId }, orderBy: { createdAt: 'asc' } })).map(
    ({ subject }) => subject,
  )

test('verification makes the reminders of both deadlines rows that come due', async () => {
  const { id } = await verified({ startedOn: '', endsOn: '2030-12-31' })
  expect(await due(id)).toEqual([
    'start:90 2027-11-04',
    'start:30 2028-01-03',
    'start:7 2028-01-26',
    'start:0 2028-02-02',
    'end:90 2030-10-03',
    'end:30 2030-12-02',
    'end:7 2030-12-25',
    'end:0 2031-01-01',
  ])
})

test('each reminder is told once, to who keeps the approval; that it has passed to the officers as well', async () => {
  const eva = await officer()
  const { pi, id, number } = await verified({ startedOn: '', endsOn: '' })
  const tell = (day: string, days: number, deadline = 'start') =>
    tellDeadline(clock(day), { approval: id, deadline, days })
  expect(await tell('2028-01-01', 30)).toEqual({ told: false })
  expect(await tell('2028-01-04', 30)).toEqual({ told: true })
  expect(await tell('2028-01-04', 30)).toEqual({ told: false })
  await mailEthicsDeadline(await factOf('ethics.deadline-neared', id))
  expect(await mailsTo(pi.id)).toEqual([`30 days left: ethics approval ${number}`])
  expect(await tell('2028-02-02', 0)).toEqual({ told: true })
  await mailEthicsDeadline(await factOf('ethics.deadline-passed', id))
  expect((await mailsTo(pi.id)).at(-1)).toBe(`No longer valid: ethics approval ${number}`)
  expect((await mailsTo(eva.id)).at(-1)).toBe(`No longer valid: ethics approval ${number}`)
  expect(await tell('2028-02-02', 7, 'end')).toEqual({ told: false })
})

test('nobody but the clock tells, and of what was withdrawn nothing is told', async () => {
  const { pi, id, at } = await verified({ startedOn: '' })
  const wanted = { approval: id, deadline: 'start', days: 30 }
  expect((await refusalOf(tellDeadline(as(pi), wanted))).code).toBe('platform.not-found')
  await withdrawApproval(as(pi), { ...at(4), reason: 'The study was given up' })
  expect(await tellDeadline(clock('2028-01-04'), wanted)).toEqual({ told: false })
})

test('officers outside the project are told that something waits, its keepers what came of it, unless they turned it off', async () => {
  const [eva, deaf] = [await officer(), await officer()]
  await db().notificationSetting.create({ data: { personId: deaf.id, topic: 'ethics', enabled: false } })
  const { pi, id, number, at } = await submitted()
  await mailEthicsWaiting(await factOf('ethics.approval-submitted', id))
  expect(await mailsTo(eva.id)).toContain(`Waiting for verification: ethics approval ${number}`)
  expect(await mailsTo(deaf.id)).toEqual([])
  await returnApproval(as(eva), { ...at(3), reason: 'The decision is not signed' })
  await mailEthicsDecision(await factOf('ethics.approval-returned', id))
  expect(await mailsTo(pi.id)).toEqual([`Returned: ethics approval ${number}`])
  const mail = await db().mail.findFirstOrThrow({ where: { recipientId: pi.id } })
  expect(mail.text).toContain('The decision is not signed')
  const own = await submitted({}, eva)
  const before = (await mailsTo(eva.id)).length
  await mailEthicsWaiting(await factOf('ethics.approval-submitted', own.id))
  expect(await mailsTo(eva.id)).toHaveLength(before)
})
