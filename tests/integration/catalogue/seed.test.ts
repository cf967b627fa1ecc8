import { expect, test } from 'vitest'
import { priorityList } from '@/lib/catalogue/queries/priorities'
import { searchCatalogue } from '@/lib/catalogue/queries/search-catalogue'
import { stewardDashboard } from '@/lib/catalogue/queries/stewardship'
import { exampleSearches } from '@/lib/catalogue/rules/search/example-searches'
import { DatasetRecord } from '@/lib/catalogue/schema/record'
import { db } from '@/lib/platform/db'
import { seed } from '@/prisma/seed'
import { seedRegister } from '@/prisma/seed/catalogue'
import register from '@/prisma/seed/datasets.json'
import { noon, stranger } from '../identity/people'
import { steward } from './stewards'

const publicRows = () =>
  db().dataset.findMany({ where: { state: 'published' }, include: { current: true, sharing: true } })
const sum = (values: (number | null)[]) => values.reduce<number>((total, value) => total + (value ?? 0), 0)

/** That the public register holds what the hub's file says, and nothing else. */
async function expectRegister(): Promise<void> {
  const rows = await publicRows()
  const records = rows.map(({ current }) => DatasetRecord.parse(current?.record))
  const { datasets, meta } = register
  expect(records.map(({ slug }) => slug).sort()).toEqual(datasets.map(({ slug }) => slug).sort())
  expect(sum(records.map((record) => record.numberOfScans))).toBe(meta.computed.total.scans)
  expect(sum(records.map((record) => record.numberOfAnnotations))).toBe(meta.computed.total.annotations)
  expect(sum(records.map((record) => record.bytes))).toBe(meta.computed.total.bytes)
  expect(new Set(records.flatMap(({ modalities }) => modalities))).toEqual(new Set(meta.modalities))
  const sharing = rows.flatMap((row) => row.sharing)
  expect(sharing).toHaveLength(meta.counts.externalSharingEvents)
  expect(new Set(sharing.map(({ country }) => country))).toEqual(new Set(meta.countries))
  expect(sharing.every(({ illustrative }) => illustrative)).toBe(true)
  expect((await searchCatalogue(stranger(), {})).total).toEqual({ value: 20, relation: 'exact' })
}

test('the importer brings in the register as it stands, tells what it mended, and changes nothing a second time', async () => {
  const { rows, created } = await seedRegister(noon)
  expect(created).toBe(20)
  expect(rows.flatMap(({ slug, findings }) => findings.map(({ field, why }) => `${slug} ${field} ${why}`))).toEqual([
    'bccc licences.1.summary noted',
    'brln stain spaces',
    'ctpel licences.0.summary noted',
    'ctskull licences.0.summary noted',
    'micromen licences.1.summary noted',
  ])
  await expectRegister()
  const events = await db().event.count()
  expect(await seedRegister(noon)).toMatchObject({ created: 0, changed: 0, unchanged: 20 })
  expect(await db().event.count()).toBe(events)
})

test('every search that the first page proposes finds something in the register, as it is typed', async () => {
  for (const q of exampleSearches) {
    const { total, corrected } = await searchCatalogue(stranger(), { q })
    expect([q, total.value > 0, corrected]).toEqual([q, true, null])
  }
})

test.each([
  ['lever', 'liver', ['drli']],
  ['knä', 'knee', ['kf2020', 'koa2021']],
  ['datortomografi', 'modality:CT', ['ctpa', 'ctpel', 'ctskull', 'drli', 'drske']],
  ['adenocarcin', 'adenocarcin*', ['lnco', 'lnco2']],
])('“%s”, which the register does not hold, finds what was meant by it', async (q, to, slugs) => {
  const { items, corrected } = await searchCatalogue(stranger(), { q })
  expect(corrected).toEqual({ from: q, to })
  expect(items.map(({ slug }) => slug).sort()).toEqual(slugs)
})

test('the story of the demonstration leaves the public register as it is, and is told once', async () => {
  await seed(db(), noon)
  await expectRegister()
  const { drafts, proposals, counts } = await stewardDashboard(await steward(), {})
  expect(drafts.map(({ slug }) => slug).sort()).toEqual(['ctpa', 'demo-shoulders'])
  expect(proposals).toHaveLength(1)
  expect(counts).toEqual({ draft: 1, published: 20, hidden: 1, withdrawn: 0 })
  const { open, ended } = await priorityList(stranger(), {})
  expect([open.length, ended.length]).toEqual([4, 1])
  const events = await db().event.count()
  await seed(db(), noon)
  expect(await db().event.count()).toBe(events)
}, 180_000)
