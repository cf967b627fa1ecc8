import { expect, test } from 'vitest'
import { sharingRecord } from '@/lib/catalogue/queries/sharing-record'
import { beginDownload, makeLink } from '@/lib/delivery/commands/links'
import { recordHandover } from '@/lib/delivery/commands/sharing'
import { grantDownloads } from '@/lib/delivery/queries/downloads'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { codeOf } from '../access/requests'
import { as, noon, refusalOf, somebody } from '../identity/people'
import { delivered } from './files'

const today = noon.toISOString().slice(0, 10)
const record = (of: { grant: string }, more: object = {}) => ({ grant: of.grant, sharedOn: today, ...more })
const facts = (grant: string) =>
  db().event.findMany({ where: { stream: `delivery:${grant}`, type: 'delivery.handed-over' } })
const read = (ctx: ReturnType<typeof as>, of: { grant: string }) => grantDownloads(ctx, { grant: of.grant })

test('the handler records that data were handed over: it counts like a download, once a grant, and is journalled', async () => {
  const of = await delivered()
  expect(await read(as(of.handler), of)).toMatchObject({ shared: null, toRecord: { country: 'SE' } })
  expect(await read(as(of.petra), of)).toMatchObject({ shared: null, toRecord: null })
  expect(await recordHandover(as(of.handler), record(of))).toEqual({ grant: of.grant, sharedOn: today, country: 'SE' })
  expect(await read(as(of.petra), of)).toMatchObject({ shared: { sharedOn: today, country: 'SE' }, toRecord: null })
  expect(await facts(of.grant)).toMatchObject([
    { actorId: of.handler.id, data: { slug: of.slug, on: today, country: 'SE' } },
  ])
  const { items } = await sharingRecord(as(of.handler), { dataset: of.slug })
  expect(items).toMatchObject([{ grantId: of.grant, recipient: 'Petra PI', sharedOn: today, illustrative: false }])
  expect((await refusalOf(recordHandover(as(of.handler), record(of)))).code).toBe('delivery.shared-already')

  // What is fetched afterwards was shared already.
  const { link } = await makeLink(as(of.petra), { slug: of.slug })
  await beginDownload(as(of.petra), { file: of.table.id, link })
  expect(await db().sharingEvent.count({ where: { grantId: of.grant } })).toBe(1)
})

test('it is the handler’s alone: those who ask are told so, to others there is no such grant', async () => {
  const of = await delivered()
  expect(await codeOf(recordHandover(as(of.petra), record(of)))).toBe('platform.forbidden')
  expect(await codeOf(recordHandover(as(await somebody()), record(of)))).toBe('platform.not-found')
  expect(await codeOf(recordHandover(as({ ...of.handler, scopes: ['requests:read'] }), record(of)))).toBe(
    'platform.scope',
  )
  expect(await codeOf(recordHandover(as({ ...of.handler, secondFactor: false }), record(of)))).toBe(
    'platform.not-found',
  )
  expect(await codeOf(recordHandover(as(of.handler), record({ grant: newId() })))).toBe('platform.not-found')
  expect(await facts(of.grant)).toEqual([])
})

test('a day outside of the grant and an unknown country are refused at their field', async () => {
  const of = await delivered()
  const wrong = async (more: object) =>
    (await refusalOf(recordHandover(as(of.handler), record(of, more)))).details.fields
  expect(await wrong({ sharedOn: '2020-01-01' })).toEqual({ sharedOn: ['delivery.invalid.before-grant'] })
  expect(await wrong({ sharedOn: '2030-01-01' })).toEqual({ sharedOn: ['delivery.invalid.to-come'] })
  expect(await wrong({ country: 'Atlantis' })).toEqual({ country: ['delivery.invalid.country'] })
  const { ethicsApprovalId: id } = await db().accessRequest.findUniqueOrThrow({ where: { id: of.request } })
  expect(id).not.toBeNull()
  await db().accessRequest.update({ where: { id: of.request }, data: { ethicsApprovalId: null } })
  expect(await wrong({})).toEqual({ country: ['delivery.invalid.country'] })
  expect(await recordHandover(as(of.handler), record(of, { country: 'Norge' }))).toMatchObject({ country: 'NO' })
})

test('of twenty at once one records it, and the database holds one', async () => {
  const of = await delivered()
  const all = await Promise.allSettled(Array.from({ length: 20 }, () => recordHandover(as(of.handler), record(of))))
  expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(await db().sharingEvent.count({ where: { grantId: of.grant } })).toBe(1)
  expect(await facts(of.grant)).toHaveLength(1)
})
