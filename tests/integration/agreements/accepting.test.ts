import { expect, test } from 'vitest'
import { acceptText } from '@/lib/agreements/commands/accept-text'
import { agreementText, agreementTexts, ownAgreements } from '@/lib/agreements/queries/texts'
import { unacceptedTexts } from '@/lib/agreements/store/missing'
import { db } from '@/lib/platform/db'
import { as, later, noon, refusalOf, somebody, stranger } from '../identity/people'
import { publishedText } from './texts'

const day = 86_400_000
const kind = 'user-terms'
const owed = (id: string, now = noon) => unacceptedTexts(db(), id, ['user-terms', 'dpa'], now)

test('somebody accepts what binds, then what comes, and owes nothing in between', async () => {
  const me = await somebody()
  const first = await publishedText(kind)
  expect(await owed(me.id)).toEqual([kind])
  expect(await ownAgreements(as(me), {})).toMatchObject({ accepted: [], owes: true, offered: { version: first } })
  await acceptText(as(me), { kind, version: first })
  expect(await owed(me.id)).toEqual([])
  expect((await refusalOf(acceptText(as(me), { kind, version: first }))).code).toBe('agreements.accepted-already')

  const second = await publishedText(kind, later(day), later(31 * day))
  const coming = await ownAgreements(as(me, later(2 * day)), {})
  expect(coming).toMatchObject({ accepted: [first], owes: false, offered: { version: second } })
  expect(await owed(me.id, later(31 * day - 1))).toEqual([])
  expect(await owed(me.id, later(31 * day))).toEqual([kind])
  await acceptText(as(me, later(40 * day)), { kind, version: String(second) })
  expect(await owed(me.id, later(40 * day))).toEqual([])
  const told = await db().event.findMany({ where: { actorId: me.id }, orderBy: { seq: 'asc' } })
  expect(told.map(({ type, data }) => [type, data])).toEqual(
    [first, second].map((version) => ['agreements.text-accepted', { kind, version }]),
  )
  const late = await somebody()
  const old = await refusalOf(acceptText(as(late, later(40 * day)), { kind, version: first }))
  expect(old.code).toBe('agreements.superseded')
})

test('ten clicks at once accept once', async () => {
  const me = await somebody()
  const version = await publishedText(kind)
  const clicks = await Promise.allSettled(Array.from({ length: 10 }, () => acceptText(as(me), { kind, version })))
  expect(clicks.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
})

test('nobody accepts for a project, nor what is not there, nor by a token', async () => {
  const me = await somebody()
  const version = await publishedText('dpa')
  const sign = await refusalOf(acceptText(as(me), { kind: 'dpa', version }))
  expect(sign.code).toBe('agreements.to-be-signed')
  expect((await refusalOf(acceptText(as(me), { kind, version: 9000 }))).code).toBe('platform.not-found')
  const byToken = { ...as({ ...me, scopes: ['projects:write'], sessionId: null }) }
  expect((await refusalOf(acceptText(byToken, { kind, version: 1 }))).code).toBe('identity.session-needed')
  expect((await refusalOf(acceptText(stranger(), { kind, version: 1 }))).code).toBe('platform.not-signed-in')
})

test('everybody reads the texts, the newest first, and what stood before', async () => {
  const before = await publishedText('service-agreement')
  const version = await publishedText('service-agreement', noon, later(day))
  const texts = await agreementTexts(stranger(), {})
  const own = texts.find((text) => text.kind === 'service-agreement')
  expect(own).toMatchObject({ binding: before, versions: [{ version }, { version: before }] })
  const one = await agreementText(stranger(), { kind: 'service-agreement', version })
  expect(one).toMatchObject({ version, binding: false, newest: version, before: { version: before } })
  const yesterday = stranger(later(-day))
  const early = agreementText(yesterday, { kind: 'service-agreement', version })
  expect((await refusalOf(early)).code).toBe('platform.not-found')
})

test('a published text cannot be changed, not even around the portal', async () => {
  const version = await publishedText(kind)
  const where = { kind_version: { kind, version } }
  const { bodyEn } = await agreementText(stranger(), { kind, version })
  await expect(db().agreementText.update({ where, data: { bodyEn: 'Other words' } })).rejects.toThrow()
  await expect(db().agreementText.delete({ where })).rejects.toThrow()
  expect(await agreementText(stranger(), { kind, version })).toMatchObject({ bodyEn })
})
