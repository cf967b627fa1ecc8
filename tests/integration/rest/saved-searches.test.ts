import { expect, test } from 'vitest'
import { GET as readFeed } from '@/app/feeds/[secret]/route'
import { db } from '@/lib/platform/db'
import { published, recordOf } from '../catalogue/stewards'
import { somebody } from '../identity/people'
import { anyone, programOf, refusal } from './program'

const all = '/api/v1/me/saved-searches'
const feed = (address: string) =>
  readFeed(new Request(address), { params: Promise.resolve({ secret: address.split('/').at(-1) ?? '' }) })

test('a search is saved, renamed, told of by a feed, and removed', async () => {
  await published(recordOf('found-by-feed', { title: 'Quokkas of the chest' }))
  const program = await programOf(await somebody())
  const saved = await program('POST', all, { body: { name: 'Quokkas', query: 'modality=CT&q=quokkas', mail: true } })
  expect([saved.status, saved.said.query]).toEqual([201, 'q=quokkas&modality=CT'])
  const one = `${all}/${saved.said.id}`
  expect((await program('GET', all)).said.items).toMatchObject([
    { id: saved.said.id, name: 'Quokkas', mail: true, hasFeed: false, count: 1 },
  ])
  expect((await program('PUT', one, { body: { name: 'Marsupials', mail: false } })).said).toMatchObject({ mail: false })

  const key = { headers: { 'idempotency-key': 'feed-1' } }
  const [first, repeated] = [await program('POST', `${one}/feed`, key), await program('POST', `${one}/feed`, key)]
  expect([first.status, repeated.said]).toEqual([201, first.said])
  expect(await (await feed(first.said.address)).text()).toContain('Quokkas of the chest 1.0.0')
  const { said: renewed } = await program('POST', `${one}/feed`)
  expect([(await feed(first.said.address)).status, (await feed(renewed.address)).status]).toEqual([404, 200])
  expect((await program('GET', all)).said.items).toMatchObject([{ name: 'Marsupials', hasFeed: true }])
  const secret = renewed.address.split('/').at(-1)
  const rows = await db().savedSearch.findMany({ where: { id: saved.said.id } })
  expect(JSON.stringify([rows, (await program('GET', all)).said])).not.toContain(secret)

  expect((await program('DELETE', `${one}/feed`)).status).toBe(204)
  expect((await feed(renewed.address)).status).toBe(404)
  expect((await program('DELETE', one)).status).toBe(204)
  expect((await program('GET', all)).said.items).toEqual([])
  expect(refusal(await program('DELETE', one))).toEqual([404, 'platform.not-found'])
})

test('a search that asks for nothing is not saved, and one of somebody else is not there', async () => {
  const [owner, other] = [await programOf(await somebody()), await programOf(await somebody())]
  const empty = await owner('POST', all, { body: { name: 'All', query: '' } })
  expect([...refusal(empty), empty.said.errors[0].pointer]).toEqual([422, 'platform.invalid', '#/query'])
  const { id } = (await owner('POST', all, { body: { name: 'Lungs', query: 'q=lung', mail: true } })).said
  const change = { body: { name: 'Mine', mail: false } }
  const attempts = [
    () => other('PUT', `${all}/${id}`, change),
    () => other('POST', `${all}/${id}/feed`),
    () => other('DELETE', `${all}/${id}/feed`),
    () => other('DELETE', `${all}/${id}`),
  ]
  for (const attempt of attempts) expect(refusal(await attempt())).toEqual([404, 'platform.not-found'])
  expect(refusal(await anyone('PUT', `${all}/${id}`, change))).toEqual([401, 'platform.not-signed-in'])
  const readOnly = await programOf(await somebody(), ['catalogue:read'])
  expect(refusal(await readOnly('POST', all, { body: { name: 'x', query: 'q=x' } }))).toEqual([403, 'platform.scope'])
  expect((await owner('GET', all)).said.items).toMatchObject([{ id, name: 'Lungs', mail: true, hasFeed: false }])
})
