import { expect, test } from 'vitest'
import { eraseForgotten } from '@/lib/delivery/commands/check-files'
import { keepData, newDataPlace, uploadedData } from '@/lib/platform/data-storage'
import { newId } from '@/lib/platform/id'
import { ownBucket } from '@/tests/support/bucket'
import { parts } from './files'
import { expectForgotten } from './forgotten'

await ownBucket()

test('the content of a draft that is thrown away leaves the bucket', expectForgotten)

test('a bucket of more than a thousand objects is gone through to its end', async () => {
  for (let n = 0; n < 21; n += 1)
    await Promise.all(Array.from({ length: 50 }, () => keepData(newDataPlace(newId()), parts('x'), 10)))
  let found = 0
  for await (const key of uploadedData('s3')) found += key === '' ? 0 : 1
  expect(found).toBeGreaterThanOrEqual(1050)
  expect(await eraseForgotten(new Date(Date.now() + 3 * 86_400_000))).toBeGreaterThanOrEqual(1050)
  const left: string[] = []
  for await (const key of uploadedData('s3')) left.push(key)
  expect(left).toHaveLength(1)
}, 120_000)
