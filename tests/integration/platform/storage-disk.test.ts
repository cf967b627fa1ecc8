import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { contentOf, eraseObject, filesToMove, forgetFile, moveFile } from '@/lib/platform/storage'
import { diskDriver } from '@/lib/platform/storage/disk'
import { stranger } from '../identity/people'
import { found, jobsOf, kept, moved, spoil, text } from './kept'

const folder = mkdtempSync(path.join(tmpdir(), 'portal-files-'))
Object.assign(process.env, { STORAGE: 'disk', STORAGE_DIRECTORY: folder })
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const fileOf = (id: string) => path.join(folder, id.slice(-2), id)

test('a file is in the database first, and moves to the disk once that is committed', async () => {
  const id = await kept('Moves')
  expect(await found(id)).toMatchObject({ storage: 'database' })
  expect(await jobsOf(id)).toEqual(['move-file'])
  expect(await filesToMove()).toContain(id)
  expect(await text(id)).toContain('Moves')
  await Promise.all([moveFile(id), moveFile(id)])
  expect(await found(id)).toMatchObject({ storage: 'disk', content: null })
  expect(await text(id)).toContain('Moves')
  expect(await filesToMove()).not.toContain(id)
  expect(statSync(fileOf(id)).mode & 0o077, 'nobody else reads it').toBe(0)
  expect(readdirSync(path.dirname(fileOf(id)))).toEqual([id])
})

test('what is not what was stored is not handed out, nor what is gone', async () => {
  const id = await moved()
  spoil(fileOf(id))
  await expect(contentOf(await found(id))).rejects.toThrow('is not what was stored')
  rmSync(fileOf(id))
  await expect(contentOf(await found(id))).rejects.toThrow('is not in its store')
})

test('a forgotten file takes its object with it, once the transaction is through', async () => {
  const id = await moved()
  await db().$transaction((tx) => forgetFile(tx, stranger(), id))
  expect(await jobsOf(id)).toContain('erase-object')
  await eraseObject('disk', id)
  await eraseObject('disk', id)
  expect(() => statSync(fileOf(id))).toThrow('ENOENT')
  await moveFile(id)
})

test('no key leads out of the folder', async () => {
  const driver = diskDriver(folder)
  for (const key of ['../passwd', `aa/../../${newId()}`, '/etc/passwd', '', 'aa/b'])
    await expect((async () => driver.get(key))(), key).rejects.toThrow('not a key')
})
