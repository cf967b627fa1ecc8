import { createLocalJWKSet, decodeProtectedHeader, type JWK, jwtVerify } from 'jose'
import { expect, test } from 'vitest'
import { suspendGrant } from '@/lib/access/commands/revocations'
import { replaceKey, turnKeys } from '@/lib/access/commands/visa-keys'
import { visaKeys } from '@/lib/access/queries/visa-keys'
import { jwkSet, permissions } from '@/lib/exchange/queries/visas'
import { linkIdentityTo } from '@/lib/identity/store/identities'
import type { Context } from '@/lib/platform/context'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { approved, grantOf, reason, world } from '../access/requests'
import { as, later, noon, refusalOf, somebody, stranger } from '../identity/people'
import { administrator, system } from '../projects/projects'

const turn = (now = noon) => turnKeys(system(now), {})
const codeOf = async (attempt: Promise<unknown>) => (await refusalOf(attempt)).code
const keys = (now = noon) => jwkSet(stranger(now), {}) as Promise<JWK[]>
const visas = (ctx: Context, user: string) => permissions(ctx, { user }) as Promise<string[]>

/** Reads a visa as somebody would who knows the published keys and nothing else. */
const readVisa = async (visa: string, now = noon) =>
  jwtVerify(visa, createLocalJWKSet({ keys: await keys(now) }), {
    issuer: 'http://localhost:3000',
    typ: 'vnd.ga4gh.visa+jwt',
    currentDate: now,
  })

test('until a key is made nothing can be signed; the clock makes the first, and another when it is old', async () => {
  const { petra } = await world()
  expect(await codeOf(visas(as(petra), petra.id))).toBe('platform.unavailable')
  expect(await codeOf(turnKeys(as(petra), {}))).toBe('platform.not-found')
  await turn()
  expect(await codeOf(turn(later(1000)))).toBe('access.nothing-due')
  const [first] = await keys()
  const old = later(91 * 86_400_000)
  await turn(old)
  expect((await keys(old)).map(({ kid }) => kid)).toContain(first?.kid)
  expect((await keys(later(3_600_001, old))).map(({ kid }) => kid)).not.toContain(first?.kid)
  const events = await db().event.findMany({ where: { stream: 'visa-keys:hub' }, orderBy: { seq: 'asc' } })
  expect(events.map(({ data }) => data)).toEqual([{ occasion: 'first' }, { occasion: 'age' }])
  expect(JSON.stringify(await keys(old))).not.toContain('"d"')
})

test('somebody has one visa for each dataset that they may use now, in the form of GA4GH', async () => {
  const w = await world({ n: 2 })
  await approved(w)
  const given = await visas(as(w.petra), w.petra.id)
  expect(given).toHaveLength(2)
  const [visa = ''] = given
  expect(decodeProtectedHeader(visa)).toEqual({
    alg: 'ES256',
    typ: 'vnd.ga4gh.visa+jwt',
    kid: (await keys())[0]?.kid,
    jku: 'http://localhost:3000/api/v1/jwk',
  })
  const { payload } = await readVisa(visa)
  const seconds = noon.getTime() / 1000
  expect(payload).toMatchObject({ sub: w.petra.id, iat: seconds, exp: seconds + 3600, jti: expect.any(String) })
  expect(payload.ga4gh_visa_v1).toEqual({
    type: 'ControlledAccessGrants',
    value: expect.stringMatching(new RegExp(`^https://doi.org/10.23698/aida/(${w.slugs.join('|')})$`)),
    source: 'http://localhost:3000',
    by: 'dac',
    asserted: seconds,
  })
  expect(visa.length).toBeLessThan(16_384)
  await expect(readVisa(visa, later(3_600_001))).rejects.toThrow('"exp" claim timestamp check failed')
  await expect(readVisa(`${visa.slice(0, -4)}AAAA`)).rejects.toThrow()
})

test('a visa lasts no longer than the grant, and there is none for what the verdict denies', async () => {
  const w = await world()
  const { id: grant, requestId: request, endsAt } = await grantOf(w)
  const eve = new Date(endsAt.getTime() - 60_000)
  const [visa = ''] = await visas(as(w.petra, eve), w.petra.id)
  expect((await readVisa(visa, eve)).payload.exp).toBe(endsAt.getTime() / 1000)
  expect(await visas(as(w.petra, endsAt), w.petra.id)).toEqual([])
  await suspendGrant(as(w.handler), { request, grant, reason })
  expect(await visas(as(w.petra), w.petra.id)).toEqual([])
})

test('another’s are there for administrators’ programs alone, also by the name of the login provider', async () => {
  const w = await world()
  await approved(w)
  const admin = await administrator()
  expect(await visas(admin, w.petra.id)).toHaveLength(1)
  for (const [ctx, user, code] of [
    [as(w.handler), w.petra.id, 'platform.not-found'],
    [as(w.emil), w.petra.id, 'platform.not-found'],
    [admin, newId(), 'platform.not-found'],
    [as(w.petra), 'nobody@lifescience-ri.eu', 'platform.not-found'],
    [as({ ...w.petra, scopes: ['requests:read'] }), w.petra.id, 'platform.scope'],
    [stranger(), w.petra.id, 'platform.not-signed-in'],
  ] as const)
    expect(await codeOf(visas(ctx, user))).toBe(code)
  const kept = { affiliation: [], entitlement: [], assurance: [], orcid: null, homeDomain: null, mfaClass: null }
  const identity = { id: newId(), personId: w.petra.id, issuer: 'https://login.example', subject: 'p@example', kept }
  await linkIdentityTo(db(), identity, noon)
  // No provider is set up here: its names are nobody's.
  expect(await codeOf(visas(admin, 'p@example'))).toBe('platform.not-found')
})

test('an administrator lets another key sign; one that others may know goes at once, with every older one', async () => {
  const w = await world()
  await approved(w)
  const admin = await administrator()
  const [visa = ''] = await visas(as(w.petra), w.petra.id)
  expect(await codeOf(replaceKey(as(w.handler), {}))).toBe('platform.not-found')
  const { id } = await replaceKey(admin, {})
  expect((await keys())[0]?.kid).toBe(id)
  await readVisa(visa)
  await replaceKey(admin, { withdraw: true })
  await expect(readVisa(visa)).rejects.toThrow('no applicable key')
  const listed = await visaKeys(admin, {})
  expect(listed.slice(0, 3).map(({ state }) => state)).toEqual(['signs', 'gone', 'gone'])
  expect(await db().visaKey.count({ where: { sealedKey: { not: null } } })).toBe(1)
  const event = await db().event.findFirstOrThrow({ where: { type: 'access.visa-key-made' }, orderBy: { seq: 'desc' } })
  expect(event.data).toEqual({ occasion: 'withdrawn' })
})

test('many clocks at once make one key', async () => {
  await db().visaKey.deleteMany({})
  const turned = await Promise.all(
    Array.from({ length: 8 }, () =>
      turn()
        .then(() => true)
        .catch(() => false),
    ),
  )
  expect(turned.filter(Boolean)).toHaveLength(1)
  expect(await db().visaKey.count()).toBe(1)
})

test('nobody without a grant has any', async () => {
  const sam = await somebody()
  expect(await visas(as(sam), sam.id)).toEqual([])
})
