import { beforeAll, expect, test } from 'vitest'
import { closeOutRequest } from '@/lib/access/commands/ending'
import { extendGrants } from '@/lib/access/commands/grants'
import { remindRetention, settleRetention } from '@/lib/access/commands/retention'
import { grants } from '@/lib/access/queries/grants'
import { oneRequest } from '@/lib/access/queries/request'
import { retentionRemindersDue } from '@/lib/access/queries/retention-due'
import { noteGrantUse } from '@/lib/access/store/grants'
import type { Person } from '@/lib/platform/context'
import { db } from '@/lib/platform/db'
import { accessRetention } from '@/lib/reactions/tasks/access-retention'
import { mailsTo, react } from '../identity/mails'
import { as, noon, somebody } from '../identity/people'
import { system } from '../projects/projects'
import { codeOf, factsOf, grantOf, type World, world } from './requests'

/** While the grant ran, which ended with the last of June. */
const used = new Date('2027-03-10T08:00:00Z')
/** So many days before the ten years are over. */
const before = (days: number) => new Date(Date.UTC(2037, 6, 1) - days * 86_400_000)
const reason = 'Deleted from every store, certificate attached'
const textsTo = async ({ id }: Person) => {
  const { email } = await db().person.findUniqueOrThrow({ where: { id }, select: { email: true } })
  return (await mailsTo(email)).map(({ text }) => text)
}
const nearOf = async (person: Person, now: Date) =>
  (await grants(as(person, now), { retention: 'near' })).items.map(({ id }) => id)

let w: World
beforeAll(async () => {
  w = await world()
})

/** A grant whose data were fetched once, and that ended ten years before `before(0)`. */
async function usedGrant(of: World) {
  const { id: grant, requestId: request } = await grantOf(of)
  await noteGrantUse(db() as never, grant, used)
  return { grant, request }
}

test('the PI, the applicant and the handlers are reminded before the ten years are over and then, each once', async () => {
  const { grant, request } = await usedGrant(w)
  const due = async (now: Date) => (await retentionRemindersDue(now)).filter((one) => one.grant === grant)
  expect(await due(before(91))).toEqual([])
  expect(await codeOf(remindRetention(system(before(91)), { grant, days: 90 }))).toBe('access.nothing-due')
  expect(await codeOf(remindRetention(as(w.handler, before(90)), { grant, days: 90 }))).toBe('platform.not-found')
  for (const days of [90, 30, 0] as const) {
    expect(await due(before(days))).toEqual([{ grant, days }])
    const attempts = await Promise.allSettled(
      Array.from({ length: 6 }, () => remindRetention(system(before(days)), { grant, days })),
    )
    expect(attempts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await due(before(days))).toEqual([])
  }
  const reminded = await db().accessRetentionReminder.findMany({ where: { grantId: grant } })
  expect(reminded.map(({ days }) => days).toSorted((a, b) => b - a)).toEqual([90, 30, 0])
  expect((await factsOf(request)).slice(-3)).toEqual(['retention-neared', 'retention-neared', 'retention-reached'])
  for (const type of ['access.retention-neared', 'access.retention-neared', 'access.retention-reached'])
    await react(type)
  for (const person of [w.petra, w.handler]) {
    const texts = await textsTo(person)
    expect(texts.filter((text) => text.includes('until 2037-07-01, ten years after'))).toHaveLength(2)
    expect(texts.filter((text) => text.includes('have been kept for ten years'))).toHaveLength(1)
  }
  expect((await textsTo(w.emil)).filter((text) => text.includes('ten years'))).toEqual([])
})

test('several processes that look at once remind once; after a pause only the nearest is told', async () => {
  const { grant } = await usedGrant(w)
  await Promise.all(Array.from({ length: 5 }, () => accessRetention(before(20))))
  const told = await db().accessRetentionReminder.findMany({ where: { grantId: grant } })
  expect(told.map(({ days }) => days)).toEqual([30])
})

test('what still runs, and what was used again, is not reminded of', async () => {
  const own = await world()
  const { grant, request } = await usedGrant(own)
  await db().project.update({ where: { id: own.project.id }, data: { endsAt: new Date('2050-01-01') } })
  const later = new Date('2036-12-01T00:00:00Z')
  await extendGrants(as(own.handler, later), { request, until: '2038-12-31' })
  const due = async (now: Date) => (await retentionRemindersDue(now)).filter((one) => one.grant === grant)
  expect(await due(before(0))).toEqual([])
  expect(await codeOf(settleRetention(as(own.handler, before(0)), { request, grant, outcome: 'kept', reason }))).toBe(
    'access.retention-far',
  )
  await noteGrantUse(db() as never, grant, before(0))
  expect(await due(new Date('2040-01-01'))).toEqual([])
})

test('who handles it notes what became of the data, once the ten years near', async () => {
  const { grant, request } = await usedGrant(w)
  const settle = (person: Person, now: Date, outcome: string, of = grant) =>
    settleRetention(as(person, now), { request, grant: of, outcome, reason })
  expect(await codeOf(settle(w.handler, before(91), 'kept'))).toBe('access.retention-far')
  expect(await codeOf(settle(w.handler, before(9), 'removed'))).toBe('access.retention-lasts')
  expect(await codeOf(settle(w.handler, before(9), 'kept', request))).toBe('access.no-kept-grant')
  expect(await codeOf(settle(w.petra, before(9), 'kept'))).toBe('platform.forbidden')
  expect(await codeOf(settle(await somebody(), before(9), 'kept'))).toBe('platform.not-found')
  expect(await codeOf(settle(await somebody({ roles: ['request-handler'] }), before(9), 'kept'))).toBe(
    'platform.not-found',
  )
  for (const person of [w.petra, w.emil, w.handler]) expect(await nearOf(person, before(9))).toContain(grant)
  expect(await nearOf(await somebody(), before(9))).toEqual([])
  expect(await nearOf(w.petra, before(91))).not.toContain(grant)
  await settle(w.handler, before(9), 'kept')
  expect(await codeOf(settle(w.handler, before(9), 'kept'))).toBe('access.retention-settled')
  expect(await nearOf(w.petra, before(9))).not.toContain(grant)
  expect((await retentionRemindersDue(before(9))).filter((one) => one.grant === grant)).toEqual([])
  await settle(w.handler, before(0), 'removed')
  expect(await codeOf(settle(w.handler, before(0), 'kept'))).toBe('access.retention-settled')
  expect((await factsOf(request)).slice(-2)).toEqual(['retention-settled', 'retention-settled'])
  const seen = await oneRequest(as(w.petra, before(0)), { request })
  expect(seen.grants[0]).toMatchObject({ retentionNears: true, retained: { outcome: 'removed', reason } })
  const listed = (await grants(as(w.petra, before(0)), { expired: 'true' })).items.find(({ id }) => id === grant)
  expect(listed?.retained).toBe('removed')
})

test('many who note it at once note it once, and the database holds that nothing is removed too early', async () => {
  const { grant, request } = await usedGrant(w)
  const wish = { request, grant, outcome: 'removed', reason }
  const attempts = await Promise.allSettled(
    Array.from({ length: 6 }, () => settleRetention(as(w.handler, before(0)), wish)),
  )
  expect(attempts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  const row = { grantId: grant, countedFrom: new Date('2027-07-01'), outcome: 'removed', reason, byId: w.handler.id }
  await expect(db().accessRetention.create({ data: { ...row, at: before(200) } })).rejects.toThrow('removed')
  // Nor by counting from the day on which the data were fetched.
  const fetched = { ...row, countedFrom: used, at: new Date('2037-03-11') }
  await expect(db().accessRetention.create({ data: fetched })).rejects.toThrow('counted')
})

test('what was never used is kept for ten years from its early end', async () => {
  const { id: grant, requestId: request } = await grantOf(w)
  await closeOutRequest(as(w.petra, noon), { request, outcome: 'completed', report: 'Done' })
  const tenYears = new Date(noon)
  tenYears.setUTCFullYear(tenYears.getUTCFullYear() + 10)
  const due = await retentionRemindersDue(tenYears)
  expect(due.filter((one) => one.grant === grant)).toEqual([{ grant, days: 0 }])
})
