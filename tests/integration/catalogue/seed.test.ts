import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { importDatasets } from '@/lib/catalogue/commands/import-datasets'
import { searchCatalogue } from '@/lib/catalogue/queries/search-catalogue'
import { DatasetRecord } from '@/lib/catalogue/schema/record'
import { db } from '@/lib/platform/db'
import { seed } from '@/prisma/seed'
import { seeder } from '@/prisma/seed/catalogue'
import { noon, stranger } from '../identity/people'

const register = readFileSync(new URL('../../../prisma/seed/datasets.json', import.meta.url), 'utf8')

test('the seed holds the register as it stands, and a second run changes nothing', async () => {
  await seed(db(), noon)
  const rows = await db().dataset.findMany({ where: { state: 'published' }, include: { current: true, sharing: true } })
  const records = rows.map(({ current }) => DatasetRecord.parse(current?.record))
  const { datasets, meta } = JSON.parse(register)
  const sum = (values: (number | null)[]) => values.reduce<number>((total, value) => total + (value ?? 0), 0)
  expect(records.map(({ slug }) => slug).sort()).toEqual(datasets.map(({ slug }: { slug: string }) => slug).sort())
  expect(sum(records.map((record) => record.numberOfScans))).toBe(meta.computed.total.scans)
  expect(sum(records.map((record) => record.numberOfAnnotations))).toBe(meta.computed.total.annotations)
  expect(sum(records.map((record) => record.bytes))).toBe(meta.computed.total.bytes)
  expect(new Set(records.flatMap(({ modalities }) => modalities))).toEqual(new Set(meta.modalities))
  const sharing = rows.flatMap((row) => row.sharing)
  expect(sharing).toHaveLength(meta.counts.externalSharingEvents)
  expect(new Set(sharing.map(({ country }) => country))).toEqual(new Set(meta.countries))
  expect(sharing.every(({ illustrative }) => illustrative)).toBe(true)
  expect((await searchCatalogue(stranger(), {})).total).toEqual({ value: 20, relation: 'exact' })

  const events = await db().event.count()
  await seed(db(), noon)
  const again = await importDatasets(seeder(noon), { format: 'json', content: register, publish: true })
  expect(again).toMatchObject({ created: 0, changed: 0, unchanged: 20 })
  expect(await db().event.count()).toBe(events)
})

test('what the register has wrong is told value by value', async () => {
  const { rows } = await importDatasets(seeder(noon), { format: 'json', content: register, publish: true })
  const findings = rows.flatMap(({ slug, findings }) => findings.map(({ field, why }) => `${slug} ${field} ${why}`))
  expect(findings).toEqual([
    'bccc licences.1.summary noted',
    'brln stain spaces',
    'ctpel licences.0.summary noted',
    'ctskull licences.0.summary noted',
    'micromen licences.1.summary noted',
  ])
})
