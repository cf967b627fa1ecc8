import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import S3rver from 's3rver'
import { afterAll } from 'vitest'

/** Starts a server that speaks S3, with one bucket, and has the portal's stores use it; both are gone after the tests of the file. */
export async function ownBucket(): Promise<void> {
  const directory = mkdtempSync(path.join(tmpdir(), 'portal-bucket-'))
  const configureBuckets = [{ name: 'data', configs: [] }]
  const server = new S3rver({ port: 0, address: '127.0.0.1', silent: true, directory, configureBuckets })
  const { port } = await server.run()
  const key = { S3_ACCESS_KEY_ID: 'S3RVER', S3_SECRET_ACCESS_KEY: 'S3RVER' }
  Object.assign(process.env, { STORAGE: 's3', S3_ENDPOINT: `http://127.0.0.1:${port}`, S3_BUCKET: 'data', ...key })
  afterAll(async () => {
    await server.close()
    rmSync(directory, { recursive: true, force: true })
  })
}
