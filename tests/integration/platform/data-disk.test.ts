import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { isDataKey } from '@/lib/platform/data/driver'
import { dataSize, eraseData, keepData, newDataPlace, readData } from '@/lib/platform/data-storage'
import { newId } from '@/lib/platform/id'
import { refusalOf } from '../identity/people'
import { eicar, startClamd } from './stores'

const folder = mkdtempSync(path.join(tmpdir(), 'portal-data-'))
const clamd = await startClamd()
Object.assign(process.env, { STORAGE: 'disk', STORAGE_DIRECTORY: folder, CLAMD_URL: clamd.address })
afterAll(async () => {
  await clamd.close()
  rmSync(folder, { recursive: true, force: true })
})

async function* parts(...all: (string | Buffer)[]): AsyncGenerator<Uint8Array> {
  for (const one of all) yield Buffer.from(one)
}
const files = () => readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())

test('a file goes to the disk as it comes, looked at on its way, for nobody else of the machine', async () => {
  const place = newDataPlace(newId())
  const before = clamd.asked()
  await keepData(place, parts('one ', 'two ', 'three'), 100)
  expect(clamd.asked()).toBe(before + 1)
  const read: Uint8Array[] = []
  for await (const bytes of readData(place, { first: 4, last: 6 })) read.push(bytes)
  expect(Buffer.concat(read).toString()).toBe('two')
  expect(statSync(path.join(folder, place.key)).mode & 0o077).toBe(0)
  await eraseData(place)
  expect(await dataSize(place)).toBeNull()
})

test('nothing stays of what is infected, too long or empty', async () => {
  const place = newDataPlace(newId())
  const code = async (...all: (string | Buffer)[]) => (await refusalOf(keepData(place, parts(...all), 1000))).code
  expect(await code('before ', eicar, ' after')).toBe('platform.invalid')
  expect(await code('x'.repeat(1001))).toBe('platform.too-large')
  expect(await code()).toBe('platform.invalid')
  expect(files()).toEqual([])
})

test('a scanner that does not answer lets nothing in', async () => {
  const place = newDataPlace(newId())
  await clamd.close()
  expect((await refusalOf(keepData(place, parts('words'), 100))).code).toBe('platform.not-scanned')
  expect(files()).toEqual([])
})

test('no key leads out of where data lie', () => {
  for (const key of ['data/a/b.zip', 'data/x']) expect(isDataKey(key)).toBe(true)
  for (const key of ['data', 'data/', '/data/x', 'data/../x', 'data/.x', 'data//x', '0a/x', `data/${'x'.repeat(400)}`])
    expect(isDataKey(key)).toBe(false)
})
