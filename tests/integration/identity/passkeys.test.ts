import { expect, test } from 'vitest'
import { askPasskey, signInWithPasskey } from '@/lib/identity/commands/passkey-sign-in'
import { addPasskey, removePasskey, renamePasskey, startPasskey } from '@/lib/identity/commands/passkeys'
import { confirmSecondFactor } from '@/lib/identity/commands/second-factor-step'
import { signInWithPassword } from '@/lib/identity/commands/sign-in'
import { passkeys } from '@/lib/identity/queries/account'
import { secondStep } from '@/lib/identity/queries/second-step'
import { findSession } from '@/lib/identity/store/sessions'
import { db } from '@/lib/platform/db'
import { newAuthenticator } from '../../support/authenticator'
import { as, journalOf, later, noon, refusalOf, somebody, stranger } from './people'

const origin = 'http://localhost:3000'
const password = 'correct horse battery'
type Me = Awaited<ReturnType<typeof somebody>>
type Authenticator = ReturnType<typeof newAuthenticator>

/** Adds a passkey to the account in its session. */
async function add(me: Me, authenticator: Authenticator, name = 'phone') {
  const { ticket, options } = await startPasskey(as(me), {})
  return addPasskey(as(me), { ticket, name, response: JSON.stringify(authenticator.create(options)) })
}

/** Somebody with a password and a passkey, whose session was proven by it. */
async function owner(wish: Parameters<typeof somebody>[0] = {}) {
  const [me, authenticator] = [await somebody({ password, ...wish }), newAuthenticator(origin)]
  const { id, codes } = await add(me, authenticator)
  return { me, authenticator, passkey: id, codes }
}

/** A whole sign-in by passkey, the browser or authenticator doing something otherwise. */
async function signIn(
  authenticator: Authenticator,
  otherwise: Parameters<Authenticator['get']>[1] = {},
  step = '',
  now = noon,
) {
  const { ticket, options } = await askPasskey(stranger(now), { step })
  const input = { ticket, step, response: authenticator.get(options, otherwise), userAgent: 'x' }
  const result = await signInWithPasskey(stranger(now), input)
  if (result.step !== 'done') throw new Error('expected a session')
  return { ...result, input }
}

const passFirst = async (me: Me) => {
  const first = await signInWithPassword(stranger(), { email: me.email, password, address: crypto.randomUUID() })
  if (first.step !== 'second-factor') throw new Error('expected the second step')
  return first.token
}

test('a passkey is added, proves its session, ends the others and gives recovery codes once', async () => {
  const me = await somebody({ password, secondFactor: false })
  await signInWithPassword(stranger(), { email: me.email, password })
  const made = await add(me, newAuthenticator(origin))
  expect(new Set(made.codes).size).toBe(10)
  expect(
    await db().session.findMany({ where: { personId: me.id }, select: { id: true, secondFactorAt: true } }),
  ).toEqual([{ id: me.sessionId, secondFactorAt: noon }])
  expect((await add(me, newAuthenticator(origin), 'key ring')).codes).toBeNull()
  expect(await passkeys(as(me), {})).toMatchObject([
    { id: made.id, name: 'phone', createdAt: noon, lastUsedAt: null },
    { name: 'key ring' },
  ])
  const types = (await journalOf(me.id)).map(({ type }) => type)
  expect(types.slice(-2)).toEqual(['identity.passkey-started', 'identity.passkey-added'])
})

test('a passkey that verified its user opens a session by itself, proven by two factors', async () => {
  const { me, authenticator, passkey } = await owner({ roles: ['data-steward'] })
  const now = later(60_000)
  const { token } = await signIn(authenticator, { handle: me.id }, '', now)
  expect(await findSession(token, now)).toMatchObject({
    person_id: me.id,
    second_factor: true,
    roles: ['data-steward'],
  })
  expect(await passkeys(as(me), {})).toMatchObject([{ lastUsedAt: now }])
  expect((await db().passkey.findUniqueOrThrow({ where: { id: passkey } })).counter).toBe(1n)
  expect((await journalOf(me.id)).at(-1)).toMatchObject({
    type: 'identity.signed-in',
    data: { method: 'passkey', secondFactor: true, passkey },
  })
})

test('without verification of its user it is no sign-in, but a second step after the password', async () => {
  const { me, authenticator } = await owner()
  expect((await refusalOf(signIn(authenticator, { verified: false }))).code).toBe('identity.passkey-refused')
  const step = await passFirst(me)
  expect(await secondStep(stranger(), { ticket: step })).toEqual({ passkey: true })
  const { token } = await signIn(authenticator, { verified: false }, step)
  expect(await findSession(token, noon)).toMatchObject({ person_id: me.id, second_factor: true })
  expect((await refusalOf(askPasskey(stranger(), { step }))).code).toBe('identity.start-again')
  expect((await journalOf(me.id)).at(-1)).toMatchObject({ data: { method: 'password', secondFactor: true } })
})

test('recovery codes stand in for a lost passkey', async () => {
  const { me, codes } = await owner()
  const done = await confirmSecondFactor(stranger(), { ticket: await passFirst(me), code: codes?.[0] })
  expect(done.step).toBe('done')
})

test.each([
  ['of another origin', { origin: 'https://evil.example' }],
  ['to another challenge', { challenge: Buffer.from('x'.repeat(43)).toString('base64url') }],
  ['for another host', { rpId: 'evil.example' }],
  ['for another person', { handle: '00000000-0000-7000-8000-000000000000' }],
])('an answer %s opens nothing: %j', async (_, otherwise) => {
  const { me, authenticator } = await owner()
  const before = await db().session.count({ where: { personId: me.id } })
  expect((await refusalOf(signIn(authenticator, otherwise))).code).toBe('identity.passkey-refused')
  expect(await db().session.count({ where: { personId: me.id } })).toBe(before)
})

test('an answer is good once, within five minutes, and at once in many hands for one', async () => {
  const { authenticator } = await owner()
  const { input } = await signIn(authenticator)
  expect((await refusalOf(signInWithPasskey(stranger(), input))).code).toBe('identity.start-again')
  const { ticket, options } = await askPasskey(stranger(), {})
  const response = authenticator.get(options)
  const late = signInWithPasskey(stranger(later(5 * 60_000)), { ticket, response })
  expect((await refusalOf(late)).code).toBe('identity.start-again')
  const tries = [1, 2, 3, 4].map(() => signInWithPasskey(stranger(), { ticket, response }))
  const answers = await Promise.allSettled(tries)
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
})

test('a counter that does not grow shows a copy of the key; one that stays zero is of a synchronised passkey', async () => {
  const { authenticator } = await owner()
  await signIn(authenticator, { counter: 7 })
  expect((await refusalOf(signIn(authenticator, { counter: 7 }))).code).toBe('identity.passkey-refused')
  expect((await refusalOf(signIn(authenticator, { counter: 6 }))).code).toBe('identity.passkey-refused')
  await signIn(authenticator, { counter: 8 })
  const synchronised = (await owner()).authenticator
  await signIn(synchronised, { counter: 0 })
  await signIn(synchronised, { counter: 0 })
})

test('a challenge is good for what it was asked for, and in the browser that asked', async () => {
  const { me, authenticator } = await owner()
  const alone = await askPasskey(stranger(), {})
  const step = await passFirst(me)
  const mixed = { ticket: alone.ticket, step, response: authenticator.get(alone.options) }
  expect((await refusalOf(signInWithPasskey(stranger(), mixed))).code).toBe('identity.start-again')
  const [mine, theirs] = [await startPasskey(as(me), {}), await somebody()]
  const response = newAuthenticator(origin).create(mine.options)
  const stolen = addPasskey(as(theirs), { ticket: mine.ticket, name: 'x', response })
  expect((await refusalOf(stolen)).code).toBe('identity.passkey-not-made')
  const used = signInWithPasskey(stranger(), { ticket: mine.ticket, response: authenticator.get(mine.options) })
  expect((await refusalOf(used)).code).toBe('identity.start-again')
})

test('the passkey of another account does not pass the second step', async () => {
  const [mine, theirs] = [await owner(), await owner()]
  const step = await passFirst(mine.me)
  const wrong = signIn(theirs.authenticator, {}, step)
  expect((await refusalOf(wrong)).code).toBe('identity.passkey-refused')
  const plain = await somebody({ password, secondFactor: false })
  await db().totpCredential.create({ data: { personId: plain.id, secret: 'x', confirmedAt: noon, createdAt: noon } })
  expect((await refusalOf(askPasskey(stranger(), { step: await passFirst(plain) }))).code).toBe('identity.no-passkey')
})

test.each([
  ['of another origin', { origin: 'https://evil.example' }],
  ['to another challenge', { challenge: 'x'.repeat(43) }],
  ['for another host', { rpId: 'evil.example' }],
])('no passkey is made by an answer %s: %j', async (_, otherwise) => {
  const me = await somebody()
  const { ticket, options } = await startPasskey(as(me), {})
  const made = addPasskey(as(me), { ticket, name: 'x', response: newAuthenticator(origin).create(options, otherwise) })
  expect((await refusalOf(made)).code).toBe('identity.passkey-not-made')
  expect(await db().passkey.count({ where: { personId: me.id } })).toBe(0)
})

test('a passkey belongs to one account, and an account has twenty at most', async () => {
  const { authenticator } = await owner()
  const other = await somebody()
  expect((await refusalOf(add(other, authenticator))).code).toBe('identity.passkey-there')
  const { ticket, options } = await startPasskey(as(other), {})
  const many = Array.from({ length: 20 }, (_, n) => ({
    id: crypto.randomUUID(),
    personId: other.id,
    credentialId: `${other.id}-${n}`,
    publicKey: new Uint8Array([1]),
    counter: 0,
    transports: [],
    name: `${n}`,
    createdAt: noon,
  }))
  await db().passkey.createMany({ data: many })
  expect(options.excludeCredentials).toEqual([])
  expect((await refusalOf(startPasskey(as(other), {}))).code).toBe('identity.too-many-passkeys')
  const late = addPasskey(as(other), { ticket, name: 'x', response: newAuthenticator(origin).create(options) })
  expect((await refusalOf(late)).code).toBe('identity.too-many-passkeys')
})

test('a password alone adds no passkey to an account with a hub role', async () => {
  const me = await somebody({ password, secondFactor: false, roles: ['data-steward'] })
  expect((await refusalOf(startPasskey(as(me), {}))).code).toBe('identity.confirm-first')
})

test('a passkey is renamed and removed by its owner; then it opens nothing', async () => {
  const { me, authenticator, passkey } = await owner()
  const other = await somebody()
  expect((await refusalOf(renamePasskey(as(other), { passkey, name: 'mine' }))).code).toBe('platform.not-found')
  await renamePasskey(as(me), { passkey, name: 'old phone' })
  expect(await passkeys(as(me), {})).toMatchObject([{ name: 'old phone' }])
  expect((await refusalOf(removePasskey(as(other), { passkey }))).code).toBe('platform.not-found')
  const { ticket, options } = await askPasskey(stranger(), {})
  await removePasskey(as(me), { passkey })
  const removed = signInWithPasskey(stranger(), { ticket, response: authenticator.get(options) })
  expect((await refusalOf(removed)).code).toBe('identity.passkey-refused')
  expect(await db().recoveryCode.count({ where: { personId: me.id } })).toBe(0)
  expect(await db().session.findMany({ where: { personId: me.id }, select: { secondFactorAt: true } })).toEqual([
    { secondFactorAt: null },
  ])
  expect((await journalOf(me.id)).slice(-2).map(({ type }) => type)).toEqual([
    'identity.passkey-renamed',
    'identity.passkey-removed',
  ])
})

test('a role holder keeps one second factor, everybody a way in, and a session that is not proven removes none', async () => {
  const { me, passkey } = await owner({ roles: ['data-steward'] })
  expect((await refusalOf(removePasskey(as(me), { passkey }))).code).toBe('identity.last-second-factor')
  expect((await refusalOf(removePasskey(as({ ...me, secondFactor: false }), { passkey }))).code).toBe(
    'platform.second-factor',
  )
  const second = await add(me, newAuthenticator(origin), 'key ring')
  const both = await Promise.allSettled([passkey, second.id].map((id) => removePasskey(as(me), { passkey: id })))
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  const only = await somebody()
  const { id } = await add(only, newAuthenticator(origin))
  expect((await refusalOf(removePasskey(as(only), { passkey: id }))).code).toBe('identity.last-way-in')
})

test('a closed account stays closed to its passkey', async () => {
  const { me, authenticator } = await owner()
  await db().person.update({ where: { id: me.id }, data: { deactivatedAt: noon } })
  expect((await refusalOf(signIn(authenticator))).code).toBe('identity.passkey-refused')
})
