import { expect, test } from 'vitest'
import { hideDataset } from '@/lib/catalogue/commands/change-visibility'
import { applyImport, importDatasets, stageImport } from '@/lib/catalogue/commands/import-datasets'
import { saveDraft } from '@/lib/catalogue/commands/save-draft'
import { oneImport, recentImports } from '@/lib/catalogue/queries/imports'
import { toCsv } from '@/lib/catalogue/rules/csv'
import { columnsOf, csvColumns } from '@/lib/catalogue/rules/import/columns'
import type { DatasetRecord } from '@/lib/catalogue/schema/record'
import { db } from '@/lib/platform/db'
import { refusalOf } from '../identity/people'
import { factsOf, isFound, outsiders, published, recordOf, rowOf, steward } from './stewards'

const json = (...rows: unknown[]) => ({ format: 'json', content: JSON.stringify(rows) })
const csv = (...records: DatasetRecord[]) => ({
  format: 'csv',
  content: toCsv(
    csvColumns,
    records.map((record) => columnsOf(record, null)),
  ),
})
const verdicts = ({ rows }: { rows: readonly { slug: string | null; verdict: string }[] }) =>
  Object.fromEntries(rows.map(({ slug, verdict }) => [slug, verdict]))

test('a dry run judges each row, shows what differs and changes nothing; applying does what it showed', async () => {
  const ctx = await steward()
  await published(recordOf('same-row'), recordOf('other-row'))
  const changed = recordOf('other-row', { title: 'New title', version: '1.1.0' })
  const rows = [recordOf('new-row'), recordOf('same-row'), changed]
  const staged = await stageImport(ctx, { ...json(...rows), fileName: '../../etc/reg\u202eister.json' })
  expect(verdicts(staged)).toEqual({ 'new-row': 'new', 'same-row': 'unchanged', 'other-row': 'changed' })
  expect(staged.rows[2]?.difference.map(({ field, before, after }) => [field, before, after])).toEqual([
    ['title', 'Dataset other-row', 'New title'],
    ['version', '1.0.0', '1.1.0'],
  ])
  expect(await db().dataset.count({ where: { slug: 'new-row' } })).toBe(0)
  const shown = await oneImport(ctx, { batchId: staged.id })
  expect(shown).toMatchObject({ fileName: 'register.json', mayApply: true, movedOn: [] })
  expect(await applyImport(ctx, { batchId: staged.id })).toMatchObject({ created: 1, changed: 1, unchanged: 1 })
  expect(await rowOf('new-row')).toMatchObject({ state: 'draft', current: null })
  expect(await rowOf('other-row')).toMatchObject({ state: 'published', draft: { title: 'New title' } })
  expect(await isFound('new-row')).toBe(false)
  expect((await refusalOf(applyImport(ctx, { batchId: staged.id }))).code).toBe('catalogue.import-applied')
  expect((await oneImport(ctx, { batchId: staged.id })).mayApply).toBe(false)
  const journal = await db().event.findMany({ where: { stream: `import:${staged.id}` }, orderBy: { seq: 'asc' } })
  expect(journal.map(({ type }) => type)).toEqual(['catalogue.import-staged', 'catalogue.import-applied'])
  expect((await factsOf('new-row')).map(({ type }) => type)).toEqual(['catalogue.dataset-created'])
})

test('what has changed since the dry run is never overwritten', async () => {
  const ctx = await steward()
  await published(recordOf('moving'))
  const staged = await stageImport(
    ctx,
    json(recordOf('moving', { title: 'By file', version: '1.1.0' }), recordOf('fresh')),
  )
  await saveDraft(ctx, { slug: 'moving', expectedRevision: 2, changes: { abstract: 'By hand' } })
  const refused = await refusalOf(applyImport(ctx, { batchId: staged.id }))
  expect(refused).toMatchObject({ code: 'catalogue.import-moved-on', details: { slugs: ['moving'] } })
  expect(await db().dataset.count({ where: { slug: 'fresh' } })).toBe(0)
  expect((await rowOf('moving')).draft).toMatchObject({ abstract: 'By hand', title: 'Dataset moving' })
  expect(await oneImport(ctx, { batchId: staged.id })).toMatchObject({ movedOn: ['moving'], mayApply: false })
})

test('of many who apply one upload exactly one does', async () => {
  const ctx = await steward()
  const staged = await stageImport(ctx, json(recordOf('once-only')))
  const acts = Array.from({ length: 6 }, () => applyImport(ctx, { batchId: staged.id }))
  const settled = await Promise.allSettled(acts)
  expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(await rowOf('once-only')).toMatchObject({ revision: 1 })
})

test('one refused row refuses all, and says which', async () => {
  const ctx = await steward()
  const bad = { ...recordOf('bad-row'), organs: [{ name: 'Lung', sctid: '39607009' }] }
  const staged = await stageImport(ctx, json(recordOf('good-row'), bad))
  expect(verdicts(staged)).toEqual({ 'good-row': 'new', 'bad-row': 'refused' })
  expect((await refusalOf(applyImport(ctx, { batchId: staged.id }))).code).toBe('catalogue.import-refused')
  const refused = await refusalOf(importDatasets(ctx, json(recordOf('good-row'), bad)))
  expect(refused).toMatchObject({ code: 'catalogue.import-refused', details: { refused: 1, status: 422 } })
  expect(await db().dataset.count({ where: { slug: 'good-row' } })).toBe(0)
})

test('CSV in commas, semicolons or tabs, with a byte order mark, reads as JSON does', async () => {
  const ctx = await steward()
  const record = recordOf('from-csv', { title: 'Lungs; "quoted", and a line' })
  const { content } = csv(record)
  const cells = content.replace('\r\n', '\r\n')
  const staged = await stageImport(ctx, { format: 'csv', content: `\ufeff${cells}` })
  expect(staged.rows[0]?.record).toEqual(record)
  const tabbed = 'slug\ttitle\r\nfrom-tabs\tOnly a title\r\n'
  const refused = await stageImport(ctx, { format: 'csv', content: tabbed })
  expect(refused.rows[0]).toMatchObject({ slug: 'from-tabs', verdict: 'refused' })
})

test.each([
  ['json', '{"datasets": ', 'syntax'],
  ['json', '{"other": []}', 'unlisted'],
  ['csv', 'slug,title\r\n"open,x\r\n', 'syntax'],
  ['csv', 'slug,slug\r\na,b\r\n', 'repeated'],
  ['csv', 'name,title\r\na,b\r\n', 'unheaded'],
  ['csv', 'slug,title\r\na,b,c\r\n', 'syntax'],
])('an upload that is not what it says (%s %j) is refused in words', async (format, content, problem) => {
  const refused = await refusalOf(stageImport(await steward(), { format, content }))
  expect(refused).toMatchObject({ code: 'catalogue.import-unreadable', details: { problem } })
})

test('hostile columns and too many rows do no harm', async () => {
  const ctx = await steward()
  const hostile = 'slug,__proto__,constructor\r\nhostile-row,{},x\r\n'
  expect(verdicts(await stageImport(ctx, { format: 'csv', content: hostile }))).toEqual({ 'hostile-row': 'refused' })
  expect(Object.hasOwn(Object.prototype, 'slug')).toBe(false)
  const many = Array.from({ length: 501 }, (_, i) => ({ slug: `row-${i}` }))
  expect((await refusalOf(stageImport(ctx, json(...many)))).code).toBe('catalogue.import-too-long')
})

test('a personal number in a row refuses it and is kept nowhere', async () => {
  const ctx = await steward()
  const secret = '19121212-1212'
  const row = { ...recordOf('with-number', { abstract: `Of patient ${secret} only.` }), remark: secret }
  const staged = await stageImport(ctx, { ...json(row), fileName: `${secret}.json` })
  expect(verdicts(staged)).toEqual({ 'with-number': 'refused' })
  const kept = await db().importBatch.findUniqueOrThrow({ where: { id: staged.id } })
  expect(JSON.stringify(kept)).not.toContain('1212-1212')
})

test('an upload that publishes makes public versions, asks what publishing asks, and leaves the hidden hidden', async () => {
  const ctx = await steward()
  await published(recordOf('veiled'))
  await hideDataset(ctx, { slug: 'veiled', expectedRevision: 2, reason: 'A mistake in it' })
  const rows = [
    recordOf('bare-row', { authors: [] }),
    recordOf('veiled', { title: 'Out again', version: '2.0.0' }),
    recordOf('ready-row', { datePublished: '2021-03-23' }),
  ]
  const staged = await stageImport(ctx, { ...json(...rows), publish: 'on' })
  expect(verdicts(staged)).toEqual({ 'bare-row': 'refused', veiled: 'refused', 'ready-row': 'new' })
  await importDatasets(ctx, json(rows[2]))
  expect(await isFound('ready-row')).toBe(false)
  expect(await importDatasets(ctx, { ...json(rows[2]), publish: true })).toMatchObject({ changed: 1 })
  expect(await isFound('ready-row')).toBe(true)
  expect((await rowOf('ready-row')).current?.publishedAt.toISOString()).toBe('2021-03-23T12:00:00.000Z')
})

test('nobody but a steward stages, applies or reads an upload', async () => {
  const staged = await stageImport(await steward(), json(recordOf('guarded')))
  for (const { ctx, code } of await outsiders()) {
    expect((await refusalOf(stageImport(ctx, json(recordOf('guarded'))))).code).toBe(code)
    expect((await refusalOf(applyImport(ctx, { batchId: staged.id }))).code).toBe(code)
    expect((await refusalOf(importDatasets(ctx, json(recordOf('guarded'))))).code).toBe(code)
  }
  const [visitor, researcher] = await outsiders()
  if (!visitor || !researcher) throw new Error('no outsiders')
  for (const { ctx, code } of [visitor, researcher]) {
    expect((await refusalOf(oneImport(ctx, { batchId: staged.id }))).code).toBe(code)
    expect((await refusalOf(recentImports(ctx, {}))).code).toBe(code)
  }
})
