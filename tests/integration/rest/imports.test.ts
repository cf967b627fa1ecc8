import { expect, test } from 'vitest'
import { toCsv } from '@/lib/catalogue/rules/csv'
import { columnsOf, csvColumns } from '@/lib/catalogue/rules/import/columns'
import { importLimit } from '@/lib/catalogue/schema/inputs'
import type { DatasetRecord } from '@/lib/catalogue/schema/record'
import { db } from '@/lib/platform/db'
import { published, recordOf, rowOf } from '../catalogue/stewards'
import { anyone, outsiders, refusal, stewardProgram } from './program'

const all = '/api/v1/imports'
const exists = async (slug: string) => (await db().dataset.count({ where: { slug } })) > 0
const csvOf = (...records: DatasetRecord[]) =>
  toCsv(
    csvColumns,
    records.map((record) => columnsOf(record, null)),
  )
const csv = (text: string) => ({ text, headers: { 'content-type': 'text/csv; charset=utf-8' } })

test('datasets as JSON are tried, read again and applied as they were shown', async () => {
  const program = await stewardProgram()
  await published(recordOf('json-same'))
  const datasets = [recordOf('json-same'), recordOf('json-new', { keywords: [' Radiology '] })]
  const tried = await program('POST', all, { body: { datasets, fileName: '../nightly.json' } })
  expect([tried.status, tried.said.applicable, tried.said.counts]).toEqual([
    201,
    true,
    { new: 1, changed: 0, unchanged: 1, refused: 0 },
  ])
  expect(await exists('json-new')).toBe(false)
  const at = tried.headers.get('location') ?? ''
  const read = await program('GET', at)
  expect(read.said).toMatchObject({ id: tried.said.id, fileName: 'nightly.json', mayApply: true, appliedAt: null })
  expect(read.said.rows).toEqual(tried.said.rows)
  expect(read.said.rows[1].findings[0]).toMatchObject({ field: 'keywords.0', why: 'spaces', became: 'Radiology' })
  expect(read.said.rows[1].findings[0].detail).toMatch(/^[A-Z].{10,}/)
  const key = { headers: { 'idempotency-key': 'apply-json-1' } }
  const applied = await Promise.all([program('POST', `${at}/apply`, key), program('POST', `${at}/apply`, key)])
  expect(applied.map(({ status, said }) => [status, said.created, said.unchanged])).toEqual([
    [200, 1, 1],
    [200, 1, 1],
  ])
  expect(await rowOf('json-new')).toMatchObject({ state: 'draft', revision: 1 })
  expect(refusal(await program('POST', `${at}/apply`))).toEqual([409, 'catalogue.import-applied'])
  expect((await program('GET', at)).said).toMatchObject({ mayApply: false, movedOn: [] })
})

test('a CSV file is taken as it is, published at once where the query says so', async () => {
  const program = await stewardProgram()
  const file = csv(csvOf(recordOf('csv-one'), recordOf('csv-two')))
  const tried = await program('POST', `${all}?publish=true&fileName=list.csv`, file)
  expect([tried.status, tried.said.counts.new]).toEqual([201, 2])
  await program('POST', `${all}/${tried.said.id}/apply`)
  expect((await anyone('GET', '/api/v1/datasets/csv-two')).said.record.title).toBe('Dataset csv-two')
  const drafts = await program('POST', all, csv(csvOf(recordOf('csv-three'))))
  await program('POST', `${all}/${drafts.said.id}/apply`)
  expect((await anyone('GET', '/api/v1/datasets/csv-three')).status).toBe(404)
  expect((await program('GET', all)).said.items[1]).toMatchObject({ file: 'list.csv', publishes: true, rows: 2 })
})

test('one refused row refuses all, and what has changed since is told', async () => {
  const program = await stewardProgram()
  const datasets = [recordOf('good-row'), { ...recordOf('bad-row'), modalities: ['Abacus'] }]
  const tried = await program('POST', all, { body: { datasets } })
  expect([tried.said.applicable, tried.said.rows[1].verdict]).toEqual([false, 'refused'])
  expect(tried.said.rows[1].findings).toContainEqual(expect.objectContaining({ fatal: true, was: 'Abacus' }))
  const refused = await program('POST', `${all}/${tried.said.id}/apply`)
  expect([...refusal(refused), refused.said.details.refused]).toEqual([422, 'catalogue.import-refused', 1])
  expect(await exists('good-row')).toBe(false)

  await published(recordOf('moving-row'))
  const newer = recordOf('moving-row', { title: 'By file', version: '1.1.0' })
  const staged = await program('POST', all, { body: { datasets: [newer] } })
  const changes = { abstract: 'By hand' }
  await program('PATCH', '/api/v1/stewardship/datasets/moving-row', { body: { expectedRevision: 2, changes } })
  const late = await program('POST', `${all}/${staged.said.id}/apply`)
  expect([...refusal(late), late.said.details.slugs]).toEqual([409, 'catalogue.import-moved-on', ['moving-row']])
  expect((await program('GET', `${all}/${staged.said.id}`)).said.movedOn).toEqual(['moving-row'])
})

test('what is no such file is refused with what is wrong', async () => {
  const program = await stewardProgram()
  const pointers = ({ said }: { said: { errors?: { pointer: string }[] } }) => said.errors?.map((one) => one.pointer)
  const listless = await program('POST', all, { body: { fileName: 'x.json' } })
  expect(refusal(listless)).toEqual([422, 'catalogue.import-unreadable'])
  expect(refusal(await program('POST', all, csv('no;such;columns\n1;2;3')))).toEqual([
    422,
    'catalogue.import-unreadable',
  ])
  const many = Array.from({ length: 501 }, () => ({}))
  expect(refusal(await program('POST', all, { body: { datasets: many } }))).toEqual([422, 'catalogue.import-too-long'])
  const long = await program('POST', all, { body: { datasets: [{ abstract: 'x'.repeat(importLimit) }] } })
  expect([...refusal(long), pointers(long)]).toEqual([422, 'platform.invalid', ['#/datasets']])
  for (const text of ['', 'å'.repeat(importLimit / 2 + 1)])
    expect(refusal(await program('POST', all, csv(text)))).toEqual([422, 'platform.invalid'])
  const utf16 = await program('POST', all, csv('slug\u0000'))
  expect([...refusal(utf16), utf16.said.details]).toEqual([422, 'catalogue.not-utf8', { problem: 'binary' }])
  const plain = { text: 'slug\nx', headers: { 'content-type': 'text/plain' } }
  expect(refusal(await program('POST', all, plain))).toEqual([415, 'platform.not-json'])
})

test('outsiders try, read and apply nothing', async () => {
  const tried = await (await stewardProgram())('POST', all, { body: { datasets: [recordOf('not-theirs')] } })
  const at = `${all}/${tried.said.id}`
  const count = await db().importBatch.count()
  for (const { who, program, status, code } of await outsiders()) {
    const stage = await program('POST', all, { body: { datasets: [recordOf('theirs')] } })
    expect([who, ...refusal(stage)]).toEqual([who, status, code])
    expect([who, ...refusal(await program('POST', `${at}/apply`))]).toEqual([who, status, code])
  }
  expect([await db().importBatch.count(), await exists('not-theirs')]).toEqual([count, false])
})

test('the list of imports is read to its end, each once', async () => {
  const program = await stewardProgram()
  for (let i = 0; i < 25; i++) await program('POST', all, { body: { datasets: [recordOf('listed-import')] } })
  const ids: string[] = []
  let cursor: string | null = ''
  for (let pages = 0; cursor !== null && pages < 20; pages++) {
    const { said } = await program('GET', `${all}${cursor && `?cursor=${cursor}`}`)
    ids.push(...said.items.map(({ id }: { id: string }) => id))
    cursor = said.nextCursor
  }
  const held = await db().importBatch.findMany({ select: { id: true }, orderBy: { id: 'desc' } })
  expect(ids).toEqual(held.map(({ id }) => id))
})
