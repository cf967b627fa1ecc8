import { generate } from 'otplib'
import { expect, test } from 'vitest'
import { confirmSecondFactor } from '@/lib/identity/commands/second-factor-step'
import { signInWithPassword } from '@/lib/identity/commands/sign-in'
import { confirmTotp, removeTotp, renewCodes, startTotp } from '@/lib/identity/commands/totp'
import { findSession } from '@/lib/identity/store/sessions'
import { decrypt } from '@/lib/platform/crypto'
import { db } from '@/lib/platform/db'
import { as, journalOf, later, noon, refusalOf, somebody, stranger } from './people'

const password = 'correct horse battery'
const secretOf = async (personId: string) => {
  const { secret } = await db().totpCredential.findUniqueOrThrow({ where: { personId } })
  return decrypt(secret, `totp:${personId}`)
}
const codeOf = async (personId: string, now: Date) =>
  generate({ secret: await secretOf(personId), epoch: now.getTime() / 1000 })

/** Somebody with password and authenticator app, and their recovery codes. */
async function enrolled(roles: string[] = []) {
  const me = await somebody({ password, secondFactor: false, roles })
  await db().session.updateMany({ where: { personId: me.id }, data: { confirmedAt: noon } })
  await startTotp(as(me), {})
  const codes = await confirmTotp(as(me), { code: await codeOf(me.id, noon) })
  return { me, codes }
}

async function passFirst(email: string, now: Date): Promise<string> {
  const first = await signInWithPassword(stranger(now), { email, password, address: crypto.randomUUID() })
  if (first.step !== 'second-factor') throw new Error('expected the second step')
  return first.token
}

test('an app counts once its first code was right; that proves the session and ends the others', async () => {
  const me = await somebody({ password, secondFactor: false })
  await signInWithPassword(stranger(), { email: me.email, password })
  await startTotp(as(me), {})
  const wrong = await refusalOf(confirmTotp(as(me), { code: '000000' }))
  expect(wrong).toEqual({ code: 'platform.invalid', details: { fields: { code: ['identity.invalid.wrong-code'] } } })
  const codes = await confirmTotp(as(me), { code: await codeOf(me.id, noon) })
  expect(new Set(codes).size).toBe(10)
  expect(codes.every((code) => /^([a-z2-7]{4}-){3}[a-z2-7]{4}$/.test(code))).toBe(true)
  const sessions = await db().session.findMany({ where: { personId: me.id } })
  expect(sessions.map(({ id, secondFactorAt }) => ({ id, secondFactorAt }))).toEqual([
    { id: me.sessionId, secondFactorAt: noon },
  ])
  expect((await refusalOf(startTotp(as(me), {}))).code).toBe('identity.totp-there')
  const types = (await journalOf(me.id)).map(({ type }) => type)
  expect(types).toEqual(['identity.signed-in', 'identity.totp-started', 'identity.totp-confirmed'])
})

test('the secret is encrypted for its own row and written nowhere else', async () => {
  const { me } = await enrolled()
  const secret = await secretOf(me.id)
  const row = await db().totpCredential.findUniqueOrThrow({ where: { personId: me.id } })
  expect(row.secret).not.toContain(secret)
  expect(() => decrypt(row.secret, 'totp:somebody-else')).toThrow()
  expect(JSON.stringify(await journalOf(me.id))).not.toContain(secret)
})

test('password and code open a session proven by two factors; a code is good once', async () => {
  const { me } = await enrolled(['data-steward'])
  const now = later(60_000)
  const code = await codeOf(me.id, now)
  const done = await confirmSecondFactor(stranger(now), {
    ticket: await passFirst(me.email, now),
    code,
    userAgent: 'x',
  })
  if (done.step !== 'done') throw new Error('expected a session')
  expect(await findSession(done.token, now)).toMatchObject({
    person_id: me.id,
    second_factor: true,
    roles: ['data-steward'],
  })
  const replayed = confirmSecondFactor(stranger(now), { ticket: await passFirst(me.email, now), code })
  expect((await refusalOf(replayed)).code).toBe('identity.wrong-code')
})

test('one code in many hands at once opens one session', async () => {
  const { me } = await enrolled()
  const now = later(60_000)
  const code = await codeOf(me.id, now)
  const tickets = await Promise.all([1, 2, 3, 4].map(() => passFirst(me.email, now)))
  const answers = await Promise.allSettled(
    tickets.map((ticket) => confirmSecondFactor(stranger(now), { ticket, code })),
  )
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
})

test('a ticket is good once, for ten minutes and five tries, and for nobody else’s purpose', async () => {
  const { me } = await enrolled()
  const now = later(60_000)
  const ticket = await passFirst(me.email, now)
  const late = later(10 * 60_000, now)
  const stale = confirmSecondFactor(stranger(late), { ticket, code: await codeOf(me.id, late) })
  expect((await refusalOf(stale)).code).toBe('identity.start-again')
  const other = await passFirst(me.email, now)
  for (let n = 0; n < 5; n++) await refusalOf(confirmSecondFactor(stranger(now), { ticket: other, code: `00000${n}` }))
  const sixth = confirmSecondFactor(stranger(now), { ticket: other, code: await codeOf(me.id, now) })
  expect((await refusalOf(sixth)).code).toBe('platform.too-many')
  const nonsense = confirmSecondFactor(stranger(now), { ticket: 'nonsense', code: '123456' })
  expect((await refusalOf(nonsense)).code).toBe('identity.start-again')
})

test('a recovery code opens a session once; new ones void the old', async () => {
  const { me, codes } = await enrolled()
  const now = later(60_000)
  const spend = async (code = '') =>
    confirmSecondFactor(stranger(now), { ticket: await passFirst(me.email, now), code })
  expect((await spend(codes[0])).step).toBe('done')
  expect((await refusalOf(spend(codes[0]))).code).toBe('identity.wrong-code')
  const fresh = await renewCodes(as(me), {}).catch(() => null)
  expect(fresh).toBeNull()
  const renewed = await renewCodes(as({ ...me, secondFactor: true }), {})
  expect((await refusalOf(spend(codes[1]))).code).toBe('identity.wrong-code')
  expect((await spend(renewed[1]?.toUpperCase())).step).toBe('done')
})

test('the app is removed with a fresh code; what it proved is unproven', async () => {
  const { me } = await enrolled()
  const now = later(60_000)
  expect((await refusalOf(removeTotp(as(me, now), { code: '000000' }))).code).toBe('platform.invalid')
  await removeTotp(as(me, now), { code: await codeOf(me.id, now) })
  expect(await db().totpCredential.count({ where: { personId: me.id } })).toBe(0)
  expect(await db().recoveryCode.count({ where: { personId: me.id } })).toBe(0)
  expect(await db().session.findMany({ where: { personId: me.id }, select: { secondFactorAt: true } })).toEqual([
    { secondFactorAt: null },
  ])
})

test('no token and no stranger touches a second factor', async () => {
  const me = await somebody({ secondFactor: false })
  expect((await refusalOf(startTotp(stranger(), {}))).code).toBe('platform.not-signed-in')
  const token = { ...me, scopes: ['admin'], sessionId: null }
  expect((await refusalOf(startTotp(as(token), {}))).code).toBe('identity.session-needed')
})
