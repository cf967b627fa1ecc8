import { describe, expect, test } from 'vitest'
import type { Operation } from '@/app/api/operation'
import { operations } from '@/app/api/operations'
import { rest } from '@/app/api/rest'
import { revokeToken, createToken as tokenByCommand } from '@/lib/identity/commands/tokens'
import { roles } from '@/lib/identity/policy'
import { sessionCookie } from '@/lib/identity/session'
import { openSession } from '@/lib/identity/store/sessions'
import type { Person } from '@/lib/platform/context'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { as, somebody } from '../identity/people'
import { type Sample, sampleOf, samples } from './samples'

const origin = 'http://localhost:3000'
type Credential = Readonly<Record<string, string>>

/** The cookie of a session of this person, opened now and proven by a second factor. */
async function session({ id: personId }: Person): Promise<Credential> {
  const wish = { id: newId(), personId, method: 'password', secondFactor: true, userAgent: 'test' } as const
  const token = await db().$transaction((tx) => openSession(tx, wish, new Date()))
  return { cookie: `${sessionCookie()}=${token}`, origin }
}

/** The header of an API token of this person, with these scopes; `days` from now, or past. */
async function token(me: Person, scopes: string[], days = 9): Promise<Credential> {
  const { id, token } = await tokenByCommand(as(me, new Date()), { name: 'test', scopes: ['account:read'], days: 9 })
  await db().apiToken.update({
    where: { id },
    data: { scopes, expiresAt: new Date(Date.now() + days * 86_400_000) },
  })
  return { authorization: `Bearer ${token}` }
}

async function revoked(me: Person, scopes: string[]): Promise<Credential> {
  const credential = await token(me, scopes)
  const { id } = await db().apiToken.findFirstOrThrow({ where: { personId: me.id }, orderBy: { id: 'desc' } })
  await revokeToken(as(me, new Date()), { token: id })
  return credential
}

function send(
  o: Operation,
  credential: Credential,
  { params = {}, query = '', body, upload }: Sample,
): Promise<Response> {
  const path = o.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
  const type = upload?.type ?? (body && 'application/json')
  const headers = { ...credential, ...(type && { 'content-type': type }) }
  const request = new Request(`${origin}${path}?${query}`, {
    method: o.method.toUpperCase(),
    headers,
    body: upload?.bytes ?? (body && JSON.stringify(body)),
  })
  return rest(o)(request, { params: Promise.resolve({ ...params }) })
}

const everyRole = () => somebody({ roles: [...roles] })

/** That the answer is the refusal, as problem details (RFC 9457), and says no more than that. */
async function expectProblem(answer: Response, status: number, code: string | RegExp): Promise<void> {
  const problem = await answer.json()
  expect([answer.status, problem.code]).toEqual([status, expect.stringMatching(code)])
  expect(answer.headers.get('content-type')).toBe('application/problem+json')
  expect(answer.headers.get('cache-control')).toBe('no-store')
  expect(answer.headers.get('www-authenticate')).toBe(status === 401 ? 'Bearer' : null)
  expect(problem).toMatchObject({ status, title: problem.code, type: `/api-reference#${problem.code}` })
  expect(problem.detail.length).toBeGreaterThan(10)
  expect(problem.instance).toBe(`urn:request:${answer.headers.get('x-request-id')}`)
}

/** That the answer is a success as the operation declares it, down to the form of what it tells. */
async function expectSuccess(o: Operation, answer: Response): Promise<void> {
  const text = await answer.text()
  expect([answer.status, text.slice(0, answer.ok ? 0 : 300)]).toEqual([o.status ?? 200, ''])
  if (o.status === 204) expect(text).toBe('')
  else if (o.answers) expect(answer.headers.get('content-disposition')).toMatch(/^attachment; /)
  else if (o.file) expect(answer.headers.get('content-disposition')).toMatch(/^attachment; /)
  else {
    const told = JSON.parse(text)
    const declared = o.answer.safeParse(told)
    expect(declared.error?.issues).toBeUndefined()
    // A schema drops what it does not know: so nothing is told that the document does not say.
    expect(declared.data).toEqual(told)
  }
}

test('the bodies of the samples are as the document describes them', async () => {
  const me = await everyRole()
  for (const o of operations.filter(({ body }) => body)) {
    const { body } = await sampleOf(o.id).sample(me)
    expect([o.id, o.body?.safeParse(body).error?.issues]).toEqual([o.id, undefined])
  }
}, 120_000)

test('every operation has a sample', () => {
  const advice = 'a new operation needs a right request in tests/integration/rest/samples.ts'
  expect(Object.keys(samples).toSorted(), advice).toEqual(operations.map(({ id }) => id).toSorted())
})

describe.each(operations.map((o) => [o.id, o] as const))('%s', (id, o) => {
  const entry = sampleOf(id)
  const isPublic = o.scope === null
  const scopes = o.scope === null ? [] : [o.scope]
  const attempt = async (me: Person, credential: Credential) => send(o, credential, await entry.sample(me))

  test(`without a credential: ${isPublic ? 'answered' : 401}`, async () => {
    const answer = await attempt(await everyRole(), {})
    if (isPublic) await expectSuccess(o, answer)
    else await expectProblem(answer, 401, 'platform.not-signed-in')
  })

  test(`by a session without a role: ${entry.needsRole ? 404 : 'answered'}`, async () => {
    const me = await somebody()
    const answer = await attempt(me, await session(me))
    if (entry.needsRole) await expectProblem(answer, 404, 'platform.not-found')
    else await expectSuccess(o, answer)
  })

  test('by a session with every role: answered', async () => {
    const me = await everyRole()
    await expectSuccess(o, await attempt(me, await session(me)))
  })

  test(`by a token with ${isPublic ? 'no' : 'every other'} scope: ${isPublic ? 'answered' : 403}`, async () => {
    const me = await everyRole()
    const others = ['catalogue:read', 'catalogue:write', 'account:read', 'journal:read', 'admin'].filter(
      (scope) => scope !== o.scope,
    )
    const answer = await attempt(me, await token(me, isPublic ? [] : others))
    if (isPublic) await expectSuccess(o, answer)
    else await expectProblem(answer, 403, /^(platform\.scope|identity\.session-needed)$/)
  })

  test(`by a token with the scope: ${o.sessionOnly ? 403 : 'answered'}`, async () => {
    const me = await everyRole()
    const answer = await attempt(me, await token(me, scopes))
    if (o.sessionOnly) await expectProblem(answer, 403, 'identity.session-needed')
    else await expectSuccess(o, answer)
  })

  test('by an expired, a revoked and an invented token: 401', async () => {
    const me = await everyRole()
    const sample = await entry.sample(me)
    const invented = { authorization: `Bearer aida_${'x'.repeat(43)}` }
    const basic = { authorization: 'Basic c2FtOnNhbQ==' }
    for (const credential of [await token(me, scopes, -1), await revoked(me, scopes), invented, basic])
      await expectProblem(await send(o, credential, sample), 401, 'platform.not-signed-in')
  })

  test('a token of somebody without a role does no more than they may', async () => {
    const me = await somebody()
    const answer = await attempt(me, await token(me, scopes))
    if (o.sessionOnly) await expectProblem(answer, 403, 'identity.session-needed')
    else if (entry.needsRole) await expectProblem(answer, 404, 'platform.not-found')
    else await expectSuccess(o, answer)
  })
})

describe.each(operations.filter(({ method }) => method !== 'get').map((o) => [o.id, o] as const))('%s', (id, o) => {
  test('from another site with the session cookie: 403, and nothing is done', async () => {
    const me = await everyRole()
    const { cookie } = await session(me)
    const sample = await sampleOf(id).sample(me)
    const before = await db().event.count()
    for (const origin of ['https://evil.example', 'null', 'http://localhost:3000.evil.example', undefined]) {
      const answer = await send(o, { cookie: cookie ?? '', ...(origin !== undefined && { origin }) }, sample)
      await expectProblem(answer, 403, 'platform.wrong-origin')
    }
    expect(await db().event.count()).toBe(before)
  })
})
