import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import S3rver from 's3rver'
import { afterAll, expect, test } from 'vitest'
import { eraseForgotten } from '@/lib/delivery/commands/check-files'
import { keepData, newDataPlace, uploadedData } from '@/lib/platform/data-storage'
import { newId } from '@/lib/platform/id'
import { parts } from './files'
import { expectForgotten } from './forgotten'

const directory = mkdtempSync(path.join(tmpdir(), 'portal-forgotten-bucket-'))
const server = new S3rver({
  port: 0,
  address: '127.0.0.1',
  silent: true,
  directory,
  configureBuckets: [{ name: 'data', configs: [] }],
})
const { port } = await server.run()
Object.assign(process.env, {
  ...{ STORAGE: 's3', S3_ENDPOINT: `http://127.0.0.1:${port}`, S3_BUCKET: 'data' },
  ...{ S3_ACCESS_KEY_ID: 'S3RVER', S3_SECRET_ACCESS_KEY: 'S3RVER' },
})
afterAll(async () => {
  await server.close()
  rmSync(directory, { recursive: true, force: true })
})

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
