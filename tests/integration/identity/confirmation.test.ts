import { generate } from 'otplib'
import { expect, test } from 'vitest'
import { confirmOwnership, requestConfirmation } from '@/lib/identity/commands/confirmation'
import { linkIdentity } from '@/lib/identity/commands/provider'
import { confirmTotp, startTotp } from '@/lib/identity/commands/totp'
import { security, totpEnrolment } from '@/lib/identity/queries/account'
import { decrypt } from '@/lib/platform/crypto'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { mailsTo, react, ticketIn } from './mails'
import { as, journalOf, later, noon, refusalOf, somebody } from './people'

const password = 'correct horse battery'
const minutes = 60_000

/** A steward who has a password and nothing else, and a second browser of theirs (or of a thief of the password). */
async function steward() {
  const me = await somebody({ password, secondFactor: false, roles: ['data-steward'] })
  const session = { personId: me.id, method: 'password', createdAt: noon, seenAt: noon, expiresAt: later(86_400_000) }
  const other = await db().session.create({ data: { ...session, id: newId(), tokenHash: newId() } })
  return { me, elsewhere: { ...me, sessionId: other.id } }
}

async function mailedLink(me: Awaited<ReturnType<typeof somebody>>): Promise<string> {
  await requestConfirmation(as(me), {})
  await react('identity.confirmation-requested')
  const links = (await mailsTo(me.email)).filter(({ topic }) => topic === 'confirmation')
  return ticketIn(links.at(-1)?.text)
}

const codeOf = async (personId: string, now: Date) => {
  const { secret } = await db().totpCredential.findUniqueOrThrow({ where: { personId } })
  return generate({ secret: decrypt(secret, `totp:${personId}`), epoch: now.getTime() / 1000 })
}

test('a password alone adds no second factor to an account with a hub role, nor an identity that would stand for one', async () => {
  const { me } = await steward()
  expect(await refusalOf(startTotp(as(me), {}))).toEqual({ code: 'identity.confirm-first', details: { status: 403 } })
  const claims = { issuer: 'https://login.example.org', sub: 'thief', email: 'thief@uni.example' }
  expect((await refusalOf(linkIdentity(as(me), { claims }))).code).toBe('identity.confirm-first')
  expect((await security(as(me), {})).mayAdd).toBe(false)
  expect(await db().totpCredential.count({ where: { personId: me.id } })).toBe(0)
})

test('the mailed link and the password let that session add one, within a quarter of an hour', async () => {
  const { me } = await steward()
  const ticket = await mailedLink(me)
  const wrong = await refusalOf(confirmOwnership(as(me), { ticket, password: 'not the password' }))
  expect(wrong.details).toEqual({ fields: { password: ['identity.invalid.current-password'] } })
  await confirmOwnership(as(me), { ticket, password })
  expect((await refusalOf(startTotp(as(me, later(15 * minutes)), {}))).code).toBe('identity.confirm-first')
  await startTotp(as(me), {})
  expect(await confirmTotp(as(me), { code: await codeOf(me.id, noon) })).toHaveLength(10)
  expect((await journalOf(me.id)).map(({ type }) => type)).toEqual([
    'identity.confirmation-requested',
    'identity.ownership-confirmed',
    'identity.totp-started',
    'identity.totp-confirmed',
  ])
  expect((await refusalOf(confirmOwnership(as(me), { ticket, password }))).code).toBe('identity.confirmation-over')
})

test('the link is good for fifteen minutes, and in the browser that asked for it', async () => {
  const { me, elsewhere } = await steward()
  const ticket = await mailedLink(me)
  const late = confirmOwnership(as(me, later(15 * minutes)), { ticket, password })
  expect((await refusalOf(late)).code).toBe('identity.confirmation-over')
  const stolen = confirmOwnership(as(elsewhere), { ticket, password })
  expect((await refusalOf(stolen)).code).toBe('identity.confirmation-over')
  const stranger = await somebody({ password, roles: ['data-steward'], secondFactor: false })
  expect((await refusalOf(confirmOwnership(as(stranger), { ticket, password }))).code).toBe(
    'identity.confirmation-over',
  )
})

test('another session neither reads the secret of an enrolment nor ends it', async () => {
  const { me, elsewhere } = await steward()
  await confirmOwnership(as(me), { ticket: await mailedLink(me), password })
  await startTotp(as(me), {})
  expect(await totpEnrolment(as(me), {})).toMatchObject({ secret: expect.stringMatching(/^[A-Z2-7 ]+$/) })
  expect((await refusalOf(totpEnrolment(as(elsewhere), {}))).code).toBe('platform.not-found')
  expect((await security(as(elsewhere), {})).enrolling).toBe(false)
  const ended = confirmTotp(as(elsewhere), { code: await codeOf(me.id, noon) })
  expect((await refusalOf(ended)).code).toBe('identity.totp-not-begun')
})

test('an enrolment begun before a role was given is not ended without confirmation', async () => {
  const me = await somebody({ password, secondFactor: false })
  await startTotp(as(me), {})
  await db().roleAssignment.create({ data: { personId: me.id, role: 'data-steward', givenAt: noon } })
  const ended = confirmTotp(as(me), { code: await codeOf(me.id, noon) })
  expect((await refusalOf(ended)).code).toBe('identity.totp-not-begun')
})

test('whoever has no role, or came with a second factor, is not asked', async () => {
  const [plain, strong] = [
    await somebody({ password, secondFactor: false }),
    await somebody({ roles: ['data-steward'] }),
  ]
  await startTotp(as(plain), {})
  await startTotp(as(strong), {})
  expect((await security(as(strong), {})).mayAdd).toBe(true)
})
