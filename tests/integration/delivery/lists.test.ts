import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { copyFiles, registerFile } from '@/lib/delivery/commands/add-files'
import { eraseUnlisted, verifyFile } from '@/lib/delivery/commands/check-files'
import { publishFiles, removeFile } from '@/lib/delivery/commands/keep-list'
import { receiveAndAdd } from '@/lib/delivery/commands/receive-file'
import { fileChecksums } from '@/lib/delivery/queries/checksums'
import { datasetFiles } from '@/lib/delivery/queries/files'
import { keptLists } from '@/lib/delivery/queries/kept-lists'
import type { DataPlace } from '@/lib/platform/data-storage'
import { dataSize, keepData } from '@/lib/platform/data-storage'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { clockContext } from '@/lib/reactions/tasks/clock'
import { codeOf, datasets } from '../access/requests'
import { outsiders, steward } from '../catalogue/stewards'
import { refusalOf, stranger } from '../identity/people'
import { added, parts, version } from './files'

const sha = (text: string) => createHash('sha256').update(text).digest('hex')
const place = async (id: string) =>
  (await db().datasetFile.findUniqueOrThrow({ where: { id }, select: { storage: true, key: true } })) as DataPlace

test('a steward lists files, publishes the list, and it never changes again', async () => {
  const [slug = ''] = await datasets()
  const at = { slug, version }
  const ctx = await steward()
  const one = await added(slug, 'tables/a.csv', 'a,b\n', '1,2\n')
  expect(one).toMatchObject({ path: 'tables/a.csv', size: 8, sha256: sha('a,b\n1,2\n'), checked: 'computed' })
  const other = await added(slug, 'b.txt', 'words')
  expect(await datasetFiles(stranger(), { slug })).toMatchObject({ version: null, files: [] })
  expect(await codeOf(added(slug, 'TABLES/A.csv', 'x'))).toBe('delivery.path-taken')
  await removeFile(ctx, { ...at, file: other.id })
  expect(await publishFiles(ctx, { ...at, synthetic: true })).toEqual({ slug, version, files: 1 })
  expect(await datasetFiles(stranger(), { slug })).toMatchObject({
    version,
    isSynthetic: true,
    count: 1,
    bytes: 8,
    files: [{ path: 'tables/a.csv', size: 8, type: 'text/csv', checked: 'computed' }],
  })
  expect((await fileChecksums(stranger(), { slug })).text).toBe(`${sha('a,b\n1,2\n')}  tables/a.csv\n`)
  expect(await codeOf(added(slug, 'c.txt', 'late'))).toBe('delivery.published')
  expect(await codeOf(removeFile(ctx, { ...at, file: one.id }))).toBe('delivery.published')
  expect(await codeOf(publishFiles(ctx, at))).toBe('delivery.published')
  await expect(db().datasetFile.update({ where: { id: one.id }, data: { size: 1n } })).rejects.toThrow()
  await expect(db().datasetFile.delete({ where: { id: one.id } })).rejects.toThrow()
  await expect(
    db().datasetFileList.updateMany({ where: { version, files: { some: { id: one.id } } }, data: { state: 'draft' } }),
  ).rejects.toThrow()
  const { id } = await db().dataset.findUniqueOrThrow({ where: { slug } })
  const facts = await db().event.findMany({ where: { stream: `dataset-files:${id}` }, orderBy: { seq: 'asc' } })
  expect(facts.map(({ type }) => type)).toEqual(
    ['file-added', 'file-added', 'file-removed', 'files-published'].map((type) => `delivery.${type}`),
  )
})

test('content that was taken off goes with its last listing', async () => {
  const [slug = ''] = await datasets()
  const ctx = await steward()
  const { id } = await added(slug, 'a.txt', 'words')
  const there = await place(id)
  await eraseUnlisted(there)
  expect(await dataSize(there)).toBe(5)
  await copyFiles(ctx, { slug, version: '1.1.0', from: version })
  expect(await codeOf(copyFiles(ctx, { slug, version: '1.1.0', from: version }))).toBe('delivery.not-empty')
  expect(await codeOf(copyFiles(ctx, { slug, version: '1.2.0', from: '0.9' }))).toBe('delivery.no-files')
  await removeFile(ctx, { slug, version, file: id })
  await eraseUnlisted(there)
  expect(await dataSize(there)).toBe(5)
  const [copy] = (await keptLists(ctx, { slug, version: '1.1.0' })).files
  expect(await codeOf(publishFiles(ctx, { slug, version: '1.1.0' }))).toBe('delivery.version-not-out')
  await removeFile(ctx, { slug, version: '1.1.0', file: copy?.id })
  await eraseUnlisted(there)
  expect(await dataSize(there)).toBeNull()
  expect(await codeOf(publishFiles(ctx, { slug, version: '1.1.0' }))).toBe('delivery.no-files')
})

test('a registered file is compared with what lies there', async () => {
  const [slug = ''] = await datasets()
  const ctx = await steward()
  const key = `data/archive/${newId()}`
  await keepData({ storage: 'database', key }, parts('large'), 100)
  const wish = { slug, version, key, size: 5, sha256: sha('large') }
  const right = await registerFile(ctx, { ...wish, path: 'right.zip' })
  expect(right).toMatchObject({ checked: 'declared' })
  const wrong = await registerFile(ctx, { ...wish, path: 'wrong.zip', sha256: sha('small') })
  expect(await codeOf(registerFile(ctx, { ...wish, path: 'other.zip', size: 6 }))).toBe('delivery.other-size')
  expect(await codeOf(registerFile(ctx, { ...wish, path: 'none.zip', key: 'data/nothing' }))).toBe('platform.invalid')
  for (const outside of ['data/../x', '/etc/passwd', `${newId().slice(-2)}/${newId()}`, 'data/.hidden'])
    expect(await codeOf(registerFile(ctx, { ...wish, path: 'x.zip', key: outside }))).toBe('platform.invalid')
  expect(await verifyFile(clockContext(), { file: right.id })).toEqual({ outcome: 'verified' })
  expect(await verifyFile(clockContext(), { file: wrong.id })).toEqual({ outcome: 'differs' })
  expect(await codeOf(verifyFile(clockContext(), { file: right.id }))).toBe('delivery.checked-already')
  expect(await codeOf(verifyFile(ctx, { file: right.id }))).toBe('platform.not-found')
  expect(await codeOf(publishFiles(ctx, { slug, version }))).toBe('delivery.files-differ')
  await removeFile(ctx, { slug, version, file: wrong.id })
  await publishFiles(ctx, { slug, version })
  await eraseUnlisted({ storage: 'database', key })
  expect(await dataSize({ storage: 'database', key })).toBe(5)
})

test('nobody but a steward keeps files, and to them it is not told whether there are any', async () => {
  const [slug = ''] = await datasets()
  const file = await added(slug, 'a.txt', 'words')
  const at = { slug, version }
  for (const { ctx, code } of await outsiders()) {
    expect(await codeOf(receiveAndAdd(ctx, { ...at, path: 'b.txt' }, parts('x')))).toBe(code)
    expect(await codeOf(removeFile(ctx, { ...at, file: file.id }))).toBe(code)
    expect(await codeOf(publishFiles(ctx, at))).toBe(code)
    expect(await codeOf(copyFiles(ctx, { slug, version: '2.0', from: version }))).toBe(code)
    const wish = { ...at, path: 'c', key: 'data/x', size: 1, sha256: sha('x') }
    expect(await codeOf(registerFile(ctx, wish))).toBe(code)
  }
})

test('names that lead out, hide or identify are refused', async () => {
  const [slug = ''] = await datasets()
  for (const path of ['../a', '/a', 'a//b', 'a/../b', '.hidden', 'a\\b', 'a\nb', 'CON:', '19900101-0017.dcm', 'a/ b'])
    expect([path, await codeOf(added(slug, path, 'x'))]).toEqual([path, 'platform.invalid'])
  expect(await codeOf(added(slug, 'empty.txt'))).toBe('platform.invalid')
})

test('text that holds a personal number is refused with its line', async () => {
  const [slug = ''] = await datasets()
  const attempt = added(slug, 'tables/a.csv', 'id,age\n1,45\n', '45,19811218-', '9876,3\n')
  expect((await refusalOf(attempt)).details).toEqual({ fields: { file: ['delivery.invalid.personal-number?line=3'] } })
  expect((await keptLists(await steward(), { slug, version })).files).toEqual([])
  await added(slug, 'tables/b.csv', 'id,age\n1,45\n')
})

test('of many at once that add the same name one is taken', async () => {
  const [slug = ''] = await datasets()
  const all = await Promise.allSettled(Array.from({ length: 6 }, () => added(slug, 'same.txt', 'x')))
  expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
})
