import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import S3rver from 's3rver'
import { afterAll, expect, test } from 'vitest'
import { newId } from '@/lib/platform/id'
import { contentOf, eraseObject, moveFile } from '@/lib/platform/storage'
import { keyOf } from '@/lib/platform/storage/driver'
import { s3Driver } from '@/lib/platform/storage/s3'
import { found, kept, moved, text } from './kept'

const directory = mkdtempSync(path.join(tmpdir(), 'portal-bucket-'))
const server = new S3rver({
  port: 0,
  address: '127.0.0.1',
  silent: true,
  directory,
  configureBuckets: [{ name: 'portal', configs: [] }],
})
const { port } = await server.run()
const bucket = { endpoint: `http://127.0.0.1:${port}`, bucket: 'portal', region: 'us-east-1' }
// The only key that this server knows. It demands that, but does not compute signatures of version 4: those are the client library's own matter.
const key = { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' }
const settings = {
  ...{ STORAGE: 's3', S3_ENDPOINT: bucket.endpoint, S3_BUCKET: bucket.bucket },
  ...{ S3_ACCESS_KEY_ID: key.accessKeyId, S3_SECRET_ACCESS_KEY: key.secretAccessKey },
}
Object.assign(process.env, settings)
afterAll(async () => {
  await server.close()
  rmSync(directory, { recursive: true, force: true })
})

test('a file moves to the bucket, is read back from it, and goes when it is forgotten', async () => {
  const id = await kept('To the bucket')
  await moveFile(id)
  expect(await found(id)).toMatchObject({ storage: 's3', content: null })
  expect(await text(id)).toContain('To the bucket')
  expect(readdirSync(path.join(directory, 'portal', id.slice(-2))).some((name) => name.startsWith(id))).toBe(true)
  await eraseObject('s3', id)
  await eraseObject('s3', id)
  await expect(contentOf(await found(id))).rejects.toThrow('is not in its store')
})

test('a key that the server does not know is refused, and said so', async () => {
  const wrong = s3Driver({ ...bucket, ...key, accessKeyId: 'NOBODY' })
  const bytes = new Uint8Array([1, 2, 3])
  const sha256 = '039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81'
  await expect(wrong.put(keyOf(newId()), bytes, { type: 'text/plain', sha256 })).rejects.toThrow('with 403')
  await expect(wrong.get(keyOf(newId()))).rejects.toThrow('with 403')
})

test('a bucket that is not there fails the move, and loses nothing', async () => {
  const nowhere = s3Driver({ ...bucket, ...key, bucket: 'no-such-bucket' })
  const id = await kept('Safe')
  const file = await found(id)
  await expect(nowhere.put(keyOf(id), file.content ?? new Uint8Array(), file)).rejects.toThrow('with 404')
  expect(await text(id)).toContain('Safe')
  expect(await text(await moved('Another'))).toContain('Another')
})
