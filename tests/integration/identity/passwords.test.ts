import { expect, test, vi } from 'vitest'
import { requestRegistration, requestReset } from '@/lib/identity/commands/links'
import { changePassword } from '@/lib/identity/commands/password'
import { setPassword } from '@/lib/identity/commands/set-password'
import { signInWithPassword } from '@/lib/identity/commands/sign-in'
import { createToken } from '@/lib/identity/commands/tokens'
import { db } from '@/lib/platform/db'
import { hashPassword } from '@/lib/platform/password-hash'
import { mailsTo, react, ticketIn } from './mails'
import { as, journalOf, later, noon, refusalOf, somebody, stranger } from './people'

const password = 'correct horse battery'
const better = 'tolv fina små grisar'

test('registration: a link by mail, then a password; no account before', async () => {
  const email = 'new.person@example.org'
  await requestRegistration(stranger(), { name: 'Nya Person', email, language: 'sv' })
  expect(await db().person.count({ where: { email } })).toBe(0)
  await react('identity.registration-requested')
  await react('identity.registration-requested')
  const mails = await mailsTo(email)
  expect(mails).toHaveLength(1)
  expect(mails[0]?.text).toContain('Välj ett lösenord')
  const ticket = ticketIn(mails[0]?.text)
  const weak = await refusalOf(setPassword(stranger(), { ticket, password: 'för kort' }))
  expect(weak.details).toEqual({ fields: { password: ['identity.invalid.password-short'] } })
  await setPassword(stranger(), { ticket, password: better })
  const person = await db().person.findUniqueOrThrow({ where: { email } })
  expect(person).toMatchObject({ name: 'Nya Person', language: 'sv', emailVerifiedAt: noon })
  expect((await signInWithPassword(stranger(), { email, password: better })).step).toBe('done')
  expect((await refusalOf(setPassword(stranger(), { ticket, password: better }))).code).toBe('identity.link-over')
  expect(await journalOf(person.id)).toMatchObject([
    { type: 'identity.password-set', data: { occasion: 'register' } },
    { type: 'identity.signed-in' },
  ])
})

test('an address that has an account: the same answer, and its owner is told', async () => {
  const { email } = await somebody({ password })
  await expect(
    requestRegistration(stranger(), { name: 'Somebody Else', email, language: 'en' }),
  ).resolves.toBeUndefined()
  await react('identity.registration-requested')
  const [mail] = await mailsTo(email)
  expect(mail?.text).toContain('You have one already')
  expect(ticketIn(mail?.text)).toBe('')
})

test('two links for one address make one account', async () => {
  const email = 'twice@example.org'
  await requestRegistration(stranger(), { name: 'Twice', email, language: 'en' })
  await requestRegistration(stranger(), { name: 'Twice', email, language: 'en' })
  await react('identity.registration-requested')
  const tickets = (await mailsTo(email)).map(({ text }) => ticketIn(text))
  const answers = await Promise.allSettled(
    tickets.map((ticket) => setPassword(stranger(), { ticket, password: better })),
  )
  expect(tickets).toHaveLength(2)
  expect(answers.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  expect(await db().person.count({ where: { email } })).toBe(1)
})

test('reset: a link within the hour, which ends sessions and other links, and keeps the second factor', async () => {
  const me = await somebody({ password })
  await requestReset(stranger(), { email: me.email, language: 'en' })
  await requestReset(stranger(), { email: me.email, language: 'en' })
  await react('identity.reset-requested')
  const [first, second] = (await mailsTo(me.email)).map(({ text }) => ticketIn(text))
  expect((await refusalOf(setPassword(stranger(later(3_600_000)), { ticket: first, password: better }))).code).toBe(
    'identity.link-over',
  )
  const { device } = await setPassword(stranger(), { ticket: first, password: better })
  expect(await db().session.count({ where: { personId: me.id } })).toBe(0)
  expect((await refusalOf(setPassword(stranger(), { ticket: second, password: better }))).code).toBe(
    'identity.link-over',
  )
  expect((await refusalOf(signInWithPassword(stranger(), { email: me.email, password }))).code).toBe(
    'identity.wrong-credentials',
  )
  expect((await signInWithPassword(stranger(), { email: me.email, password: better, device })).step).toBe('done')
})

test('reset: API tokens are revoked, which the journal and the mail say', async () => {
  const me = await somebody({ password })
  const made = await createToken(as(me), { name: 'notebook', scopes: 'account:read', days: 9 })
  await createToken(as(me), { name: 'other', scopes: 'account:read', days: 9 })
  await requestReset(stranger(), { email: me.email, language: 'en' })
  await react('identity.reset-requested')
  const [mail] = await mailsTo(me.email)
  await setPassword(stranger(later(1000)), { ticket: ticketIn(mail?.text), password: better })
  expect(await db().apiToken.count({ where: { personId: me.id, revokedAt: null } })).toBe(0)
  expect((await journalOf(me.id)).filter(({ type }) => type === 'identity.token-revoked')).toHaveLength(2)
  const said = await db().event.findFirst({
    where: { type: 'identity.token-revoked', data: { path: ['token'], equals: made.id } },
  })
  expect(said?.subjectId).toBe(me.id)
  await react('identity.password-set')
  expect((await mailsTo(me.email)).map(({ text }) => text).join()).toContain('every API token was revoked')
})

test('reset: whoever proves an address that nobody had proven shares the account with no earlier identity', async () => {
  const [proven, unproven] = [await somebody({ password }), await somebody({ password })]
  await db().person.update({ where: { id: proven.id }, data: { emailVerifiedAt: noon } })
  for (const { id, email } of [proven, unproven]) {
    const identity = { issuer: 'https://login.example.org', subject: id, seenAt: noon, linkedAt: noon }
    await db().externalIdentity.create({ data: { id: crypto.randomUUID(), personId: id, ...identity } })
    await requestReset(stranger(), { email, language: 'en' })
  }
  await react('identity.reset-requested')
  for (const { email } of [proven, unproven])
    await setPassword(stranger(), { ticket: ticketIn((await mailsTo(email))[0]?.text), password: better })
  const left = await db().externalIdentity.findMany({ select: { personId: true } })
  expect(left).toEqual([{ personId: proven.id }])
  expect((await journalOf(unproven.id)).map(({ type }) => type)).toContain('identity.identity-unlinked')
})

/** Changes the password's hash in a transaction that commits once somebody waits for its lock. */
async function changeWhileWaited(personId: string, hash: string): Promise<void> {
  await db().$transaction(
    async (tx) => {
      await tx.$queryRaw`SELECT id FROM person WHERE id = ${personId}::uuid FOR UPDATE`
      await tx.passwordCredential.update({ where: { personId }, data: { hash } })
      await vi.waitFor(
        async () => {
          expect(await blocked()).toBeGreaterThan(0)
        },
        { timeout: 15_000 },
      )
    },
    { timeout: 20_000 },
  )
}

const blocked = async (): Promise<number> => {
  const rows = await db().$queryRaw<unknown[]>`
    SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND cardinality(pg_blocking_pids(pid)) > 0`
  return rows.length
}

test('a password is tried before any row is locked, and what was found is judged again under the lock', async () => {
  const me = await somebody({ password })
  const [, signIn] = await Promise.all([
    changeWhileWaited(me.id, await hashPassword(better)),
    refusalOf(signInWithPassword(stranger(), { email: me.email, password })),
  ])
  expect(signIn.code).toBe('identity.wrong-credentials')
  const forged = { email: me.email, password: 'a guess', fitting: (await hashOf(me.id)) ?? '' }
  expect((await refusalOf(signInWithPassword(stranger(), forged))).code).toBe('identity.wrong-credentials')
  expect((await signInWithPassword(stranger(), { email: me.email, password: better })).step).toBe('done')
})

const hashOf = async (personId: string) =>
  (await db().passwordCredential.findUnique({ where: { personId }, select: { hash: true } }))?.hash

test('nobody is told whether an address has an account, and nobody is drowned in mail', async () => {
  const unknown = { email: 'unknown@example.org', language: 'en' }
  for (let n = 0; n < 4; n++) await requestReset(stranger(), { ...unknown, address: `192.0.2.${n}` })
  await react('identity.reset-requested')
  expect(await mailsTo(unknown.email)).toEqual([])
  expect((await refusalOf(requestReset(stranger(), unknown))).code).toBe('platform.too-many')
})

test('a link by itself is worth nothing without the secret of the portal', async () => {
  const { email } = await somebody({ password })
  await requestReset(stranger(), { email, language: 'en' })
  const event = await db().event.findFirstOrThrow({
    where: { type: 'identity.reset-requested' },
    orderBy: { id: 'desc' },
  })
  const guess = `${event.subjectId.replaceAll('-', '')}.${'A'.repeat(43)}`
  expect((await refusalOf(setPassword(stranger(), { ticket: guess, password: better }))).code).toBe(
    'identity.link-over',
  )
  expect(JSON.stringify(event)).not.toContain(email)
})

test('a change asks for the old password, ends the other sessions and tells the owner', async () => {
  const me = await somebody({ password })
  await signInWithPassword(stranger(), { email: me.email, password })
  const wrong = await refusalOf(changePassword(as(me), { current: 'wrong one entirely', password: better }))
  expect(wrong.details).toEqual({ fields: { current: ['identity.invalid.current-password'] } })
  const own = await refusalOf(changePassword(as(me), { current: password, password: 'Somebody-else-1' }))
  expect(own.details).toEqual({ fields: { password: ['identity.invalid.password-own'] } })
  await changePassword(as(me), { current: password, password: better })
  expect(await db().session.findMany({ where: { personId: me.id }, select: { id: true } })).toEqual([
    { id: me.sessionId },
  ])
  await react('identity.password-set')
  expect((await mailsTo(me.email)).map(({ topic }) => topic)).toEqual(['account'])
  const said = JSON.stringify([await journalOf(me.id), await mailsTo(me.email)])
  expect(said).not.toContain(better)
  expect(said).not.toContain(password)
})

test('whoever has no password yet sets the first one while signed in', async () => {
  const me = await somebody()
  await changePassword(as(me), { password: better })
  const { hash } = await db().passwordCredential.findUniqueOrThrow({ where: { personId: me.id } })
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect((await refusalOf(changePassword(stranger(), { password: better }))).code).toBe('platform.not-signed-in')
})
