import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { dataSize, eraseData, hashData, keepData, newDataPlace, readData } from '@/lib/platform/data-storage'
import { newId } from '@/lib/platform/id'
import { ownBucket } from '@/tests/support/bucket'
import { refusalOf } from '../identity/people'

await ownBucket()

const part = Buffer.alloc(1_000_003, 'synthetic ')
async function* parts(count: number): AsyncGenerator<Uint8Array> {
  for (let nth = 0; nth < count; nth++) yield part
}

test('a file of several parts goes to the bucket part by part, and any run of it is read from there', async () => {
  const place = newDataPlace(newId())
  const whole = Buffer.concat(Array.from({ length: 40 }, () => part))
  const sha256 = createHash('sha256').update(whole).digest('hex')
  expect(await keepData(place, parts(40), 50_000_000)).toEqual({ ...place, storage: 's3', size: whole.length, sha256 })
  expect(await dataSize(place)).toBe(whole.length)
  expect(await hashData(place, whole.length)).toBe(sha256)
  // Over the seam between the first part and the second.
  const run = { first: (16 << 20) - 5, last: (16 << 20) + 4 }
  const read: Uint8Array[] = []
  for await (const bytes of readData(place, run)) read.push(bytes)
  expect(Buffer.concat(read)).toEqual(whole.subarray(run.first, run.last + 1))
  await eraseData(place)
  await eraseData(place)
  expect(await dataSize(place)).toBeNull()
})

test('nothing stays of what is too long or breaks off', async () => {
  const place = newDataPlace(newId())
  expect((await refusalOf(keepData(place, parts(30), 25_000_000))).code).toBe('platform.too-large')
  expect(await dataSize(place)).toBeNull()
  async function* broken(): AsyncGenerator<Uint8Array> {
    yield* parts(20)
    throw new Error('the reader went away')
  }
  await expect(keepData(place, broken(), 50_000_000)).rejects.toThrow('went away')
  expect(await dataSize(place)).toBeNull()
})
