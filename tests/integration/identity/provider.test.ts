import { expect, test } from 'vitest'
import { linkIdentity, signInWithProvider, unlinkIdentity } from '@/lib/identity/commands/provider'
import { findSession } from '@/lib/identity/store/sessions'
import { db } from '@/lib/platform/db'
import { as, journalOf, later, noon, refusalOf, somebody, stranger } from './people'

const mfa = 'https://refeds.org/profile/mfa'
const claimsOf = (sub: string, more: object = {}) => ({
  claims: {
    issuer: 'https://login.example.org',
    sub,
    name: 'Olle Org',
    email: `${sub}@uni.example`,
    email_verified: true,
    ...more,
  },
})
const enter = async (sub: string, more: object = {}, now = noon) => {
  const result = await signInWithProvider(stranger(now), claimsOf(sub, more))
  if (result.step !== 'done') throw new Error('expected a session')
  const session = await findSession(result.token, now)
  if (!session) throw new Error('expected a living session')
  return session
}

test('the first sign-in makes an account, later ones find it and renew what was said', async () => {
  const first = await enter('renewed', {
    eduperson_orcid: 'https://orcid.org/0000-0003-1415-9269',
    eduperson_assurance: 'low',
  })
  const second = await enter(
    'renewed',
    { voperson_external_affiliation: ['faculty@uni.example'], acr: mfa },
    later(1000),
  )
  expect(second.person_id).toBe(first.person_id)
  expect([first.second_factor, second.second_factor]).toEqual([false, true])
  const person = await db().person.findUniqueOrThrow({ where: { id: first.person_id }, include: { identities: true } })
  expect(person).toMatchObject({
    name: 'Olle Org',
    orcid: '0000-0003-1415-9269',
    orcidVouched: true,
    emailVerifiedAt: noon,
  })
  expect(person.identities).toMatchObject([
    { affiliation: ['faculty@uni.example'], assurance: [], mfaClass: mfa, seenAt: later(1000), linkedAt: noon },
  ])
  expect((await journalOf(person.id)).map(({ type }) => type).toSorted()).toEqual([
    'identity.person-arrived',
    'identity.signed-in',
    'identity.signed-in',
  ])
})

test.each([
  ['says so', { email_verified: true }, noon],
  ['is silent', { email_verified: undefined }, null],
  ['says no', { email_verified: false }, null],
  ['says it as a word', { email_verified: 'true' }, null],
])('an address counts as proven when the provider %s: %j', async (_, more, expected) => {
  const { person_id: id } = await enter(crypto.randomUUID(), more)
  expect((await db().person.findUniqueOrThrow({ where: { id } })).emailVerifiedAt).toEqual(expected)
})

test('an address that has an account is never joined to it', async () => {
  const owner = await somebody()
  const refusal = await refusalOf(
    signInWithProvider(stranger(), claimsOf('stranger', { email: owner.email.toUpperCase() })),
  )
  expect(refusal.code).toBe('identity.email-taken')
  expect(await db().externalIdentity.count({ where: { subject: 'stranger' } })).toBe(0)
})

test.each([
  ['without an address', { email: undefined }],
  ['with nonsense for one', { email: 'nonsense' }],
])('nobody new comes in %s', async (_, more) => {
  expect((await refusalOf(signInWithProvider(stranger(), claimsOf('nomail', more)))).code).toBe('identity.no-email')
})

test('an ORCID iD that another account has, or that does not check, is not taken over', async () => {
  const owner = await somebody()
  await db().person.update({ where: { id: owner.id }, data: { orcid: '0000-0002-9079-593X' } })
  const taken = await enter('orcid-taken', { eduperson_orcid: ['0000-0002-9079-593X'] })
  const wrong = await enter('orcid-wrong', { eduperson_orcid: ['0000-0002-9079-5931'] })
  const people = await db().person.findMany({
    where: { id: { in: [taken.person_id, wrong.person_id] } },
    select: { orcid: true },
  })
  expect(people).toEqual([{ orcid: null }, { orcid: null }])
})

test('many first sign-ins at once make one account', async () => {
  const answers = await Promise.allSettled([1, 2, 3, 4, 5].map(() => enter('parallel')))
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(5)
  expect(await db().person.count({ where: { email: 'parallel@uni.example' } })).toBe(1)
})

test('whoever has a second factor of their own is asked for it, unless the provider vouches for one', async () => {
  const { person_id: id } = await enter('careful')
  await db().totpCredential.create({ data: { personId: id, secret: 'sealed', confirmedAt: noon, createdAt: noon } })
  expect((await signInWithProvider(stranger(), claimsOf('careful'))).step).toBe('second-factor')
  expect((await signInWithProvider(stranger(), claimsOf('careful', { acr: mfa }))).step).toBe('done')
})

test('a closed account stays closed', async () => {
  const { person_id: id } = await enter('closed')
  await db().person.update({ where: { id }, data: { deactivatedAt: noon } })
  expect((await refusalOf(signInWithProvider(stranger(), claimsOf('closed')))).code).toBe('identity.deactivated')
})

test('an identity is linked while signed in, belongs to one account, and is not the last way in to be unlinked', async () => {
  const [me, other] = [await somebody(), await somebody()]
  await linkIdentity(as(me), claimsOf('linked', { email: other.email }))
  expect((await enter('linked')).person_id).toBe(me.id)
  expect((await refusalOf(linkIdentity(as(other), claimsOf('linked')))).code).toBe('identity.identity-linked-elsewhere')
  expect((await refusalOf(linkIdentity(stranger(), claimsOf('linked')))).code).toBe('platform.not-signed-in')
  const [identity] = await db().externalIdentity.findMany({ where: { personId: me.id } })
  expect((await refusalOf(unlinkIdentity(as(me), { identity: identity?.id }))).code).toBe('identity.last-way-in')
  await db().passwordCredential.create({ data: { personId: me.id, hash: 'x', changedAt: noon } })
  expect((await refusalOf(unlinkIdentity(as(other), { identity: identity?.id }))).code).toBe('platform.not-found')
  await unlinkIdentity(as(me), { identity: identity?.id })
  expect(await db().externalIdentity.count({ where: { personId: me.id } })).toBe(0)
})
