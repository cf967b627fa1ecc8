import { expect, test } from 'vitest'
import { datasetFiles } from '@/lib/delivery/queries/files'
import { db } from '@/lib/platform/db'
import { seedRegister } from '@/prisma/seed/catalogue'
import { seedFiles } from '@/prisma/seed/files/story'
import { seedPeople } from '@/prisma/seed/people'
import { stranger } from '../identity/people'

test('three datasets of the demonstration have small files that say they are synthetic; every other says that none are listed', async () => {
  const now = new Date('2026-11-25T12:00:00Z')
  await seedPeople(db(), now)
  await seedRegister(now)
  await seedFiles(db(), now)
  const { files, isSynthetic, version } = await datasetFiles(stranger(), { slug: 'ctpa' })
  expect([files.length, isSynthetic, version]).toEqual([6, true, '1.0'])
  expect(files.every(({ path, size }) => path.includes('SYNTHETIC') && size < 40_000)).toBe(true)
  expect(await datasetFiles(stranger(), { slug: 'drsk' })).toMatchObject({ version: null, files: [] })
  expect(await db().datasetFileList.count({ where: { state: 'published', isSynthetic: true } })).toBe(3)
})
