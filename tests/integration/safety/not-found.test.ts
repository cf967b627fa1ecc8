// What one may not see is "not found", to the letter the same as for an id that never existed: each address of requests, ethics approvals,
// grants and what hangs on them, tried by everybody who is near and not in it.
import { describe, expect, test } from 'vitest'
import type { Operation } from '@/app/api/operation'
import { operations } from '@/app/api/operations'
import { rest } from '@/app/api/rest'
import { createToken } from '@/lib/identity/commands/tokens'
import { roles, scopes } from '@/lib/identity/policy'
import type { Person } from '@/lib/platform/context'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { datasets, workflowOf } from '../access/requests'
import { projectOf } from '../agreements/projects'
import { as, somebody } from '../identity/people'
import { type Sample, sampleOf } from '../rest/samples'

const origin = 'http://localhost:3000'
const now = new Date()
const day = 86_400_000

/** A token of this person for everything that they may. */
async function tokenOf(person: Person): Promise<string> {
  const { id, token } = await createToken(as(person, now), { name: 'near', scopes: ['requests:read'], days: 9 })
  await db().apiToken.update({ where: { id }, data: { scopes: [...scopes] } })
  return token
}

const stranger = await somebody({ name: 'Stig Stranger' })
const ofAnother = await somebody({ name: 'Mia Member' })
await projectOf((await somebody()).id, { type: 'data-access', members: [ofAnother.id] })
const elsewhere = await workflowOf(await datasets(1))
const expired = await somebody({ name: 'Dag Delegate' })

/** Everybody who is near: their ids are made into places of the things that they try, as far as one can be near without being in it. */
const near: readonly [string, Person][] = [
  ['a stranger', stranger],
  ['a member of another project', ofAnother],
  ['a handler of other datasets', elsewhere.handler],
  ['a reviewer of other datasets', elsewhere.reviewer],
  ['a delegate whose time is over and who has left', expired],
]
const tokens = new Map(await Promise.all(near.map(async ([who, person]) => [who, await tokenOf(person)] as const)))

/** Whose ids are hidden: the first in an address, which everything after it belongs to. */
const hidden = /^\/api\/v1\/(requests|grants|ethics-approvals|permissions|access-systems|access-deliveries)\/\{(\w+)\}/
const closed = operations.filter(({ path }) => hidden.test(path))
const parameterOf = ({ path }: Operation): string => hidden.exec(path)?.[2] ?? ''

/** Whose projects are concerned get a delegate whose time is over, and who belongs to them no more. */
async function delegateOnce(owner: Person, { params = {} }: Sample): Promise<void> {
  const request = await db().accessRequest.findFirst({ where: { id: params.request ?? newId() } })
  const where = { OR: [{ piId: owner.id }, { id: request?.projectId ?? newId() }] }
  for (const { id: projectId, piId } of await db().project.findMany({ where, select: { id: true, piId: true } })) {
    const [id, past] = [newId(), new Date(now.getTime() - 90 * day)]
    const what = { authorities: ['request-data', 'manage-ethics'], from: past, until: new Date(now.getTime() - day) }
    const whom = { projectId, grantorId: piId, holderId: expired.id, createdAt: past }
    await db().delegation.create({ data: { id, rootId: id, ...whom, ...what } })
  }
}

async function ask(o: Operation, token: string, { params = {}, query = '', body, upload }: Sample) {
  const path = o.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
  const type = upload?.type ?? (body && 'application/json')
  const headers = { authorization: `Bearer ${token}`, ...(type && { 'content-type': type }) }
  const content = upload?.bytes ?? (body && JSON.stringify(body))
  const request = new Request(`${origin}${path}?${query}`, { method: o.method.toUpperCase(), headers, body: content })
  const answer = await rest(o)(request, { params: Promise.resolve({ ...params }) })
  const masked = (text: string) =>
    [answer.headers.get('x-request-id') ?? '-', params[parameterOf(o)] ?? '-'].reduce(
      (all, one) => all.replaceAll(one, '<masked>'),
      text,
    )
  const told = [...answer.headers].map(([name, value]) => `${name}: ${masked(value)}`)
  return { status: answer.status, said: masked(await answer.text()), told: told.toSorted() }
}

test('there are such addresses', () => {
  expect(closed.length).toBeGreaterThan(40)
})

describe.each(closed.map((o) => [o.id, o] as const))('%s', (_, o) => {
  test('is not there for whoever is near, as if it never was', async () => {
    const owner = await somebody({ name: 'Olga Owner', roles: [...roles] })
    const sample = await sampleOf(o.id).sample(owner)
    await delegateOnce(owner, sample)
    const never = { ...sample, params: { ...sample.params, [parameterOf(o)]: newId() } }
    for (const [who] of near) {
      const token = tokens.get(who) ?? ''
      // So many letters to one address are refused for another reason.
      await db().$executeRaw`DELETE FROM rate_limit`
      const answer = await ask(o, token, sample)
      expect([who, answer.status]).toEqual([who, 404])
      expect(answer).toEqual(await ask(o, token, never))
    }
  }, 60_000)
})

test('no list, total or export tells of what one may not see', async () => {
  const owner = await somebody({ name: 'Olga Owner', roles: [...roles] })
  const { params = {} } = await sampleOf('revokeGrants').sample(owner)
  const { reference, title } = await db().accessRequest.findUniqueOrThrow({ where: { id: params.request ?? '' } })
  const lists = operations.filter(
    ({ method, path }) =>
      method === 'get' &&
      /^\/api\/v1\/(requests|grants|entitlements|ethics-approvals|me)/.test(path) &&
      !path.includes('{'),
  )
  expect(lists.length).toBeGreaterThan(5)
  for (const o of lists)
    for (const [who] of near) {
      const { said } = await ask(o, tokens.get(who) ?? '', { query: 'expired=true' })
      for (const secret of [params.request ?? '', reference, title])
        expect([o.id, who, said]).not.toEqual([o.id, who, expect.stringContaining(secret)])
    }
})
