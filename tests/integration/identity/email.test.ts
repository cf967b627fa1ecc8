import { generate } from 'otplib'
import { expect, test } from 'vitest'
import { changeEmail, requestEmailChange } from '@/lib/identity/commands/email'
import { requestReset } from '@/lib/identity/commands/links'
import { setPassword } from '@/lib/identity/commands/set-password'
import { signInWithPassword } from '@/lib/identity/commands/sign-in'
import { emailLink } from '@/lib/identity/queries/email-link'
import { encrypt } from '@/lib/platform/crypto'
import { db } from '@/lib/platform/db'
import { newTotpSecret } from '@/lib/platform/totp'
import { mailsTo, react, ticketIn } from './mails'
import { as, journalOf, later, noon, refusalOf, somebody, stranger } from './people'

const password = 'correct horse battery'
const minutes = 60_000
const fresh = () => `${crypto.randomUUID()}@new.example`
type Me = Awaited<ReturnType<typeof somebody>>

/** Asks, and gives the link that went to the new address. */
async function ask(me: Me, email: string, proof: object = { password }): Promise<string> {
  await requestEmailChange(as(me), { email, ...proof })
  await react('identity.email-change-requested')
  return ticketIn((await mailsTo(email.toLowerCase())).at(-1)?.text)
}

const emailOf = async ({ id }: Me) => (await db().person.findUniqueOrThrow({ where: { id } })).email

test('the new address is told by a link, the present one in words, and nothing changes before the link is followed', async () => {
  const [me, email] = [await somebody({ password }), fresh()]
  const ticket = await ask(me, email.toUpperCase())
  expect((await mailsTo(me.email)).map(({ text }) => text).join()).toContain('Another e-mail address was asked for')
  expect((await mailsTo(me.email)).map(({ text }) => ticketIn(text)).join('')).toBe('')
  expect(await emailOf(me)).toBe(me.email)
  expect(await emailLink(stranger(), { ticket })).toEqual({ email })
  await changeEmail(stranger(), { ticket })
  expect(await db().person.findUniqueOrThrow({ where: { id: me.id } })).toMatchObject({ email, emailVerifiedAt: noon })
  await react('identity.email-changed')
  expect((await mailsTo(me.email)).map(({ text }) => text).join()).toContain('has another e-mail address from now on')
  expect((await refusalOf(changeEmail(stranger(), { ticket }))).code).toBe('identity.link-over')
  expect(await emailLink(stranger(), { ticket })).toEqual({ email: null })
  expect((await signInWithPassword(stranger(), { email, password })).step).toBe('done')
  const journal = await journalOf(me.id)
  expect(journal.map(({ type }) => type)).toEqual([
    'identity.email-change-requested',
    'identity.email-changed',
    'identity.signed-in',
  ])
  expect(JSON.stringify(journal)).not.toContain('@')
})

test('a link is good for one hour', async () => {
  const me = await somebody({ password })
  const ticket = await ask(me, fresh())
  expect((await refusalOf(changeEmail(stranger(later(60 * minutes)), { ticket }))).code).toBe('identity.link-over')
  await changeEmail(stranger(later(60 * minutes - 1)), { ticket })
})

test('it asks for the password', async () => {
  const me = await somebody({ password })
  for (const proof of [{}, { password: 'not the password' }, { code: '000000' }]) {
    const refusal = await refusalOf(requestEmailChange(as(me), { email: fresh(), ...proof }))
    expect(refusal.details).toEqual({ fields: { password: ['identity.invalid.current-password'] } })
  }
  const same = await refusalOf(requestEmailChange(as(me), { email: me.email, password }))
  expect(same.details).toEqual({ fields: { email: ['identity.invalid.email-own'] } })
  expect(await journalOf(me.id)).toEqual([])
})

test('without a password it asks for a fresh code, which is good once', async () => {
  const me = await somebody()
  const plain = newTotpSecret()
  const secret = encrypt(plain, `totp:${me.id}`)
  await db().totpCredential.create({ data: { personId: me.id, secret, confirmedAt: noon, createdAt: noon } })
  const code = await generate({ secret: plain, epoch: noon.getTime() / 1000 })
  const wrong = await refusalOf(requestEmailChange(as(me), { email: fresh(), code: '000000' }))
  expect(wrong.details).toEqual({ fields: { code: ['identity.invalid.wrong-code'] } })
  await requestEmailChange(as(me), { email: fresh(), code })
  const again = await refusalOf(requestEmailChange(as(me), { email: fresh(), code }))
  expect(again.details).toEqual({ fields: { code: ['identity.invalid.wrong-code'] } })
})

test('with neither, a sign-in of the last ten minutes shows that it is the owner', async () => {
  const me = await somebody()
  const late = as(me, later(10 * minutes))
  expect((await refusalOf(requestEmailChange(late, { email: fresh() }))).code).toBe('identity.sign-in-again')
  await requestEmailChange(as(me, later(10 * minutes - 1)), { email: fresh() })
})

test('a password alone moves no account with a hub role', async () => {
  const me = await somebody({ password, secondFactor: false, roles: ['data-steward'] })
  expect((await refusalOf(requestEmailChange(as(me), { email: fresh(), password }))).code).toBe(
    'identity.confirm-first',
  )
})

test('an address that has an account: the same answer, its owner is told, and there is no link', async () => {
  const [me, other] = [await somebody({ password }), await somebody()]
  await expect(requestEmailChange(as(me), { email: other.email, password })).resolves.toBeUndefined()
  await react('identity.email-change-requested')
  const [mail] = await mailsTo(other.email)
  expect(mail?.text).toContain('It belongs to an account of yours already')
  expect(ticketIn(mail?.text)).toBe('')
})

test('an address that was taken since is not given; of many who follow their links at once, one has it', async () => {
  const email = fresh()
  const people = await Promise.all([1, 2, 3].map(() => somebody({ password })))
  const tickets: string[] = []
  for (const me of people) tickets.push(await ask(me, email))
  const links = (await mailsTo(email)).map(({ text }) => ticketIn(text))
  const answers = await Promise.allSettled(links.map((ticket) => changeEmail(stranger(), { ticket })))
  expect(answers.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected', 'rejected'])
  expect(await db().person.count({ where: { email } })).toBe(1)
})

test('links that were mailed to the former address are void, and those of a change that was overtaken', async () => {
  const me = await somebody({ password })
  await requestReset(stranger(), { email: me.email, language: 'en' })
  await react('identity.reset-requested')
  const reset = ticketIn((await mailsTo(me.email))[0]?.text)
  const [first, second] = [await ask(me, fresh()), await ask(me, fresh())]
  await changeEmail(stranger(), { ticket: second })
  expect((await refusalOf(setPassword(stranger(), { ticket: reset, password: 'tolv fina små grisar' }))).code).toBe(
    'identity.link-over',
  )
  expect((await refusalOf(changeEmail(stranger(), { ticket: first }))).code).toBe('identity.link-over')
})

test('a closed account is not moved', async () => {
  const me = await somebody({ password })
  const ticket = await ask(me, fresh())
  await db().person.update({ where: { id: me.id }, data: { deactivatedAt: noon } })
  expect((await refusalOf(changeEmail(stranger(), { ticket }))).code).toBe('identity.link-over')
  expect(await emailOf(me)).toBe(me.email)
})
