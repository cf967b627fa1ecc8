import { beforeEach, expect, test } from 'vitest'
import { revokeGrants } from '@/lib/access/commands/revocations'
import { settleUse } from '@/lib/access/commands/settle-use'
import { editSystem } from '@/lib/access/commands/systems'
import { newsKinds } from '@/lib/access/rules/use'
import { db } from '@/lib/platform/db'
import { as } from '../identity/people'
import { system as clock } from '../projects/projects'
import { approved, reason, world } from './requests'
import { afterTheWait, connected, deliver, deliveriesTo, listener } from './systems'

const now = new Date()
const settle = (request: string) => settleUse(clock(new Date()), { request })

async function told() {
  const w = await world()
  const request = await approved(w, now)
  await settle(request)
  return { ...w, request }
}

const revoke = async ({ handler, request }: Awaited<ReturnType<typeof told>>) => {
  await revokeGrants(as(handler, now), { request, reach: 'grant', reason })
  await settle(request)
}

// A system that is connected is told at once of what other tests have left.
beforeEach(async () => {
  await db().accessUse.updateMany({ where: { may: true }, data: { may: false, until: null, reasons: ['revoked'] } })
})

/** A system that is off while news gathers; switched on by `on`. */
async function gathering(name: string) {
  const { heard, url, answer } = await listener()
  const { id, admin } = await connected(url, { name })
  const edit = { system: id, name, url, events: [...newsKinds] }
  await editSystem(admin, { ...edit, expectedRevision: 1, enabled: false })
  const on = () => editSystem(admin, { ...edit, expectedRevision: 2, enabled: true })
  return { id, heard, answer, on }
}

const of = (id: string) => db().accessSystem.findUniqueOrThrow({ where: { id } })

test('what ends something is told before what gives something, whichever came first', async () => {
  const before = await told()
  const { heard, on } = await gathering('Endings first')
  const others = [await told(), await told()]
  await revoke(before)
  await on()
  await deliver()
  expect(heard.map(({ said }) => [said.type, said.data.application])).toEqual([
    ['grant.withdrawn', before.request],
    ...others.map(({ request }) => ['grant.given', request]),
  ])
})

test('a system that is out of reach is called once, not once for each piece of news, and after half its wait with another', async () => {
  const { id, heard, answer, on } = await gathering('Out of reach')
  const all = [await told(), await told(), await told()]
  answer((response) => response.writeHead(503).end())
  await on()
  await deliver()
  expect(heard.map(({ said }) => said.data.application)).toEqual([all[0]?.request])
  expect((await of(id)).faults).toBe(1)
  const wait = ((await of(id)).nextAt?.getTime() ?? 0) - Date.now()
  expect(wait).toBeGreaterThan(0)
  expect(wait).toBeLessThanOrEqual(5000)
  await deliver()
  expect(heard).toHaveLength(1)
  // Its wait is over, that of what failed is not.
  await db().accessSystem.update({ where: { id }, data: { nextAt: new Date(0) } })
  answer((response) => response.end())
  const { tasks } = await import('@/lib/reactions/tasks')
  await tasks['due:webhook']?.({ system: id }, undefined as never)
  expect(heard.slice(1).map(({ said }) => said.data.application)).toEqual(all.slice(1).map(({ request }) => request))
  expect(await of(id)).toMatchObject({ faults: 0, nextAt: null, leasedUntil: null })
  // It took news: what failed while it was out of reach waits a minute at most.
  const [first] = await deliveriesTo(id)
  expect(first).toMatchObject({ attempts: 1, acknowledgedAt: null })
  expect((first?.nextAt.getTime() ?? 0) - Date.now()).toBeLessThanOrEqual(60_000)
  await afterTheWait(id)
  await tasks['due:webhook']?.({ system: id }, undefined as never)
  expect((await deliveriesTo(id)).every(({ acknowledgedAt }) => acknowledgedAt !== null)).toBe(true)
})

test('news that a system refuses for itself holds up no other', async () => {
  const { id, heard, answer, on } = await gathering('Refuses one')
  const [refused, taken] = [await told(), await told()]
  answer((response, { said }) => response.writeHead(said.data.application === refused.request ? 422 : 200).end())
  await on()
  await deliver()
  expect(heard.map(({ said }) => said.data.application)).toEqual([refused.request, taken.request])
  expect(await of(id)).toMatchObject({ faults: 0, nextAt: null })
  const [first, second] = await deliveriesTo(id)
  expect([first?.acknowledgedAt === null, second?.acknowledgedAt === null]).toEqual([true, false])
  expect((first?.nextAt.getTime() ?? 0) > Date.now()).toBe(true)
})

test('a system that is out of reach for hours hears of a revocation within seconds of being back', async () => {
  const { heard, url, answer } = await listener()
  const { id } = await connected(url)
  const w = await told()
  answer((response) => response.writeHead(500).end())
  await deliver()
  const hours = new Date(Date.now() + 6 * 3_600_000)
  await db().accessSystem.update({ where: { id }, data: { faults: 9, nextAt: hours } })
  answer((response) => response.end())
  await revoke(w)
  expect(((await of(id)).nextAt?.getTime() ?? 0) - Date.now()).toBeLessThanOrEqual(10_000)
  await afterTheWait(id)
  const { tasks } = await import('@/lib/reactions/tasks')
  await tasks['due:webhook']?.({ system: id }, undefined as never)
  expect(heard.at(-1)?.said).toMatchObject({ type: 'grant.withdrawn', data: { application: w.request } })
})
