import { generateKeyPairSync } from 'node:crypto'
import sshpk from 'sshpk'
import { expect, test } from 'vitest'
import { setNotifications, updateProfile } from '@/lib/identity/commands/profile'
import { addSshKey, removeSshKey } from '@/lib/identity/commands/ssh-keys'
import { takeOwnData } from '@/lib/identity/commands/take-own-data'
import { createToken, revokeToken } from '@/lib/identity/commands/tokens'
import { notifications, profile, sessions, tokens } from '@/lib/identity/queries/account'
import { contextOf } from '@/lib/identity/session'
import { personColumns } from '@/lib/identity/store/own-rows'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { as, journalOf, later, noon, refusalOf, somebody, stranger } from './people'

const form = { name: 'Sam', orcid: '', organisation: '', department: '', language: 'en', revision: 1 }
const personalNumber = '811228-9874'

test('a profile is saved, its identifiers in their plain form', async () => {
  const me = await somebody()
  const orcid = 'https://orcid.org/0000-0002-1694-233x'
  await updateProfile(as(me), {
    ...form,
    orcid,
    organisation: 'Linköping University · https://ror.org/05ynxx418',
    department: 'IMT',
  })
  const saved = await profile(as(me), {})
  expect(saved).toMatchObject({
    name: 'Sam',
    orcid: '0000-0002-1694-233X',
    organisation: 'https://ror.org/05ynxx418',
    revision: 2,
  })
  expect(await journalOf(me.id)).toMatchObject([
    { type: 'identity.profile-changed', data: { fields: ['name', 'orcid', 'organisation', 'department'] } },
  ])
})

test.each([
  ['name', personalNumber, 'identity.invalid.personal-number'],
  ['department', `IMT ${personalNumber}`, 'identity.invalid.personal-number'],
  ['name', ' ', 'identity.invalid.required'],
  ['name', 'a\u202Eb', 'identity.invalid.control'],
  ['orcid', '0000-0002-1825-0098', 'identity.invalid.orcid'],
  ['organisation', 'https://ror.org/05ynxx419', 'identity.invalid.ror'],
])('a %s of %j is refused there', async (field, value, message) => {
  const me = await somebody()
  const refusal = await refusalOf(updateProfile(as(me), { ...form, [field]: value }))
  expect(refusal).toEqual({ code: 'platform.invalid', details: { fields: { [field]: [message] } } })
  const kept = JSON.stringify([await journalOf(me.id), await db().person.findUnique({ where: { id: me.id } })])
  expect(kept).not.toContain(personalNumber)
})

test('an older form does not save over a newer one, and an ORCID iD has one owner', async () => {
  const [me, other] = [await somebody(), await somebody()]
  const orcid = '0000-0001-5109-3700'
  await updateProfile(as(me), { ...form, orcid })
  expect((await refusalOf(updateProfile(as(me), form))).code).toBe('platform.conflict')
  const taken = await refusalOf(updateProfile(as(other), { ...form, orcid }))
  expect(taken.details).toEqual({ fields: { orcid: ['identity.invalid.orcid-taken'] } })
  expect((await refusalOf(updateProfile(stranger(), form))).code).toBe('platform.not-signed-in')
})

test('topics that are not ticked are off', async () => {
  const me = await somebody()
  expect(await notifications(as(me), {})).toContain('saved-search')
  await setNotifications(as(me), { enabled: ['new-version'] })
  expect(await notifications(as(me), {})).toEqual(['new-version'])
})

const pair = (type: 'ed25519' | 'rsa' | 'ec', bits = 0) => {
  const made =
    type === 'rsa'
      ? generateKeyPairSync('rsa', { modulusLength: bits })
      : type === 'ec'
        ? generateKeyPairSync('ec', { namedCurve: 'P-256' })
        : generateKeyPairSync('ed25519')
  const pem = made.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  const [kind, body] = sshpk.parsePrivateKey(pem, 'pem').toPublic().toString('ssh').split(' ')
  return { pem, line: `${kind} ${body} me@home` }
}

test('strong SSH keys are kept with their fingerprint, once each', async () => {
  const me = await somebody()
  const { line } = pair('ed25519')
  const { id, fingerprint } = await addSshKey(as(me), { name: 'laptop', key: line })
  expect(fingerprint).toBe(sshpk.parseKey(line, 'ssh').fingerprint('sha256').toString())
  expect(await db().sshKey.findUnique({ where: { id } })).toMatchObject({
    type: 'ed25519',
    publicKey: line.replace(' me@home', ''),
  })
  expect((await refusalOf(addSshKey(as(me), { name: 'again', key: line }))).code).toBe('identity.ssh-key-there')
  await addSshKey(as(me), { name: 'ec', key: pair('ec').line })
  await addSshKey(as(me), { name: 'rsa', key: pair('rsa', 3072).line })
  expect((await refusalOf(removeSshKey(as(await somebody()), { key: id }))).code).toBe('platform.not-found')
  await removeSshKey(as(me), { key: id })
  expect(await db().sshKey.count({ where: { personId: me.id } })).toBe(2)
})

test('weak and foreign keys are refused; of a private key nothing is kept', async () => {
  const me = await somebody()
  const fault = async (key: string) => (await refusalOf(addSshKey(as(me), { name: 'x', key }))).details
  expect(await fault(pair('rsa', 2048).line)).toEqual({ fields: { key: ['identity.invalid.ssh-weak'] } })
  expect(await fault('ssh-ed25519 AAAAnonsense')).toEqual({ fields: { key: ['identity.invalid.ssh-key'] } })
  expect(await fault(`command="evil" ${pair('ed25519').line}`)).toEqual({
    fields: { key: ['identity.invalid.ssh-key'] },
  })
  const { pem } = pair('ed25519')
  const refusal = await refusalOf(addSshKey(as(me), { name: 'oops', key: pem }))
  expect(refusal).toEqual({ code: 'identity.ssh-private-key', details: {} })
  expect(await db().sshKey.count({ where: { personId: me.id } })).toBe(0)
  expect(await journalOf(me.id)).toEqual([])
})

const bearer = (token: string) =>
  new Request('http://localhost:3000/api', { headers: { authorization: `Bearer ${token}` } })

test('a token acts as its person within its scopes, is shown once, and dies when revoked', async () => {
  const me = await somebody({ roles: ['data-steward'] })
  const { id, token } = await createToken(as(me), { name: 'notebook', scopes: 'catalogue:read', days: '30' })
  expect(token).toMatch(/^aida_[\w-]{43}$/)
  const now = new Date()
  await db().apiToken.update({ where: { id }, data: { expiresAt: new Date(now.getTime() + 1000_000) } })
  const { actor } = await contextOf(bearer(token))
  expect(actor).toMatchObject({
    id: me.id,
    scopes: ['catalogue:read'],
    secondFactor: true,
    sessionId: null,
    roles: ['data-steward'],
  })
  const [row] = (await tokens(as(me), {})).items
  expect(row).toMatchObject({ name: 'notebook', prefix: token.slice(0, 9) })
  expect(row?.lastUsedAt).not.toBeNull()
  expect(
    JSON.stringify([row, await journalOf(me.id), await db().apiToken.findUnique({ where: { id } })]),
  ).not.toContain(token)
  if (actor.kind !== 'person') throw new Error('expected a person')
  expect((await refusalOf(createToken(as(actor), { name: 'child', scopes: 'admin', days: 1 }))).code).toBe(
    'identity.session-needed',
  )
  expect((await refusalOf(profile(as(actor), {}))).code).toBe('platform.scope')
  await revokeToken(as(me), { token: id })
  expect((await refusalOf(contextOf(bearer(token)))).code).toBe('platform.not-signed-in')
})

test('a token lives a year at most, for something, and is never stronger than its maker', async () => {
  const me = await somebody({ secondFactor: false })
  const fault = async (more: object) =>
    (await refusalOf(createToken(as(me), { name: 'x', scopes: ['admin'], days: 9, ...more }))).details
  expect(await fault({ days: 367 })).toEqual({ fields: { days: ['identity.invalid.days'] } })
  expect(await fault({ scopes: [] })).toEqual({ fields: { scopes: ['identity.invalid.scopes'] } })
  const { id } = await createToken(as(me), { name: 'x', scopes: ['admin'], days: 366 })
  const made = await db().apiToken.findUniqueOrThrow({ where: { id } })
  expect(made).toMatchObject({ secondFactor: false, expiresAt: later(366 * 86_400_000) })
})

test('own tokens and own sessions are read a page at a time', async () => {
  const [me, other] = [await somebody(), await somebody()]
  for (const name of ['one', 'two', 'three']) await createToken(as(me), { name, scopes: 'admin', days: 9 })
  await createToken(as(other), { name: 'not-mine', scopes: 'admin', days: 9 })
  const first = await tokens(as(me), { limit: 2 })
  expect(first.items.map(({ name }) => name)).toEqual(['three', 'two'])
  const second = await tokens(as(me), { limit: '2', cursor: first.next })
  expect([second.items.map(({ name }) => name), second.next]).toEqual([['one'], null])
  const session = { personId: me.id, method: 'password', createdAt: noon, seenAt: noon, expiresAt: later(86_400_000) }
  for (const tokenHash of ['a', 'b']) await db().session.create({ data: { ...session, id: newId(), tokenHash } })
  const page = await sessions(as(me), { limit: 2 })
  expect([page.items.length, page.items.some(({ current }) => current)]).toEqual([2, false])
  expect((await sessions(as(me), { limit: 2, cursor: page.next })).items).toMatchObject([
    { id: me.sessionId, current: true },
  ])
  expect((await sessions(as(me, later(8 * 3_600_000)), {})).items).toEqual([])
  expect((await refusalOf(tokens(as(me), { limit: 101 }))).code).toBe('platform.invalid')
})

test('a person has at most twenty living tokens, however fast they are made', async () => {
  const me = await somebody()
  const make = () => createToken(as(me), { name: 'x', scopes: ['admin'], days: 9 })
  const settled = await Promise.allSettled(Array.from({ length: 23 }, make))
  expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(20)
  expect((await refusalOf(make())).code).toBe('identity.too-many-tokens')
  const [first] = (await tokens(as(me), {})).items
  await revokeToken(as(me), { token: first?.id })
  await make()
})

test('everything held about a person is handed out, without secrets, and nothing of others', async () => {
  const [me, other] = [await somebody({ password: 'correct horse battery' }), await somebody()]
  await createToken(as(me), { name: 'mine', scopes: ['admin'], days: 9 })
  await createToken(as(other), { name: 'not-mine', scopes: ['admin'], days: 9 })
  await db().savedSearch.create({
    data: {
      id: crypto.randomUUID(),
      personId: me.id,
      name: 'lungs',
      query: 'q=lung',
      feedHash: 'feed-secret',
      createdAt: noon,
      toldUpTo: noon,
    },
  })
  const held = await takeOwnData(as(me), {})
  expect(held.tables.person).toMatchObject([{ id: me.id, email: me.email }])
  expect(held.tables.saved_search).toMatchObject([{ name: 'lungs' }])
  expect(held.tables.api_token).toMatchObject([{ name: 'mine' }])
  expect(held.tables.event).toMatchObject([{ type: 'identity.token-created' }])
  const text = JSON.stringify(held)
  for (const secret of ['argon2', 'feed-secret', 'token_hash', 'not-mine', other.id]) expect(text).not.toContain(secret)
  expect((await journalOf(me.id)).at(-1)?.type).toBe('identity.own-data-downloaded')
})

test('no table that names a person is forgotten', async () => {
  const known = (await personColumns(db())).map(({ table, column }) => `${table}.${column}`)
  const keys = await db().$queryRaw<{ key: string }[]>`
    SELECT c.conrelid::regclass || '.' || a.attname AS key FROM pg_constraint c
    JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = ANY (c.conkey)
    WHERE c.contype = 'f' AND c.confrelid = 'person'::regclass`
  expect(keys.length).toBeGreaterThan(8)
  expect(known).toEqual(expect.arrayContaining(keys.map(({ key }) => key)))
  const columns = await db().$queryRaw<{ key: string }[]>`
    SELECT table_name || '.' || column_name AS key FROM information_schema.columns
    WHERE table_schema = 'public' AND data_type = 'uuid' AND column_name ~ '(person|_by|by_|proposer|recipient|owner|member|author|user)'`
  expect(known).toEqual(expect.arrayContaining(columns.map(({ key }) => key)))
})
