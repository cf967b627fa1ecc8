import { expect, test } from 'vitest'
import { revokeGrants } from '@/lib/access/commands/revocations'
import { settleUse } from '@/lib/access/commands/settle-use'
import { entitlements, entitlementsFile } from '@/lib/access/queries/entitlements'
import { grantBasis } from '@/lib/access/queries/grant-basis'
import { grants } from '@/lib/access/queries/grants'
import { oneRequest } from '@/lib/access/queries/request'
import { requestEthics } from '@/lib/access/queries/request-ethics'
import { accessVerdict } from '@/lib/access/queries/verdict'
import { requestsTouched } from '@/lib/access/store/uses'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { mailsTo, react } from '../identity/mails'
import { as, somebody } from '../identity/people'
import { administrator, system } from '../projects/projects'
import { approvalOf, approved, codeOf, factsOf, reason, rowOf, world } from './requests'

const now = new Date()
const inDays = (days: number) => new Date(now.getTime() + days * 86_400_000)
const dayIn = (days: number) => inDays(days).toISOString().slice(0, 10)
const textsTo = async ({ email }: { email: string }) => (await mailsTo(email)).map(({ text }) => text)
const usesOf = (grantId: string) => db().accessUse.findMany({ where: { grantId }, orderBy: { personId: 'asc' } })

/** A request with two members, approved now, that rests on an ethics approval which ends on that day. */
async function resting(endsOn: string) {
  const w = await world()
  const approval = await approvalOf(w.project, w.slugs, { endsOn })
  const request = await approved({ ...w, approval }, now)
  await db().accessMember.create({ data: { requestId: request, personId: w.emil.id, joinedAt: now } })
  const grant = (await rowOf(request)).grants[0]?.id ?? ''
  const settle = (at = now) => settleUse(system(at), { request })
  return { ...w, approval, request, grant, settle }
}

test('when the ethics approval under a grant ends, everybody concerned is told before and at the moment, once each', async () => {
  const w = await resting(dayIn(40))
  await w.settle()
  const [job] = await db().$queryRaw<{ at: Date }[]>`
    SELECT run_at AS at FROM graphile_worker.jobs WHERE key = ${`access-use:${w.request}`}`
  const end = new Date(`${dayIn(41)}T00:00:00Z`)
  expect(job?.at).toEqual(new Date(end.getTime() - 30 * 86_400_000))
  for (const days of [31, 30, 29, 7, 6]) await w.settle(new Date(end.getTime() - days * 86_400_000))
  await w.settle(new Date(end.getTime() - 1))
  await w.settle(end)
  await w.settle(new Date(end.getTime() + 1000))
  expect((await factsOf(w.request)).filter((fact) => fact.startsWith('use-')).toSorted()).toEqual(
    ['use-began', 'use-began', ...Array(4).fill('use-ends-soon'), 'use-ended', 'use-ended'].toSorted(),
  )
  for (const type of ['access.use-ends-soon', 'access.use-ended', 'access.use-began']) {
    await react(type)
    await react(type)
  }
  for (const person of [w.petra, w.emil]) {
    const texts = await textsTo(person)
    expect(texts.filter((text) => text.includes('before the grant does'))).toHaveLength(2)
    expect(texts.filter((text) => text.includes('the ethics approval is not valid now'))).toHaveLength(1)
  }
  const toHandler = await textsTo(w.handler)
  expect(toHandler.filter((text) => text.includes('before the grant does'))).toHaveLength(2)
  expect(toHandler.filter((text) => text.includes('has ended: the ethics approval'))).toHaveLength(1)
  // A new decision for the same research, verified, takes its place: that restores the use, and is told too.
  const later = new Date(end.getTime() + 2000)
  const supersededById = await approvalOf(w.project, w.slugs)
  await db().ethicsApproval.update({ where: { id: w.approval }, data: { supersededAt: end, supersededById } })
  await w.settle(later)
  expect((await factsOf(w.request)).filter((fact) => fact === 'use-began')).toHaveLength(4)
  const { verdict } = await accessVerdict(as(w.petra, later), { dataset: w.slugs[0] })
  expect(verdict.may).toBe(true)
  expect((await oneRequest(as(w.handler, later), { request: w.request })).ethics).toMatchObject({ id: supersededById })
  const { approvals } = await requestEthics(as(w.handler, later), { request: w.request })
  expect(approvals.map(({ id }) => id)).toEqual([supersededById])
  await react('access.use-began')
  expect((await textsTo(w.emil)).some((text) => text.includes('again'))).toBe(true)
})

test('what is mended goes on, and that is told', async () => {
  const w = await resting(dayIn(400))
  await w.settle()
  await db().project.update({ where: { id: w.project.id }, data: { state: 'ended' } })
  expect(await requestsTouched(db(), { kind: 'project', id: w.project.id }, now)).toEqual([w.request])
  await w.settle()
  expect(await usesOf(w.grant)).toMatchObject([{ may: false, reasons: ['project-over'], sequence: 2 }, { may: false }])
  await db().project.update({ where: { id: w.project.id }, data: { state: 'active' } })
  await w.settle()
  await react('access.use-began')
  expect((await textsTo(w.petra)).filter((text) => text.includes('again, until'))).toHaveLength(1)
})

test('whom a fact touches: by project, person, dataset or request, and nobody else', async () => {
  const [w, other] = [await resting(dayIn(400)), await resting(dayIn(400))]
  const touched = (kind: string, id: string) => requestsTouched(db(), { kind, id }, now)
  const [dataset] = (await rowOf(w.request)).items
  expect(await touched('person', w.emil.id)).toEqual([w.request])
  expect(await touched('dataset', dataset?.datasetId ?? '')).toEqual([w.request])
  expect(await touched('request', w.request)).toEqual([w.request])
  expect(await touched('everything', '')).toEqual(expect.arrayContaining([w.request, other.request]))
  expect(await touched('person', newId())).toEqual([])
  expect(await touched('unknown', w.request)).toEqual([])
})

test('who leaves a request may no longer, and is not told again', async () => {
  const w = await resting(dayIn(400))
  await w.settle()
  await db().accessMember.delete({ where: { requestId_personId: { requestId: w.request, personId: w.emil.id } } })
  await w.settle()
  await w.settle()
  const emils = (await usesOf(w.grant)).find(({ personId }) => personId === w.emil.id)
  expect(emils).toMatchObject({ may: false, reasons: ['not-a-member'], sequence: 2 })
})

test('what a grant rests on is told part by part: their own to those who ask, everybody’s to who works on it', async () => {
  const w = await resting(dayIn(400))
  const { grant, request } = w
  const mine = await grantBasis(as(w.petra, now), { grant })
  expect(mine).toMatchObject({
    may: true,
    person: { name: 'Petra PI' },
    people: [],
    systems: [],
    approvals: [{ status: 'valid' }],
  })
  expect(mine.parts.every(({ reasons }) => reasons.length === 0)).toBe(true)
  const theirs = await grantBasis(as(w.handler, now), { grant, person: w.emil.id })
  expect([theirs.person.name, theirs.people.length]).toEqual(['Emil Example', 2])
  await db().project.update({ where: { id: w.project.id }, data: { state: 'ended' } })
  await revokeGrants(as(w.handler, now), { request, reach: 'person', person: w.emil.id, reason }).catch(() => {})
  const failing = await grantBasis(as(w.emil, now), { grant })
  const codes = (of: typeof failing) =>
    of.parts.flatMap(({ part, reasons }) => reasons.map(({ code }) => `${part} ${code}`))
  expect(codes(failing)).toEqual(expect.arrayContaining(['project project-over']))
  expect(failing.may).toBe(false)
  const foreign = await somebody({ roles: ['request-handler'] })
  for (const [ctx, ask] of [
    [as(foreign, now), { grant }],
    [as(await somebody(), now), { grant }],
    [as(w.reviewer, now), { grant }],
    [as(w.petra, now), { grant, person: w.emil.id }],
    [as(w.handler, now), { grant, person: foreign.id }],
    [await administrator(), { grant: newId() }],
  ] as const)
    expect(await codeOf(grantBasis(ctx, ask))).toBe('platform.not-found')
})

test('entitlements are narrowed by when they began or ended, and exported with their end', async () => {
  const w = await resting(dayIn(400))
  const ctx = as(w.handler, new Date(now.getTime() + 1000))
  const mine = async (wish: object) =>
    (await entitlements(ctx, wish)).filter((one) => one['application-id'] === w.request)
  expect(await mine({ since: now.toISOString() })).toHaveLength(2)
  expect(await mine({ since: inDays(1).toISOString() })).toHaveLength(0)
  await revokeGrants(as(w.handler, now), { request: w.request, reach: 'grant', reason })
  expect(await mine({})).toHaveLength(0)
  expect(await mine({ expired: true, since: now.toISOString() })).toMatchObject([
    { active: false, end: now },
    { active: false, mail: expect.stringContaining('@') },
  ])
  expect(await codeOf(entitlements(ctx, { since: 'yesterday' }))).toBe('platform.invalid')
  const file = await entitlementsFile(ctx, { expired: true })
  const [header, ...rows] = (await new Response(file.stream).text()).split('\r\n')
  expect(header).toBe('resource,application,reference,user,name,mail,start,end,active')
  expect(rows.filter((row) => row.includes(w.request))).toHaveLength(2)
  expect(
    (await grants(as(w.petra, now), { expired: true })).items.find(({ id }) => id === w.grant)?.unacknowledged,
  ).toBe(0)
})

test('the table of entitlements is written page by page, whole and each once', async () => {
  const w = await resting(dayIn(400))
  const people = Array.from({ length: 610 }, () => newId())
  await db().person.createMany({
    data: people.map((id) => ({ id, name: 'Many', email: `${id}@example.org`, createdAt: now })),
  })
  await db().accessMember.createMany({
    data: people.map((personId) => ({ requestId: w.request, personId, joinedAt: now })),
  })
  const { stream } = await entitlementsFile(as(w.handler, now), {})
  const parts: string[] = []
  for await (const part of stream) parts.push(Buffer.from(part).toString())
  const users = parts
    .join('')
    .split('\r\n')
    .filter((row) => row.includes(w.request))
    .map((row) => row.split(',')[3])
  expect(new Set(users)).toEqual(new Set([...people, w.petra.id, w.emil.id]))
  expect([users.length, parts.length]).toEqual([612, 3])
  // Who breaks off has no more of it read.
  const reader = (await entitlementsFile(as(w.handler, now), {})).stream.getReader()
  await reader.read()
  await reader.cancel()
  expect((await reader.read()).done).toBe(true)
})
