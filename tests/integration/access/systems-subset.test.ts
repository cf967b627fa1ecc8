import fc from 'fast-check'
import { expect, test } from 'vitest'
import { extendGrants } from '@/lib/access/commands/grants'
import { suspendGrant } from '@/lib/access/commands/revocations'
import { settleUse } from '@/lib/access/commands/settle-use'
import { editSystem, removeSystem } from '@/lib/access/commands/systems'
import { oneSystem } from '@/lib/access/queries/systems'
import { completed } from '@/lib/access/rules/deliveries'
import { newsKinds } from '@/lib/access/rules/use'
import { tellSystems } from '@/lib/access/store/deliveries'
import { type Settled, usesOf } from '@/lib/access/store/uses'
import { db } from '@/lib/platform/db'
import { as } from '../identity/people'
import { system as clock } from '../projects/projects'
import { approvalOf, approved, reason, rowOf, world } from './requests'
import { connected, deliveriesTo } from './systems'

// Nothing listens there: what is told waits.
const down = 'http://localhost:9/hook'
const open = async (system: string) =>
  (await deliveriesTo(system))
    .filter(({ acknowledgedAt, supersededAt }) => acknowledgedAt === null && supersededAt === null)
    .map(({ kind }) => kind)

async function told() {
  const w = await world()
  const now = new Date()
  const request = await approved(w, now)
  await settleUse(clock(now), { request })
  return { ...w, request, grant: (await rowOf(request)).grants[0]?.id ?? '' }
}

test('a withdrawal that became a suspension still reaches a system that asked for the one alone', async () => {
  const { id, admin } = await connected(down, { events: ['grant.given', 'grant.withdrawn'] })
  expect((await oneSystem(admin, { system: id })).events).toEqual(completed(['grant.given']))
  const w = await told()
  await db().accessRequest.update({ where: { id: w.request }, data: { ethicsApprovalId: null } })
  await settleUse(clock(new Date()), { request: w.request })
  expect(await open(id)).toEqual(['grant.withdrawn'])
  await suspendGrant(as(w.handler, new Date()), { request: w.request, grant: w.grant, reach: 'grant', reason })
  const other = await approvalOf(w.project, w.slugs)
  await db().accessRequest.update({ where: { id: w.request }, data: { ethicsApprovalId: other } })
  await settleUse(clock(new Date()), { request: w.request })
  expect(await open(id)).toEqual(['grant.suspended'])
})

test('what a system does not want to hear takes the place of nothing', async () => {
  const { id, admin } = await connected(down, { events: ['grant.given'] })
  const w = await told()
  await extendGrants(as(w.handler, new Date()), { request: w.request, until: '2028-06-30' })
  await settleUse(clock(new Date()), { request: w.request })
  expect(await open(id)).toEqual(['grant.given'])
  const { name, revision } = await oneSystem(admin, { system: id })
  const none = { system: id, name, url: down, events: [], enabled: true, expectedRevision: revision }
  await editSystem(admin, none)
  expect((await oneSystem(admin, { system: id })).events).toEqual(completed([]))
  await expect(db().accessSystem.update({ where: { id }, data: { events: ['grant.given'] } })).rejects.toThrow()
})

test('whatever a system wants and whatever happens while it is down, the last that it wants waits, and that alone', async () => {
  const w = await told()
  const uses = await usesOf(db(), w.request)
  const [grant] = uses?.grants ?? []
  if (!uses || !grant) throw new Error('nothing was granted')
  const step = fc.constantFrom(...newsKinds)
  const about = { grantId: grant.id, personId: w.petra.id }
  const { sequence: first } = await db().accessUse.findFirstOrThrow({ where: about, select: { sequence: true } })
  let last = first
  await fc.assert(
    fc.asyncProperty(
      fc.subarray([...newsKinds]),
      fc.array(step, { minLength: 1, maxLength: 8 }),
      async (events, news) => {
        const { id, admin } = await connected(down, { events })
        for (const kind of news) {
          const may = kind === 'grant.given' || kind === 'grant.changed'
          const until = may ? grant.endsAt : null
          const use = { may, until, reasons: [] } as Settled['use']
          const common = { grant, slug: w.slugs[0] ?? '', personId: w.petra.id, told: null, mayOtherwise: false }
          const one = { ...common, use, news: kind, sequence: ++last, reminds: null, ending: 'grant' as const }
          await db().$transaction((tx) => tellSystems(tx, uses, [one], new Date()))
        }
        const heard = completed(events)
        const wanted = news.filter((kind) => heard.includes(kind))
        const rows = (await deliveriesTo(id))
          .filter(({ grantId, sequence }) => grantId === grant.id && sequence > first)
          .sort((a, b) => a.sequence - b.sequence)
        expect(rows.map(({ kind }) => kind)).toEqual(wanted)
        const waiting = rows.filter(({ supersededAt }) => supersededAt === null)
        expect(waiting.map(({ kind }) => kind)).toEqual(wanted.slice(-1))
        await removeSystem(admin, { system: id })
      },
    ),
    { numRuns: 20 },
  )
})
