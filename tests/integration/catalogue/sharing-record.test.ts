import { expect, test } from 'vitest'
import { sharingRecord } from '@/lib/catalogue/queries/sharing-record'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { as, refusalOf, somebody, stranger } from '../identity/people'
import { published, recordOf, steward } from './stewards'

const codeOf = async (attempt: Promise<unknown>) => (await refusalOf(attempt)).code

test('who keeps the catalogue or handles requests reads with whom data were shared, also who opted out; nobody else does', async () => {
  const slug = 'shared-in-full'
  await published(recordOf(slug))
  const { id: datasetId } = await db().dataset.findUniqueOrThrow({ where: { slug }, select: { id: true } })
  const shared = (changes: object) => ({
    id: newId(),
    datasetId,
    country: 'SE',
    institution: 'Lund University',
    ...changes,
  })
  await db().sharingEvent.create({ data: shared({ recipient: 'Open Olle' }) })
  const hidden = shared({ recipient: 'Hidden Hilda', optedOut: true, sharedOn: new Date('2026-11-01') })
  await db().sharingEvent.create({ data: hidden })

  const handler = as(await somebody({ roles: ['request-handler'] }))
  for (const ctx of [await steward(), handler]) {
    const { items } = await sharingRecord(ctx, { dataset: slug })
    expect(items.map(({ recipient, optedOut, sharedOn }) => [recipient, optedOut, sharedOn])).toEqual([
      ['Hidden Hilda', true, '2026-11-01'],
      ['Open Olle', false, null],
    ])
  }
  expect((await sharingRecord(handler, { dataset: slug, before: hidden.id })).items).toMatchObject([
    { recipient: 'Open Olle' },
  ])
  expect(await codeOf(sharingRecord(as(await somebody()), { dataset: slug }))).toBe('platform.not-found')
  expect(await codeOf(sharingRecord(as(await somebody({ roles: ['reviewer'] })), {}))).toBe('platform.not-found')
  expect(await codeOf(sharingRecord(stranger(), {}))).toBe('platform.not-signed-in')
})
