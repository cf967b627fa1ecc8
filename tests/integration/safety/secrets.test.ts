import { expect, test } from 'vitest'
import { readMyData } from '@/app/api/operations/account'
import { rest } from '@/app/api/rest'
import { POST as leave } from '@/app/sign-out/route'
import { resetSecondFactors } from '@/lib/identity/commands/accounts'
import { forgetExpired } from '@/lib/identity/commands/forget-expired'
import { confirmSecondFactor } from '@/lib/identity/commands/second-factor-step'
import { signInAsPersona } from '@/lib/identity/commands/sign-in'
import { addSshKey } from '@/lib/identity/commands/ssh-keys'
import { createToken } from '@/lib/identity/commands/tokens'
import { searchPeople } from '@/lib/identity/queries/people'
import { sessionCookie } from '@/lib/identity/session'
import { deviceMark } from '@/lib/identity/store/devices'
import { openTicket } from '@/lib/identity/store/tickets'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { limitWrites } from '@/lib/platform/rate-limit'
import { as, later, noon, refusalOf, somebody, stranger } from '../identity/people'

const wish = { name: 'nightly', scopes: ['catalogue:read'], days: 30 }
const administrator = async () => as(await somebody({ roles: ['hub-administrator'] }))

test('a repeated request gets the same token again, and no table holds its text', async () => {
  const ctx = { ...as(await somebody()), idempotencyKey: 'make-one' }
  const [first, second] = [await createToken(ctx, wish), await createToken(ctx, wish)]
  expect(second).toEqual(first)
  const tables = await db().$queryRaw<{ name: string }[]>`
    SELECT table_name::text AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`
  expect(tables.length).toBeGreaterThan(20)
  for (const { name } of tables) {
    const sql = `SELECT count(*)::int AS n FROM "${name}" t WHERE to_jsonb(t)::text LIKE '%' || $1 || '%'`
    const [row] = await db().$queryRawUnsafe<{ n: number }[]>(sql, first.token)
    expect({ name, n: row?.n }).toEqual({ name, n: 0 })
  }
})

test('answers that wait for a repetition are forgotten after a day', async () => {
  const me = await somebody()
  await createToken({ ...as(me), idempotencyKey: 'old' }, wish)
  await forgetExpired(later(23 * 3_600_000))
  expect(await db().idempotencyKey.count({ where: { personId: me.id } })).toBe(1)
  await forgetExpired(later(25 * 3_600_000))
  expect(await db().idempotencyKey.count({ where: { personId: me.id } })).toBe(0)
})

test('without second factors, tokens made with one no longer carry hub roles', async () => {
  const me = await somebody({ roles: ['data-steward'] })
  const { id } = await createToken(as(me), wish)
  await db().totpCredential.create({ data: { personId: me.id, secret: 'x', confirmedAt: noon, createdAt: noon } })
  expect((await db().apiToken.findUniqueOrThrow({ where: { id } })).secondFactor).toBe(true)
  await resetSecondFactors(await administrator(), { person: me.id, reason: 'the telephone was stolen' })
  expect((await db().apiToken.findUniqueOrThrow({ where: { id } })).secondFactor).toBe(false)
})

test('a known browser cannot guess codes without end, whatever tickets it opens', async () => {
  const me = await somebody({ password: 'correct horse battery' })
  const device = deviceMark(me.email)
  const tryOne = async () => {
    const ticket = { id: newId(), purpose: 'second-factor', personId: me.id, data: { method: 'password' } } as const
    const token = await openTicket(db(), ticket, noon)
    return (await refusalOf(confirmSecondFactor(stranger(), { ticket: token, code: '000000', device }))).code
  }
  const answers: string[] = []
  for (let i = 0; i < 32; i++) answers.push(await tryOne())
  expect(answers.slice(0, 30)).toEqual(Array(30).fill('identity.wrong-code'))
  expect(answers.slice(30)).toEqual(['platform.too-many', 'platform.too-many'])
})

test('taking one’s own data is counted as a write is', async () => {
  const me = await somebody()
  const token = await signInAsPersona(stranger(new Date()), {
    personId: (await db().person.update({ where: { id: me.id }, data: { demonstration: true } })).id,
  })
  const take = () => {
    const request = new Request('http://localhost:3000/api/v1/me/data', {
      method: 'POST',
      headers: { cookie: `${sessionCookie()}=${token}`, origin: 'http://localhost:3000' },
    })
    return rest(readMyData)(request, { params: Promise.resolve({}) })
  }
  expect((await take()).status).toBe(200)
  for (let n = 0; n < 239; n++) await limitWrites(me)
  const refused = await take()
  expect([refused.status, Number(refused.headers.get('retry-after')) > 0]).toEqual([429, true])
})

test.each(['a\0b', 'half \ud83e'])('%j is refused as input, not a fault of the database', async (text) => {
  expect((await refusalOf(searchPeople(await administrator(), { q: text }))).code).toBe('platform.invalid')
  expect((await refusalOf(addSshKey(as(await somebody()), { name: text, key: 'x' }))).code).toBe('platform.invalid')
})

test('another site can end no session, nor take the cookie away', async () => {
  for (const origin of ['https://evil.example', 'null', undefined]) {
    const request = new Request('http://localhost:3000/sign-out', { method: 'POST', headers: origin ? { origin } : {} })
    const answer = await leave(request)
    expect([answer.status, answer.headers.get('set-cookie')]).toEqual([403, null])
  }
})
