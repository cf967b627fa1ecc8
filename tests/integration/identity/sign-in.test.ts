import { expect, test } from 'vitest'
import { endOtherSessions, endSession, signOut } from '@/lib/identity/commands/sessions'
import { signInAsPersona, signInWithPassword } from '@/lib/identity/commands/sign-in'
import { contextOf, sessionCookie } from '@/lib/identity/session'
import { findSession } from '@/lib/identity/store/sessions'
import { db } from '@/lib/platform/db'
import { as, journalOf, later, noon, refusalOf, somebody, stranger } from './people'

const password = 'correct horse battery'
const request = (headers: Record<string, string>, method = 'GET') =>
  new Request('http://localhost:3000/api', { method, headers })

test('a right password opens a session that only its token finds', async () => {
  const { id, email } = await somebody({ password })
  const result = await signInWithPassword(stranger(), { email: email.toUpperCase(), password, userAgent: 'test' })
  if (result.step !== 'done') throw new Error('expected a session')
  const found = await findSession(result.token, noon)
  expect(found).toMatchObject({ person_id: id, second_factor: false, roles: [] })
  expect(await findSession(`${result.token}x`, noon)).toBeNull()
  expect(await db().session.count({ where: { tokenHash: result.token } })).toBe(0)
  expect(await journalOf(id)).toEqual([
    {
      type: 'identity.signed-in',
      data: { method: 'password', secondFactor: false, session: found?.id },
      actorId: null,
    },
  ])
})

test.each([
  [
    'a wrong password',
    async () => ({ email: (await somebody({ password })).email, password: 'something else entirely' }),
  ],
  ['no such account', async () => ({ email: 'nobody@example.org', password })],
  ['an account without password', async () => ({ email: (await somebody()).email, password })],
  [
    'a deactivated account',
    async () => {
      const { id, email } = await somebody({ password })
      await db().person.update({ where: { id }, data: { deactivatedAt: noon } })
      return { email, password }
    },
  ],
])('%s is refused in the same words', async (_, attempt) => {
  const input = await attempt()
  expect(await refusalOf(signInWithPassword(stranger(), input))).toEqual({
    code: 'identity.wrong-credentials',
    details: { status: 401 },
  })
})

test('guesses at an account end after five from one place; the owner passes from a known browser', async () => {
  const { email } = await somebody({ password })
  const first = await signInWithPassword(stranger(), { email, password, address: '192.0.2.1' })
  if (first.step !== 'done') throw new Error('expected a session')
  const guess = (n: number) =>
    refusalOf(signInWithPassword(stranger(), { email, password: `guess ${n}`, address: '203.0.113.9' }))
  const answers = await Promise.all([1, 2, 3, 4, 5, 6, 7, 8].map(guess))
  expect(answers.filter(({ code }) => code === 'identity.wrong-credentials')).toHaveLength(5)
  const tooMany = answers.filter(({ code }) => code === 'platform.too-many')
  expect(tooMany).toHaveLength(3)
  expect(tooMany[0]?.details.retryAfter).toBeGreaterThan(0)
  const again = await signInWithPassword(stranger(), { email, password, address: '203.0.113.9', device: first.device })
  expect(again.step).toBe('done')
})

test('guesses from everywhere close an account to strangers only', async () => {
  const { email } = await somebody({ password })
  const first = await signInWithPassword(stranger(), { email, password, address: '192.0.2.1' })
  if (first.step !== 'done') throw new Error('expected a session')
  for (let n = 0; n < 25; n++)
    await refusalOf(signInWithPassword(stranger(), { email, password: `guess ${n}`, address: `198.51.100.${n}` }))
  const fromElsewhere = signInWithPassword(stranger(), { email, password, address: '192.0.2.77' })
  expect((await refusalOf(fromElsewhere)).code).toBe('platform.too-many')
  const known = await signInWithPassword(stranger(), { email, password, address: '192.0.2.77', device: first.device })
  expect(known.step).toBe('done')
})

test('the mark of a browser is good for its own account only', async () => {
  const [mine, other] = [await somebody({ password }), await somebody({ password })]
  const first = await signInWithPassword(stranger(), { email: mine.email, password, address: '192.0.2.10' })
  if (first.step !== 'done') throw new Error('expected a session')
  const guess = (n: number) =>
    refusalOf(
      signInWithPassword(stranger(), {
        email: other.email,
        password: `guess ${n}`,
        address: '192.0.2.11',
        device: first.device,
      }),
    )
  for (let n = 0; n < 5; n++) await guess(n)
  expect((await guess(6)).code).toBe('platform.too-many')
})

test('a persona is entered by a click, a real person is not', async () => {
  const [persona, real] = [await somebody({ demonstration: true }), await somebody()]
  const token = await signInAsPersona(stranger(), { personId: persona.id, userAgent: 'test' })
  expect(await findSession(token, noon)).toMatchObject({ person_id: persona.id, second_factor: true })
  expect((await refusalOf(signInAsPersona(stranger(), { personId: real.id }))).code).toBe('platform.not-found')
})

test('a session dies idle, at its end, and with its account', async () => {
  const { id } = await somebody({ demonstration: true })
  const token = await signInAsPersona(stranger(), { personId: id })
  const hours = 3_600_000
  expect(await findSession(token, later(7.9 * hours))).not.toBeNull()
  expect(await findSession(token, later(15.8 * hours))).not.toBeNull()
  expect(await findSession(token, later(23.9 * hours))).toBeNull()
  await db().session.updateMany({ where: { personId: id }, data: { seenAt: later(7 * 24 * hours - 1) } })
  expect(await findSession(token, later(7 * 24 * hours))).toBeNull()
  expect(await findSession(token, later(7 * 24 * hours - 1))).not.toBeNull()
  await db().person.update({ where: { id }, data: { deactivatedAt: noon } })
  expect(await findSession(token, noon)).toBeNull()
})

test('a role that is given acts at the next request, one that is taken no more', async () => {
  const { id } = await somebody({ demonstration: true })
  const token = await signInAsPersona(stranger(), { personId: id })
  await db().roleAssignment.create({ data: { personId: id, role: 'data-steward', givenAt: noon } })
  expect((await findSession(token, noon))?.roles).toEqual(['data-steward'])
  await db().roleAssignment.deleteMany({ where: { personId: id } })
  expect((await findSession(token, noon))?.roles).toEqual([])
})

test('one session, the others, and this one can be ended; nobody else’s', async () => {
  const [me, other] = [await somebody(), await somebody()]
  expect((await refusalOf(endSession(as(me), { session: other.sessionId }))).code).toBe('platform.not-found')
  expect((await refusalOf(endSession(stranger(), { session: me.sessionId }))).code).toBe('platform.not-signed-in')
  await db().person.update({ where: { id: me.id }, data: { demonstration: true } })
  await signInAsPersona(stranger(), { personId: me.id })
  const second = await db().session.findFirstOrThrow({ where: { personId: me.id, id: { not: me.sessionId ?? '' } } })
  await endSession(as(me), { session: second.id })
  expect(await db().session.count({ where: { personId: me.id } })).toBe(1)
  await signInAsPersona(stranger(), { personId: me.id })
  await endOtherSessions(as(me), {})
  expect(await db().session.findMany({ where: { personId: me.id }, select: { id: true } })).toEqual([
    { id: me.sessionId },
  ])
  await signOut(as(me), {})
  expect(await db().session.count({ where: { personId: me.id } })).toBe(0)
  expect((await journalOf(me.id)).map(({ type }) => type)).toEqual([
    'identity.signed-in',
    'identity.session-ended',
    'identity.signed-in',
    'identity.other-sessions-ended',
    'identity.signed-out',
  ])
})

test('a write that rides on the cookie must come from our own pages', async () => {
  const { id } = await somebody({ demonstration: true })
  const now = new Date()
  const token = await signInAsPersona(stranger(now), { personId: id })
  const cookie = `other=1; ${sessionCookie()}=${token}`
  expect((await contextOf(request({ cookie }))).actor).toMatchObject({ kind: 'person', id })
  expect((await contextOf(request({ cookie, origin: 'http://localhost:3000' }, 'POST'))).actor).toMatchObject({ id })
  expect((await refusalOf(contextOf(request({ cookie, origin: 'https://evil.example' }, 'POST')))).code).toBe(
    'platform.wrong-origin',
  )
  expect((await refusalOf(contextOf(request({ cookie }, 'POST')))).code).toBe('platform.wrong-origin')
  expect((await contextOf(request({ cookie: 'session=nonsense' }))).actor).toEqual({ kind: 'anonymous' })
  expect((await refusalOf(contextOf(request({ authorization: 'Bearer nonsense' })))).code).toBe(
    'platform.not-signed-in',
  )
})
