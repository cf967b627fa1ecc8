import { expect, test } from 'vitest'
import { terminateDocument } from '@/lib/agreements/commands/decide-document'
import { tellExpiry } from '@/lib/agreements/commands/tell-expiry'
import type { Context } from '@/lib/platform/context'
import { db } from '@/lib/platform/db'
import { as, refusalOf, somebody, stranger } from '../identity/people'
import { admin, countersigned } from './documents'

const dayLength = 86_400_000
const end = new Date('2027-11-23T00:00:00Z')
const clockAt = (daysBefore: number): Context => ({
  ...stranger(new Date(end.getTime() - daysBefore * dayLength)),
  actor: { kind: 'system', name: 'clock' },
})
const toldOf = async (subjectId: string) =>
  (await db().event.findMany({ where: { subjectId, type: { contains: 'exp' } }, orderBy: { seq: 'asc' } })).map(
    ({ type, data }) => [type.replace('agreements.', ''), (data as { days?: number }).days],
  )

test('a document in force has a job for each reminder', async () => {
  const { id } = await countersigned()
  const jobs = await db().$queryRaw<{ key: string; run_at: Date }[]>`
    SELECT key, run_at FROM graphile_worker.jobs WHERE key LIKE ${`agreement-expiry:${id}:%`} ORDER BY run_at`
  expect(
    jobs.map(({ key, run_at }) => [Number(key.split(':')[2]), (end.getTime() - run_at.getTime()) / dayLength]),
  ).toEqual([90, 30, 7, 0].map((days) => [days, days]))
})

test('each reminder is told once, however many clocks ask', async () => {
  const { id: document } = await countersigned()
  for (const days of [90, 30, 7, 0])
    await Promise.all(Array.from({ length: 4 }, () => tellExpiry(clockAt(days), { document, days })))
  expect(await toldOf(document)).toEqual([
    ['expiry-neared', 90],
    ['expiry-neared', 30],
    ['expiry-neared', 7],
    ['document-expired', undefined],
  ])
})

test('after a pause only the nearest is told, and nothing before its time', async () => {
  const { id: document } = await countersigned()
  expect(await tellExpiry(clockAt(91), { document, days: 90 })).toEqual({ told: false })
  for (const days of [90, 30, 7]) await tellExpiry(clockAt(5), { document, days })
  expect(await toldOf(document)).toEqual([['expiry-neared', 7]])
})

test('of what was terminated nobody is reminded, and nobody but the clock reminds', async () => {
  const { id: document, at } = await countersigned()
  expect((await refusalOf(tellExpiry(as(await somebody()), { document, days: 7 }))).code).toBe('platform.not-found')
  await terminateDocument(as(await admin()), { ...at, reason: 'The project ended early' })
  expect(await tellExpiry(clockAt(7), { document, days: 7 })).toEqual({ told: false })
})
