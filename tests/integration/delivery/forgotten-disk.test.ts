import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { eraseForgotten } from '@/lib/delivery/commands/check-files'
import { keepData, newDataPlace } from '@/lib/platform/data-storage'
import { newId } from '@/lib/platform/id'
import { parts } from './files'
import { expectForgotten } from './forgotten'

const folder = mkdtempSync(path.join(tmpdir(), 'portal-forgotten-'))
Object.assign(process.env, { STORAGE: 'disk', STORAGE_DIRECTORY: folder })
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('the content of a draft that is thrown away leaves the disk', expectForgotten)

test('what a killed process left half written goes, what others put there stays', async () => {
  const place = newDataPlace(newId())
  await keepData(place, parts('whole'), 100)
  const below = path.dirname(path.join(folder, place.key))
  const half = path.join(below, `${newId().slice(0, -2)}${place.key.slice(-2)}.${newId()}.part`)
  const others = path.join(below, 'notes.txt')
  for (const file of [half, others]) writeFileSync(file, 'x')
  await eraseForgotten(new Date(Date.now() + 3 * 86_400_000))
  expect([half, others, path.join(folder, place.key)].map((file) => existsSync(file))).toEqual([false, true, false])
})
