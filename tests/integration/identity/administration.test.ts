import { expect, test } from 'vitest'
import { deactivatePerson, invitePerson, reactivatePerson, resetSecondFactors } from '@/lib/identity/commands/accounts'
import { giveRole, takeRole } from '@/lib/identity/commands/roles'
import { setPassword } from '@/lib/identity/commands/set-password'
import { createToken } from '@/lib/identity/commands/tokens'
import { startTotp } from '@/lib/identity/commands/totp'
import { personFile, searchPeople } from '@/lib/identity/queries/people'
import { findToken } from '@/lib/identity/store/sessions'
import { db } from '@/lib/platform/db'
import { as, journalOf, noon, refusalOf, somebody, stranger } from './people'

const administrator = () => somebody({ name: 'Ada', roles: ['hub-administrator'] })
const decision = (person: string, role = 'data-steward') => ({ person, role, reason: 'Agreed at the weekly meeting' })

test('a role is given and taken with a reason, which stays out of the journal', async () => {
  const [ada, dana] = [await administrator(), await somebody()]
  await giveRole(as(ada), decision(dana.id))
  expect(await db().roleAssignment.findMany({ where: { personId: dana.id }, select: { role: true } })).toEqual([
    { role: 'data-steward' },
  ])
  await takeRole(as(ada), decision(dana.id))
  expect(await db().roleAssignment.count({ where: { personId: dana.id } })).toBe(0)
  const changes = await db().roleChange.findMany({ where: { personId: dana.id }, orderBy: { id: 'asc' } })
  expect(changes).toMatchObject([
    { action: 'given', byId: ada.id, reason: 'Agreed at the weekly meeting', at: noon },
    { action: 'taken', byId: ada.id },
  ])
  expect(await journalOf(dana.id)).toEqual([
    { type: 'identity.role-given', actorId: ada.id, data: { role: 'data-steward', change: changes[0]?.id } },
    { type: 'identity.role-taken', actorId: ada.id, data: { role: 'data-steward', change: changes[1]?.id } },
  ])
})

test('only an administrator whose role acts decides; for everyone else there is nothing', async () => {
  const dana = await somebody()
  const weak = await somebody({ roles: ['hub-administrator'], secondFactor: false })
  const steward = await somebody({ roles: ['data-steward'] })
  const token = { ...(await administrator()), scopes: ['catalogue:write'], sessionId: null }
  for (const command of [giveRole, takeRole]) {
    expect((await refusalOf(command(stranger(), decision(dana.id)))).code).toBe('platform.not-signed-in')
    expect((await refusalOf(command(as(steward), decision(dana.id)))).code).toBe('platform.not-found')
    expect((await refusalOf(command(as(weak), decision(dana.id)))).code).toBe('platform.second-factor')
    expect((await refusalOf(command(as(token), decision(dana.id)))).code).toBe('platform.scope')
  }
  for (const query of [searchPeople, personFile]) {
    expect((await refusalOf(query(as(steward), { person: dana.id }))).code).toBe('platform.not-found')
    expect((await refusalOf(query(stranger(), { person: dana.id }))).code).toBe('platform.not-signed-in')
  }
  expect((await refusalOf(personFile(as(await administrator()), { person: crypto.randomUUID() }))).code).toBe(
    'platform.not-found',
  )
})

test('a reason is asked for, and holds no personal number', async () => {
  const [ada, dana] = [await administrator(), await somebody()]
  const short = await refusalOf(giveRole(as(ada), { ...decision(dana.id), reason: 'ok' }))
  expect(short.details).toEqual({ fields: { reason: ['identity.invalid.reason'] } })
  const number = await refusalOf(giveRole(as(ada), { ...decision(dana.id), reason: 'is 811228-9874 in person' }))
  expect(number.details).toEqual({ fields: { reason: ['identity.invalid.personal-number'] } })
})

test('two administrators who take the role from each other at once leave one', async () => {
  await db().roleAssignment.deleteMany({ where: { role: 'hub-administrator' } })
  const [one, two] = [await administrator(), await administrator()]
  const take = (by: typeof one, from: typeof one) => takeRole(as(by), decision(from.id, 'hub-administrator'))
  const answers = await Promise.allSettled([take(one, two), take(two, one), take(one, one), take(two, two)])
  expect(answers.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThan(0)
  expect(await db().roleAssignment.count({ where: { role: 'hub-administrator' } })).toBe(1)
})

test('the last administrator neither steps down nor is closed out', async () => {
  await db().roleAssignment.deleteMany({ where: { role: 'hub-administrator' } })
  const ada = await administrator()
  expect((await refusalOf(takeRole(as(ada), decision(ada.id, 'hub-administrator')))).code).toBe(
    'identity.last-administrator',
  )
  expect((await refusalOf(deactivatePerson(as(ada), { person: ada.id, reason: 'tired of it' }))).code).toBe(
    'identity.last-administrator',
  )
  expect((await refusalOf(giveRole(as(ada), decision(ada.id)))).code).toBe('identity.own-role')
})

test('a closed account has neither sessions nor tokens, and opens again without them', async () => {
  const [ada, dana] = [await administrator(), await somebody()]
  const { token } = await createToken(as(dana), { name: 'script', scopes: ['catalogue:read'], days: 5 })
  expect(await findToken(token, noon)).not.toBeNull()
  await deactivatePerson(as(ada), { person: dana.id, reason: 'Left the university' })
  expect(await db().session.count({ where: { personId: dana.id } })).toBe(0)
  expect(await findToken(token, noon)).toBeNull()
  expect((await refusalOf(deactivatePerson(as(ada), { person: dana.id, reason: 'once more' }))).code).toBe(
    'identity.already-deactivated',
  )
  await reactivatePerson(as(ada), { person: dana.id, reason: 'Came back' })
  expect((await refusalOf(reactivatePerson(as(ada), { person: dana.id, reason: 'once more' }))).code).toBe(
    'identity.not-deactivated',
  )
  expect(await findToken(token, noon)).toBeNull()
  expect((await journalOf(dana.id)).map(({ type }) => type)).toEqual([
    'identity.token-created',
    'identity.person-deactivated',
    'identity.person-reactivated',
  ])
})

test('lost second factors are removed by an administrator, with a reason', async () => {
  const [ada, dana] = [await administrator(), await somebody()]
  expect((await refusalOf(resetSecondFactors(as(ada), { person: dana.id, reason: 'lost telephone' }))).code).toBe(
    'identity.no-second-factor',
  )
  await startTotp(as(dana), {})
  await db().totpCredential.update({ where: { personId: dana.id }, data: { confirmedAt: noon } })
  await resetSecondFactors(as(ada), { person: dana.id, reason: 'lost telephone' })
  expect(await db().totpCredential.count({ where: { personId: dana.id } })).toBe(0)
  expect(
    await db().accountChange.count({ where: { personId: dana.id, action: 'second-factors-reset', byId: ada.id } }),
  ).toBe(1)
})

test('an invitation makes an account that its link opens', async () => {
  const ada = await administrator()
  const { id, token } = await invitePerson(as(ada), {
    name: 'Inga Inviterad',
    email: 'Inga@example.org',
    language: 'sv',
  })
  expect(
    (await refusalOf(invitePerson(as(ada), { name: 'Again', email: 'inga@example.org', language: 'sv' }))).code,
  ).toBe('identity.email-taken')
  await setPassword(stranger(), { ticket: token, password: 'en lång mening om hus' })
  expect(await db().passwordCredential.count({ where: { personId: id } })).toBe(1)
  expect(JSON.stringify(await journalOf(id))).not.toContain(token)
})

test('people are found by words and role, in order, a page at a time', async () => {
  const ada = await administrator()
  for (const n of Array.from({ length: 55 }, (_, at) => at))
    await somebody({ name: `Sökt Person ${String(n).padStart(2, '0')}`, roles: n < 2 ? ['reviewer'] : [] })
  const first = await searchPeople(as(ada), { q: 'person sökt' })
  expect(first.total).toBe(55)
  expect(first.people).toHaveLength(50)
  const second = await searchPeople(as(ada), { q: 'person sökt', cursor: first.next ?? '' })
  expect(second.people.map(({ name }) => name)).toEqual([50, 51, 52, 53, 54].map((n) => `Sökt Person ${n}`))
  expect(second.next).toBeNull()
  expect((await searchPeople(as(ada), { q: 'sökt', role: 'reviewer' })).people.map(({ roles }) => roles)).toEqual([
    ['reviewer'],
    ['reviewer'],
  ])
})
