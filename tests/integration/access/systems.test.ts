import { createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import { noteAnswer, replayDelivery } from '@/lib/access/commands/deliveries'
import { extendGrants } from '@/lib/access/commands/grants'
import { liftSuspension, revokeGrants, suspendGrant } from '@/lib/access/commands/revocations'
import { settleUse } from '@/lib/access/commands/settle-use'
import { editSystem, registerSystem, removeSystem, renewSecret } from '@/lib/access/commands/systems'
import { deliveries, oneSystem, systems } from '@/lib/access/queries/systems'
import { newsKinds } from '@/lib/access/rules/use'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { react } from '../identity/mails'
import { as, somebody } from '../identity/people'
import { system as clock } from '../projects/projects'
import { approved, codeOf, grantOf, reason, rowOf, world } from './requests'
import { afterTheWait, connected, deliver, deliveriesTo, listener } from './systems'

const now = new Date()
const settle = (request: string, at = new Date()) => settleUse(clock(at), { request })
const wish = { name: 'Archive', url: 'http://localhost:9/hook', events: [...newsKinds] }

/** A world in which a request was approved just now, its members told. */
async function told() {
  const w = await world()
  const request = await approved(w, now)
  await settle(request)
  return { ...w, request, grant: (await rowOf(request)).grants[0]?.id ?? '' }
}

test('an administrator connects a system; its secret is shown once and kept encrypted', async () => {
  const { url } = await listener()
  const { id, secret, admin } = await connected(url)
  expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/)
  const kept = await db().accessSystem.findUniqueOrThrow({ where: { id } })
  expect(kept.sealedSecret).not.toContain(secret.slice(6))
  expect(JSON.stringify([await oneSystem(admin, { system: id }), await systems(admin, {})])).not.toContain('ecret')
  const renewed = await renewSecret(admin, { system: id })
  expect(renewed.token).not.toBe(secret)
  const { name } = kept
  expect(await codeOf(registerSystem(admin, { ...wish, name }))).toBe('access.system-name-taken')
  for (const address of ['https://10.0.0.1/', 'http://archive.example.org@localhost/', 'ftp://localhost/'])
    expect(await codeOf(registerSystem(admin, { ...wish, url: address }))).toBe('platform.invalid')
  const edit = { system: id, ...wish, url, expectedRevision: 1, enabled: true }
  expect((await editSystem(admin, edit)).revision).toBe(2)
  expect(await codeOf(editSystem(admin, edit))).toBe('access.moved-on')
  await removeSystem(admin, { system: id })
  for (const gone of [oneSystem, removeSystem, renewSecret])
    expect(await codeOf(gone(admin, { system: id }))).toBe('platform.not-found')
  const facts = await db().event.findMany({ where: { stream: `access-system:${id}` }, orderBy: { seq: 'asc' } })
  expect(facts.map(({ type }) => type)).toEqual([
    'access.system-registered',
    'access.system-secret-renewed',
    'access.system-edited',
    'access.system-removed',
  ])
  const nobody = as(await somebody())
  for (const [door, input] of [
    [registerSystem, wish],
    [editSystem, edit],
    [removeSystem, { system: id }],
    [renewSecret, { system: id }],
    [systems, {}],
  ] as const)
    expect(await codeOf(door(nobody, input))).toBe('platform.not-found')
})

test('grants that are given, moved, suspended, lifted and revoked are told, signed, each acknowledged', async () => {
  const { heard, url } = await listener()
  const { id, secret, admin } = await connected(url)
  const w = await told()
  await deliver()
  const [given] = heard.filter(({ said }) => said.data.application === w.request)
  expect(given?.said).toMatchObject({
    type: 'grant.given',
    data: {
      grant: w.grant,
      sequence: 1,
      may: true,
      resource: `10.23698/aida/${w.slugs[0]}`,
      user: { userid: w.petra.id, name: 'Petra PI', email: w.petra.email },
      mail: w.petra.email,
      end: '2027-07-01T00:00:00.000Z',
      reasons: [],
      reach: null,
    },
  })
  const { 'webhook-id': message, 'webhook-timestamp': at, 'webhook-signature': signature } = given?.headers ?? {}
  const key = Buffer.from(secret.slice(6), 'base64')
  expect(signature).toBe(`v1,${createHmac('sha256', key).update(`${message}.${at}.${given?.body}`).digest('base64')}`)
  const on = { request: w.request, grant: w.grant }
  const handler = as(w.handler, now)
  await extendGrants(handler, { request: w.request, until: '2027-12-31' })
  await settle(w.request)
  await suspendGrant(handler, { ...on, reason })
  await settle(w.request)
  await liftSuspension(handler, on)
  await settle(w.request)
  await revokeGrants(handler, { request: w.request, reach: 'project', reason })
  await settle(w.request)
  expect(await codeOf(settleUse(as(w.handler), { request: w.request }))).toBe('platform.not-found')
  const rows = (await deliveriesTo(id)).filter(({ grantId }) => grantId === w.grant)
  expect(rows.map(({ kind, sequence }) => [kind, sequence])).toEqual([
    ['grant.given', 1],
    ['grant.changed', 2],
    ['grant.suspended', 3],
    ['grant.given', 4],
    ['grant.withdrawn', 5],
  ])
  // News that later news has overtaken is not sent: what is told is how it stands.
  await deliver()
  const last = heard.filter(({ said }) => said.data.application === w.request).slice(1)
  expect(last.map(({ said }) => [said.type, said.data.sequence, said.data.reach])).toEqual([
    ['grant.withdrawn', 5, 'project'],
  ])
  expect(last[0]?.said.data.reasons).toContain('revoked')
  const listed = await deliveries(admin, { system: id })
  expect(listed.items[0]).toMatchObject({ kind: 'grant.withdrawn', state: 'acknowledged', person: 'Petra PI' })
  expect(listed.items[0]?.tries).toMatchObject([{ number: 1, status: 200, fault: null, answer: '{"ok":true}' }])
  expect((await deliveries(admin, { system: id, open: true })).items).toEqual([])
  const facts = await db().event.findMany({
    where: { stream: `access-system:${id}`, type: 'access.delivery-acknowledged' },
  })
  expect(facts).toHaveLength(2)
})

test('what fails is tried again until it is acknowledged; a revocation that is not stays in sight', async () => {
  const { heard, url, answer } = await listener()
  const { id, admin } = await connected(url)
  const w = await told()
  await deliver()
  answer((response) => response.writeHead(500).end('out of order'))
  await revokeGrants(as(w.handler, now), { request: w.request, reach: 'grant', reason })
  await settle(w.request)
  await deliver()
  await deliver()
  const of = async () => (await deliveriesTo(id)).at(-1)
  expect(await of()).toMatchObject({ attempts: 1, acknowledgedAt: null, tries: [{ status: 500, fault: 'status' }] })
  expect((await systems(admin, {})).find((one) => one.id === id)).toMatchObject({ waiting: 1, withdrawalsWaiting: 1 })
  answer((response) => response.writeHead(302, { location: url }).end())
  await afterTheWait(id)
  await deliverAll(id)
  answer((response) => response.destroy())
  await afterTheWait(id)
  await deliverAll(id)
  expect((await of())?.tries.map(({ status, fault }) => [status, fault])).toEqual([
    [500, 'status'],
    [302, 'status'],
    [null, 'connection'],
  ])
  expect(((await of())?.nextAt.getTime() ?? 0) - Date.now()).toBeGreaterThan(60_000)
  answer((response) => response.writeHead(204).end())
  await afterTheWait(id)
  await deliverAll(id)
  const done = await of()
  expect(done).toMatchObject({ attempts: 4, acknowledgedAt: expect.any(Date) })
  expect(new Set(heard.slice(-4).map(({ headers }) => headers['webhook-id'])).size).toBe(1)
  const note = { delivery: done?.id, number: 9, status: 200, fault: null, answer: '', milliseconds: 1 }
  expect(await codeOf(noteAnswer(clock(now), note))).toBe('access.nothing-due')
  expect(await codeOf(noteAnswer(admin, note))).toBe('platform.not-found')
})

/** Tries what waits for a system, whether or not its job is due. */
async function deliverAll(system: string): Promise<void> {
  const { tasks } = await import('@/lib/reactions/tasks')
  await tasks['due:webhook']?.({ system }, undefined as never)
}

test('several workers at once deliver once', async () => {
  const { heard, url, answer } = await listener()
  answer((response) => setTimeout(() => response.end(), 100))
  const { id } = await connected(url)
  const w = await told()
  await Promise.all([deliver(), deliver(), deliver(), deliver()])
  expect(heard.filter(({ said }) => said.data.application === w.request)).toHaveLength(1)
  const rows = (await deliveriesTo(id)).filter(({ grantId }) => grantId === w.grant)
  expect(rows).toMatchObject([{ attempts: 1, acknowledgedAt: expect.any(Date) }])
})

test('a try whose process was killed is made again', async () => {
  const { heard, url } = await listener()
  const { id } = await connected(url)
  const w = await told()
  const past = new Date(Date.now() - 3_600_000)
  await db().accessSystem.update({ where: { id }, data: { leasedUntil: past } })
  await db().accessDelivery.updateMany({
    where: { systemId: id, grantId: w.grant },
    data: { nextAt: past, attempts: 1 },
  })
  await db().$executeRaw`DELETE FROM graphile_worker._private_jobs`
  const { tasks } = await import('@/lib/reactions/tasks')
  await tasks['due:webhooks']?.({}, undefined as never)
  await deliver()
  expect(heard.filter(({ said }) => said.data.application === w.request)).toHaveLength(1)
  expect((await deliveriesTo(id)).find(({ grantId }) => grantId === w.grant)?.attempts).toBe(2)
})

test('while a system is off news waits for it; switched on it hears, and a new one hears of what stands', async () => {
  const w = await told()
  const { heard, url } = await listener()
  const { id, admin } = await connected(url, { name: 'Off and on' })
  const edit = { ...wish, name: 'Off and on', url, system: id }
  await editSystem(admin, { ...edit, expectedRevision: 1, enabled: false })
  await deliver()
  expect(heard).toEqual([])
  const mine = (await deliveriesTo(id)).find(({ grantId }) => grantId === w.grant)
  expect(await codeOf(replayDelivery(admin, { delivery: mine?.id }))).toBe('access.system-off')
  await editSystem(admin, { ...edit, expectedRevision: 2, enabled: true })
  await deliver()
  expect(heard.map(({ said }) => said.data.grant)).toContain(w.grant)
  const before = heard.length
  await replayDelivery(admin, { delivery: mine?.id })
  await deliver()
  expect(heard.slice(before).map(({ headers }) => headers['webhook-id'])).toEqual([mine?.id])
  await revokeGrants(as(w.handler, now), { request: w.request, reach: 'grant', reason })
  await settle(w.request)
  await db().accessDelivery.update({ where: { id: mine?.id ?? '' }, data: { supersededAt: now } })
  expect(await codeOf(replayDelivery(admin, { delivery: mine?.id }))).toBe('access.overtaken')
  expect(await codeOf(replayDelivery(as(w.handler), { delivery: mine?.id }))).toBe('platform.not-found')
  expect(await codeOf(replayDelivery(admin, { delivery: newId() }))).toBe('platform.not-found')
})

test('what is told of a use is told once, and by the reactions to what happened', async () => {
  const w = await world()
  const { url } = await listener()
  const { id } = await connected(url)
  const request = await approved(w, now)
  await react('access.grant-given')
  await react('access.grant-given')
  expect(await deliveriesTo(id)).toHaveLength(await db().accessDelivery.count({ where: { systemId: id, sequence: 1 } }))
  const of = async () => (await deliveriesTo(id)).filter(({ body }) => body.includes(request)).map(({ kind }) => kind)
  expect(await of()).toEqual(['grant.given'])
  expect(await codeOf(settle(newId()))).toBe('platform.not-found')
  const other = await world()
  const { requestId } = await grantOf(other)
  await db().accessGrant.deleteMany({ where: { requestId } })
  expect(await codeOf(settle(requestId))).toBe('access.nothing-due')
})

test('for a day what is sent is signed with the secret before as well, unless that is withdrawn; what waits is tried at once', async () => {
  const { heard, url, answer } = await listener()
  const { id, secret, admin } = await connected(url)
  await deliver()
  const by = (one: string, { headers, body }: (typeof heard)[number]) => {
    const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`
    return `v1,${createHmac('sha256', Buffer.from(one.slice(6), 'base64'))
      .update(signed)
      .digest('base64')}`
  }
  const signaturesOf = () => String(heard.at(-1)?.headers['webhook-signature']).split(' ')
  const last = () => {
    const one = heard.at(-1)
    if (!one) throw new Error('nothing was heard')
    return one
  }
  answer((response) => response.writeHead(401).end())
  const w = await told()
  await deliver()
  expect((await deliveriesTo(id)).find(({ grantId }) => grantId === w.grant)).toMatchObject({ acknowledgedAt: null })
  answer((response) => response.end())
  const { token } = await renewSecret(admin, { system: id })
  await deliver()
  expect(last().said.data.grant).toBe(w.grant)
  expect(signaturesOf()).toEqual([by(token, last()), by(secret, last())])
  const { token: third } = await renewSecret(admin, { system: id, withdraw: true })
  const mine = (await deliveriesTo(id)).find(({ grantId }) => grantId === w.grant)
  await replayDelivery(admin, { delivery: mine?.id })
  await deliver()
  expect(signaturesOf()).toEqual([by(third, last())])
  await renewSecret(admin, { system: id })
  await db().accessSystem.update({ where: { id }, data: { formerUntil: new Date() } })
  const { tasks } = await import('@/lib/reactions/tasks')
  await tasks['due:webhooks']?.({}, undefined as never)
  expect(await db().accessSystem.findUnique({ where: { id } })).toMatchObject({ sealedFormer: null, formerUntil: null })
})
